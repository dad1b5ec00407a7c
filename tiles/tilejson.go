package tiles

import (
	"dateline/geo"

	"github.com/paulmach/orb"
)

// TileJSON tells clients the addresses and contents of a layer's tiles (TileJSON 3.0.0,
// https://github.com/mapbox/tilejson-spec/tree/master/3.0.0).
type TileJSON struct {
	TileJSON     string        `json:"tilejson"`
	Name         string        `json:"name"`
	Description  string        `json:"description"`
	Attribution  string        `json:"attribution"` // HTML
	Scheme       string        `json:"scheme"`
	Tiles        []string      `json:"tiles"`
	MinZoom      int           `json:"minzoom"`
	MaxZoom      int           `json:"maxzoom"`
	Bounds       []float64     `json:"bounds,omitempty"`
	VectorLayers []VectorLayer `json:"vector_layers"`
}

// Attribution credits the sources of names and points, as maps show it: HTML.
const Attribution = `Places: <a href="https://www.geonames.org/">GeoNames</a>, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>`

// VectorLayer describes a layer and the type of each of its fields (3.3).
type VectorLayer struct {
	ID          string            `json:"id"`
	Description string            `json:"description"`
	MinZoom     int               `json:"minzoom"`
	MaxZoom     int               `json:"maxzoom"`
	Fields      map[string]string `json:"fields"`
}

// TileJSON describes the layer's tiles. The address contains {z}, {x} and {y}; the bound is that
// of the features, nil if none has a geometry.
func (l *Layer) TileJSON(address string, bound *orb.Bound) TileJSON {
	fields := map[string]string{"count": "Number", "beyond": "Number", "id": "String"}
	for _, f := range l.Fields {
		fields[f.Name] = f.Type
	}
	t := TileJSON{
		TileJSON: "3.0.0", Name: l.Name, Description: l.Description, Attribution: Attribution, Scheme: "xyz", Tiles: []string{address}, MaxZoom: MaxZoom,
		VectorLayers: []VectorLayer{{ID: l.Name, Description: l.Description, MaxZoom: MaxZoom, Fields: fields}},
	}
	if bound != nil {
		t.Bounds = []float64{bound.Min[0], max(bound.Min[1], -geo.MaxLatitude), bound.Max[0], min(bound.Max[1], geo.MaxLatitude)}
	}
	return t
}
