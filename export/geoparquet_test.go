package export

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"testing"

	"dateline/feature"

	"github.com/parquet-go/parquet-go"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// TestGeoParquet reads back a file and its metadata on geometries.
func TestGeoParquet(t *testing.T) {
	all := slices.Collect(mixed(25_000)) // more than a row group
	var b bytes.Buffer
	if err := GeoParquet(t.Context(), &b, testTable(), slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := file.Lookup("geo")
	var about geoMetadata
	if err := json.Unmarshal([]byte(text), &about); err != nil || about.Version != "1.1.0" || about.Primary != "geometry" {
		t.Fatalf("%s: %v", text, err)
	}
	column := about.Columns["geometry"]
	if want := []string{"LineString", "MultiLineString", "MultiPolygon", "Point", "Polygon"}; !slices.Equal(column.Types, want) || !slices.Equal(column.BBox, []float64{36, 35, 39, 36}) {
		t.Errorf("%+v", column)
	}
	var names []string
	for _, f := range file.Schema().Fields() {
		names = append(names, f.Name())
	}
	if want := []string{"id", "name", "count", "confidence", "schematic", "date", "geometry", "bbox"}; !slices.Equal(names, want) {
		t.Fatalf("columns %v, want %v", names, want)
	}
	i := 0
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		for {
			var read [64]parquet.Row
			n, err := rows.ReadRows(read[:])
			for _, row := range read[:n] {
				checkRow(t, row, all[i])
				i++
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		rows.Close()
	}
	if i != len(all) {
		t.Errorf("%d rows of %d", i, len(all))
	}
}

func checkRow(t *testing.T, row parquet.Row, f feature.Feature) {
	t.Helper()
	if string(row[0].ByteArray()) != f.ID() {
		t.Fatalf("%s, want %s", row[0], f.ID())
	}
	values := valuesOf(testTable(), f, nil)
	if row[1].IsNull() != (values[0] == nil) || row[2].Int64() != int64(values[1].(int)) {
		t.Fatalf("%s: %v", f.ID(), row)
	}
	if !f.HasGeometry() {
		if !row[6].IsNull() || !row[7].IsNull() {
			t.Fatalf("%s: %v where there is no geometry", f.ID(), row[6])
		}
		return
	}
	g, err := wkb.Unmarshal(row[6].ByteArray())
	b := orb.Bound{Min: orb.Point{row[7].Double(), row[8].Double()}, Max: orb.Point{row[9].Double(), row[10].Double()}}
	if err != nil || !reflect.DeepEqual(g, f.Geometry()) || b != f.Bound() {
		t.Fatalf("%s: %v in %v, %v", f.ID(), g, b, err)
	}
}
