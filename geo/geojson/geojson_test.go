package geojson

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dateline/jsonstream"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		json  string
		valid bool
	}{
		"null":             {`null`, true},
		"point":            {`{"type":"Point","coordinates":[36,35]}`, true},
		"point, height":    {`{"type":"Point","coordinates":[36,35,400]}`, true},
		"points":           {`{"type":"MultiPoint","coordinates":[[36,35]]}`, true},
		"line":             {`{"type":"LineString","coordinates":[[36,35],[37,35]]}`, true},
		"lines":            {`{"type":"MultiLineString","coordinates":[[[36,35],[37,35]]]}`, true},
		"polygon":          {`{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,35]]]}`, true},
		"polygons":         {`{"type":"MultiPolygon","coordinates":[[[[36,35],[37,35],[37,36],[36,35]]]]}`, true},
		"collection":       {`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[36,35]}]}`, true},
		"no type":          {`{"coordinates":[36,35]}`, false},
		"unknown type":     {`{"type":"Circle","coordinates":[36,35]}`, false},
		"a feature":        {`{"type":"Feature","geometry":null,"properties":null}`, false},
		"no coordinates":   {`{"type":"Point"}`, false},
		"null coordinates": {`{"type":"LineString","coordinates":null}`, false},
		"empty point":      {`{"type":"Point","coordinates":[]}`, false},
		"half a point":     {`{"type":"Point","coordinates":[36]}`, false},
		"null in a point":  {`{"type":"Point","coordinates":[null,35]}`, false},
		"text":             {`{"type":"Point","coordinates":["36","35"]}`, false},
		"swapped":          {`{"type":"Point","coordinates":[35,136]}`, false},
		"too flat":         {`{"type":"LineString","coordinates":[36,35]}`, false},
		"too deep":         {`{"type":"Point","coordinates":[[36,35]]}`, false},
		"short line":       {`{"type":"LineString","coordinates":[[36,35]]}`, false},
		"no lines":         {`{"type":"MultiLineString","coordinates":[]}`, false},
		"open ring":        {`{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,36]]]}`, false},
		"short ring":       {`{"type":"Polygon","coordinates":[[[36,35],[37,35],[36,35]]]}`, false},
		"polygon of none":  {`{"type":"Polygon","coordinates":[]}`, false},
		"hole of none":     {`{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,35]],[]]}`, false},
		"collected none":   {`{"type":"GeometryCollection","geometries":[]}`, false},
		"collected null":   {`{"type":"GeometryCollection","geometries":[null]}`, false},
		"nested":           {`{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}`, false},
		"cut off":          {`{"type":"Point","coordinates":[36,35]`, false},
	} {
		if g, err := Read([]byte(c.json)); (err == nil) != c.valid {
			t.Errorf("%s: %v, %v", name, g, err)
		}
	}
}

// TestReadIn takes coordinates of any system, and is otherwise as strict.
func TestReadIn(t *testing.T) {
	if g, err := ReadIn([]byte(`{"type":"Point","coordinates":[4084337,4204000]}`)); err != nil || g != (orb.Point{4084337, 4204000}) {
		t.Errorf("%v, %v", g, err)
	}
	if g, err := ReadIn([]byte(`{"type":"LineString","coordinates":[[4084337,4204000]]}`)); err == nil {
		t.Errorf("a line of one point is %v", g)
	}
}

// TestEach reads collections, and single features.
func TestEach(t *testing.T) {
	for in, want := range map[string]string{
		`{"type":"FeatureCollection","name":"x","features":[{"id":1},{"id":"b"}]}`: "1 \"b\"",
		`{"features":[]}`:               "",
		`{"type":"Feature","id":"one"}`: "\"one\"",
		`{"type":"Point"}`:              ErrNoCollection.Error(),
		`[]`:                            ErrNoCollection.Error(),
		`{"features":{}}`:               `"features": ` + jsonstream.ErrNoList.Error(),
		`{"features":[{"id":1},`:        "EOF",
	} {
		var ids []string
		err := Each(jsonstream.NewDecoder(strings.NewReader(in)), func(raw json.RawMessage) error {
			var f Feature
			err := json.Unmarshal(raw, &f)
			ids = append(ids, string(f.ID))
			return err
		})
		got := strings.Join(ids, " ")
		if err != nil {
			got = fmt.Sprint(err)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// FuzzRead: what is read can be measured, and lies on the earth.
func FuzzRead(f *testing.F) {
	for _, s := range []string{`{"type":"Point","coordinates":[36,35]}`, `{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,35]]]}`,
		`{"type":"GeometryCollection","geometries":[{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}]}`, `null`, `{"type":"Point","coordinates":[1e999,0]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g, err := Read([]byte(s))
		if g == nil || err != nil {
			return
		}
		planar.CentroidArea(g)
		if b := g.Bound(); b.IsEmpty() || b.Min[0] < -180 || b.Max[0] > 180 || b.Min[1] < -90 || b.Max[1] > 90 {
			t.Errorf("%s lies at %v", s, b)
		}
	})
}
