package geo

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// Feature is one thing on the map: what it is made of, and its GeoJSON bytes,
// made once. It is immutable once made.
type Feature struct {
	ID         string
	Geometry   orb.Geometry // lon, lat; nil for none
	Bound      orb.Bound    // of Geometry
	Properties []Property   // in the order they are written
	Date       Days         // what datetime filters; zero when undated
	JSON       []byte       // RFC 7946 Feature
}

// Property is a named value: string, int, float64, bool, time.Time (written as a date), json.RawMessage or nil.
type Property struct {
	Name  string
	Value any
}

// NewFeature makes a Feature and its GeoJSON.
func NewFeature(id string, geometry orb.Geometry, date Days, properties []Property) Feature {
	f := Feature{ID: id, Geometry: geometry, Date: date, Properties: properties}
	if geometry != nil {
		f.Bound = geometry.Bound()
	}
	f.JSON = f.appendJSON(nil)
	return f
}

// appendJSON appends the Feature as GeoJSON.
func (f *Feature) appendJSON(b []byte) []byte {
	b = append(b, `{"type":"Feature","id":`...)
	b = appendString(b, f.ID)
	b = append(b, `,"geometry":`...)
	b = AppendGeometry(b, f.Geometry)
	b = append(b, `,"properties":{`...)
	for i, p := range f.Properties {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, p.Name)
		b = append(b, ':')
		b = appendValue(b, p.Value)
	}
	return append(b, "}}"...)
}

// AppendGeometry appends g as GeoJSON, null when it is nil. Coordinates have
// at most six decimals, 0.1 m.
func AppendGeometry(b []byte, g orb.Geometry) []byte {
	switch g := g.(type) {
	case nil:
		return append(b, "null"...)
	case orb.Point:
		b = append(b, `{"type":"Point","coordinates":`...)
		b = appendPoint(b, g)
		return append(b, '}')
	}
	out, err := geojson.NewGeometry(g).MarshalJSON()
	if err != nil {
		return append(b, "null"...) // orb's own types always marshal
	}
	return append(b, out...)
}

func appendPoint(b []byte, p orb.Point) []byte {
	b = append(b, '[')
	b = appendCoordinate(b, p[0])
	b = append(b, ',')
	b = appendCoordinate(b, p[1])
	return append(b, ']')
}

func appendCoordinate(b []byte, v float64) []byte {
	return strconv.AppendFloat(b, round6(v), 'f', -1, 64)
}

func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		return strconv.AppendBool(b, v)
	case time.Time:
		if v.IsZero() {
			return append(b, "null"...)
		}
		return v.AppendFormat(b, `"`+time.DateOnly+`"`)
	case json.RawMessage:
		return append(b, v...)
	}
	panic("geo: a property of a type that Property does not list")
}

// appendString appends s as a JSON string.
func appendString(b []byte, s string) []byte {
	q, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings always marshal
	}
	return append(b, q...)
}
