package geopackage

import (
	"bytes"
	"encoding/hex"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

func TestBlob(t *testing.T) {
	for name, c := range map[string]struct {
		geometry orb.Geometry
		hex      string // OGC 12-128r17, 2.1.3, by hand; empty if only decoding is tested
	}{
		"none": {nil, ""},
		"point": {orb.Point{1, 2}, "4750" + "00" + "01" + "e6100000" +
			"01" + "01000000" + "000000000000f03f" + "0000000000000040"},
		"line": {orb.LineString{{1, 4}, {3, 2}}, "4750" + "00" + "03" + "e6100000" +
			"000000000000f03f" + "0000000000000840" + "0000000000000040" + "0000000000001040" + // west, east, south, north
			"01" + "02000000" + "02000000" + "000000000000f03f" + "0000000000001040" + "0000000000000840" + "0000000000000040"},
		"points":     {orb.MultiPoint{{1, 2}}, ""},
		"lines":      {orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}, ""},
		"polygon":    {orb.Polygon{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}, ""},
		"polygons":   {orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}}, ""},
		"collection": {orb.Collection{orb.Point{1, 2}, orb.LineString{{1, 2}, {3, 4}}}, ""},
	} {
		b, err := AppendBlob(nil, c.geometry)
		if err != nil || c.hex != "" && hex.EncodeToString(b) != c.hex {
			t.Errorf("%s: %x, %v", name, b, err)
		}
		if g, err := ReadBlob(b); err != nil || !reflect.DeepEqual(g, c.geometry) {
			t.Errorf("%s: read %v, %v", name, g, err)
		}
		for n := 1; n < len(b); n++ {
			if g, err := ReadBlob(b[:n]); err == nil {
				t.Fatalf("%s: the first %d bytes read as %v", name, n, g)
			}
		}
	}
}

// FuzzReadBlob: whatever is read can be written, and reads the same again.
func FuzzReadBlob(f *testing.F) {
	for _, g := range []orb.Geometry{nil, orb.Point{1, 2}, orb.LineString{{1, 4}, {3, 2}}, orb.Collection{orb.Point{1, 2}}} {
		b, err := AppendBlob(nil, g)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := ReadBlob(b)
		if err != nil {
			return
		}
		written, err := AppendBlob(nil, g)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadBlob(written)
		if err != nil {
			t.Fatalf("%v was written as %x: %v", g, written, err)
		}
		if twice, _ := AppendBlob(nil, again); !bytes.Equal(twice, written) {
			t.Errorf("%v comes back as %v", g, again)
		}
	})
}
