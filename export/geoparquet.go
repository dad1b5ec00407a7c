package export

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"maps"
	"slices"
	"time"

	"dateline/feature"
	"dateline/schema"
	"dateline/work"

	"github.com/parquet-go/parquet-go"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// GeoParquet writes GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/): the columns id,
// those of the table, geometry as WKB in lon, lat, and bbox, the box of the geometry, by which
// readers skip rows.
func GeoParquet(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature]) error {
	out := parquet.NewWriter(w, parquet.NewSchema(t.ID, parquetColumns(t)), parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowsPerGroup),
		parquet.CreatedBy("Dateline", "1", "1"))
	about := geoColumn{Encoding: "WKB", Orientation: "counterclockwise", Covering: covering()}
	kinds := map[string]bool{}
	var values []any
	steps := work.Metered(ctx)
	var bound *orb.Bound
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		values = valuesOf(t, f, values)
		row, err := parquetRow(f, values)
		if err != nil {
			return err
		}
		if _, err := out.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
		if !f.HasGeometry() {
			continue
		}
		kinds[f.Geometry().GeoJSONType()] = true
		b := f.Bound()
		if bound == nil {
			bound = &b
		}
		*bound = bound.Union(b)
	}
	if bound != nil {
		about.BBox = []float64{bound.Min[0], bound.Min[1], bound.Max[0], bound.Max[1]}
	}
	about.Types = append([]string{}, slices.Sorted(maps.Keys(kinds))...)
	geo, err := json.Marshal(geoMetadata{"1.1.0", "geometry", map[string]geoColumn{"geometry": about}})
	if err != nil {
		return err
	}
	out.SetKeyValueMetadata("geo", string(geo))
	return out.Close()
}

// rowsPerGroup limits the memory used while writing.
const rowsPerGroup = 20_000

// geoMetadata describes the geometries of a GeoParquet file.
type geoMetadata struct {
	Version string               `json:"version"`
	Primary string               `json:"primary_column"`
	Columns map[string]geoColumn `json:"columns"`
}

type geoColumn struct {
	Encoding    string                         `json:"encoding"`
	Types       []string                       `json:"geometry_types"`
	Orientation string                         `json:"orientation"`
	BBox        []float64                      `json:"bbox,omitempty"`
	Covering    map[string]map[string][]string `json:"covering"`
}

// covering declares bbox as the column of the boxes.
func covering() map[string]map[string][]string {
	corners := map[string][]string{}
	for _, c := range boxCorners() {
		corners[c] = []string{"bbox", c}
	}
	return map[string]map[string][]string{"bbox": corners}
}

func boxCorners() []string { return []string{"xmin", "ymin", "xmax", "ymax"} }

// columnsInOrder is a group that keeps the order of its fields.
type columnsInOrder struct {
	parquet.Group
	names []string
}

// Fields returns the columns, as parquet.Node does.
func (c columnsInOrder) Fields() []parquet.Field {
	fields := c.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(c.names, a.Name()) - slices.Index(c.names, b.Name())
	})
	return fields
}

func parquetColumns(t *schema.Collection) parquet.Node {
	all := columnsInOrder{Group: parquet.Group{}}
	add := func(name string, n parquet.Node) {
		all.Group[name], all.names = n, append(all.names, name)
	}
	add("id", parquet.String())
	for _, c := range t.Properties {
		n := parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		switch c.Type {
		case schema.Integer:
			n = parquet.Int(64)
		case schema.Number:
			n = parquet.Leaf(parquet.DoubleType)
		case schema.Boolean:
			n = parquet.Leaf(parquet.BooleanType)
		case schema.Date:
			n = parquet.Date()
		}
		add(c.Name, parquet.Optional(n))
	}
	add("geometry", parquet.Optional(parquet.Leaf(parquet.ByteArrayType)))
	box := columnsInOrder{Group: parquet.Group{}, names: boxCorners()}
	for _, c := range box.names {
		box.Group[c] = parquet.Leaf(parquet.DoubleType)
	}
	add("bbox", parquet.Optional(box))
	return all
}

func parquetRow(f feature.Feature, values []any) (parquet.Row, error) {
	row := parquet.Row{parquet.ByteArrayValue([]byte(f.ID())).Level(0, 0, 0)}
	add := func(v parquet.Value) {
		defined := 1
		if v.IsNull() {
			defined = 0
		}
		row = append(row, v.Level(0, defined, len(row)))
	}
	for _, v := range values {
		add(parquetValue(v))
	}
	if !f.HasGeometry() {
		for range 1 + len(boxCorners()) {
			add(parquet.NullValue())
		}
		return row, nil
	}
	shape, err := wkb.Marshal(f.Geometry())
	if err != nil {
		return nil, err
	}
	b := f.Bound()
	add(parquet.ByteArrayValue(shape))
	for _, v := range []float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]} {
		add(parquet.DoubleValue(v))
	}
	return row, nil
}

func parquetValue(v any) parquet.Value {
	switch v := v.(type) {
	case nil:
		return parquet.NullValue()
	case int:
		return parquet.Int64Value(int64(v))
	case float64:
		return parquet.DoubleValue(v)
	case bool:
		return parquet.BooleanValue(v)
	case time.Time:
		return parquet.Int32Value(int32(feature.DayOf(v)))
	}
	return parquet.ByteArrayValue([]byte(text(v)))
}
