// Package geojson reads GeoJSON (RFC 7946): geometries, strictly, and the features of
// collections that may be larger than memory.
//
//	g, err := geojson.Read([]byte(`{"type":"Point","coordinates":[36.69,35.38]}`))
//
// Time is linear in the bytes.
package geojson

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/paulmach/orb"
)

// position is lon, lat; further numbers of a GeoJSON position, such as heights, are ignored (RFC
// 7946, 3.1.1).
type position []*float64

// geometryJSON is a GeoJSON geometry of any type.
type geometryJSON struct {
	Type        string            `json:"type"`
	Coordinates json.RawMessage   `json:"coordinates"`
	Geometries  []json.RawMessage `json:"geometries"`
}

// Read reads a geometry (RFC 7946, 3.1), in degrees, lon first. It is stricter than orb:
// incomplete positions, coordinates off the earth, lines of one point and open rings are errors.
// null is no geometry.
func Read(b []byte) (orb.Geometry, error) {
	g, err := ReadIn(b)
	if g == nil || err != nil {
		return nil, err
	}
	corners := g.Bound()
	for _, p := range [...]orb.Point{corners.Min, corners.Max} {
		if err := CheckPoint(p[1], p[0]); err != nil {
			return nil, fmt.Errorf("%w; want lon before lat", err)
		}
	}
	return g, nil
}

// ReadIn reads a geometry in any coordinate system.
func ReadIn(b []byte) (orb.Geometry, error) {
	var g *geometryJSON
	if err := json.Unmarshal(b, &g); err != nil {
		return nil, err
	}
	if g == nil {
		return nil, nil
	}
	if g.Type == "GeometryCollection" {
		return readCollection(g.Geometries)
	}
	return readShape(g)
}

func readCollection(members []json.RawMessage) (orb.Geometry, error) {
	var c orb.Collection
	for i, b := range members {
		var g geometryJSON
		if err := json.Unmarshal(b, &g); err != nil {
			return nil, err
		}
		shape, err := readShape(&g)
		if err != nil {
			return nil, fmt.Errorf("geometries[%d]: %w", i, err)
		}
		c = append(c, shape)
	}
	if len(c) == 0 {
		return nil, errors.New("an empty collection")
	}
	return c, nil
}

// readShape reads a geometry other than a collection.
func readShape(g *geometryJSON) (orb.Geometry, error) {
	switch g.Type {
	case "Point":
		return decode(g.Coordinates, readPosition)
	case "MultiPoint":
		return decode(g.Coordinates, points[orb.MultiPoint](1))
	case "LineString":
		return decode(g.Coordinates, points[orb.LineString](2))
	case "MultiLineString":
		return decode(g.Coordinates, list[orb.MultiLineString](points[orb.LineString](2)))
	case "Polygon":
		return decode(g.Coordinates, list[orb.Polygon](readRing))
	case "MultiPolygon":
		return decode(g.Coordinates, list[orb.MultiPolygon](list[orb.Polygon](readRing)))
	}
	return nil, fmt.Errorf("unknown geometry type %q", g.Type)
}

func decode[T any, G orb.Geometry](b json.RawMessage, read func(T) (G, error)) (orb.Geometry, error) {
	if len(b) == 0 {
		return nil, errors.New("no coordinates")
	}
	var coordinates T
	if err := json.Unmarshal(b, &coordinates); err != nil {
		return nil, err
	}
	g, err := read(coordinates)
	if err != nil {
		return nil, err
	}
	return g, nil
}

// list returns a reader of lists of elements that read reads.
func list[L ~[]G, G, T any](read func(T) (G, error)) func([]T) (L, error) {
	return func(items []T) (L, error) {
		out := make(L, len(items))
		for i := range items {
			var err error
			if out[i], err = read(items[i]); err != nil {
				return nil, err
			}
		}
		if len(out) == 0 {
			return nil, errors.New("an empty list of coordinates")
		}
		return out, nil
	}
}

// points returns a reader of lists of at least n positions.
func points[L ~[]orb.Point](least int) func([]position) (L, error) {
	read := list[L](readPosition)
	return func(positions []position) (L, error) {
		if len(positions) < least {
			return nil, fmt.Errorf("%d positions where %d are needed", len(positions), least)
		}
		return read(positions)
	}
}

func readRing(positions []position) (orb.Ring, error) {
	ring, err := points[orb.Ring](4)(positions)
	if err == nil && !ring.Closed() {
		err = errors.New("a ring that is not closed")
	}
	return ring, err
}

func readPosition(p position) (orb.Point, error) {
	if len(p) < 2 || p[0] == nil || p[1] == nil {
		return orb.Point{}, errors.New("a position without two numbers")
	}
	return orb.Point{*p[0], *p[1]}, nil
}

// CheckPoint returns an error for an invalid latitude or longitude in degrees.
func CheckPoint(lat, lon float64) error {
	switch {
	case !(lat >= -90 && lat <= 90):
		return fmt.Errorf("latitude %v is beyond 90 degrees", lat)
	case !(lon >= -180 && lon <= 180):
		return fmt.Errorf("longitude %v is beyond 180 degrees", lon)
	}
	return nil
}
