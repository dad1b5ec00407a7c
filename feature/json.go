package feature

import (
	"encoding/json"
	"math"
	"strconv"
	"time"
	"unicode/utf8"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// AppendGeometry appends g as GeoJSON, null if it is nil or of a type that GeoJSON lacks.
// Coordinates are lon, lat with at most six decimals, 0.1 m.
func AppendGeometry(b []byte, g orb.Geometry) []byte {
	switch g := g.(type) {
	case orb.Point:
		return appendShape(b, "Point", g, appendPoint)
	case orb.MultiPoint:
		return appendShape(b, "MultiPoint", g, appendPoints)
	case orb.LineString:
		return appendShape(b, "LineString", g, appendPoints)
	case orb.MultiLineString:
		return appendShape(b, "MultiLineString", g, appendLines)
	case orb.Ring:
		return appendShape(b, "Polygon", orb.Polygon{g}, appendRings)
	case orb.Bound:
		return appendShape(b, "Polygon", g.ToPolygon(), appendRings)
	case orb.Polygon:
		return appendShape(b, "Polygon", g, appendRings)
	case orb.MultiPolygon:
		return appendShape(b, "MultiPolygon", g, appendPolygons)
	case orb.Collection:
		b = append(b, `{"type":"GeometryCollection","geometries":`...)
		return append(appendList(b, g, AppendGeometry), '}')
	}
	return append(b, "null"...)
}

func appendShape[T any](b []byte, name string, coordinates T, add func([]byte, T) []byte) []byte {
	b = append(b, `{"type":"`...)
	b = append(b, name...)
	b = append(b, `","coordinates":`...)
	return append(add(b, coordinates), '}')
}

func appendList[T any](b []byte, list []T, add func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, item := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = add(b, item)
	}
	return append(b, ']')
}

func appendPoints[T ~[]orb.Point](b []byte, points T) []byte {
	return appendList(b, points, appendPoint)
}

func appendLines(b []byte, lines orb.MultiLineString) []byte {
	return appendList(b, lines, appendPoints[orb.LineString])
}

func appendRings(b []byte, rings orb.Polygon) []byte {
	return appendList(b, rings, appendPoints[orb.Ring])
}

func appendPolygons(b []byte, polygons orb.MultiPolygon) []byte {
	return appendList(b, polygons, appendRings)
}

func appendPoint(b []byte, p orb.Point) []byte {
	b = append(b, '[')
	b = AppendNumber(b, geo.Round6(p[0]))
	b = append(b, ',')
	b = AppendNumber(b, geo.Round6(p[1]))
	return append(b, ']')
}

// AppendNumber appends v in as few digits as tell it from all other numbers, without an
// exponent; null if JSON can't represent it. Most numbers are degrees and shares with few
// decimals, which need no search for these digits: no two decimals of at most 15 digits are
// the same float64.
func AppendNumber(b []byte, v float64) []byte {
	if n := math.Round(v * 1e6); v != 0 && math.Abs(n) <= math.MaxInt32 && n/1e6 == v {
		return appendMillionths(b, int32(n))
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// appendReal appends v with a decimal point (1.0): GDAL takes a column for integers, and
// truncates later values, if the first features have none.
func appendReal(b []byte, v float64) []byte {
	start := len(b)
	b = AppendNumber(b, v)
	if v == math.Trunc(v) && b[start] != 'n' {
		b = append(b, ".0"...)
	}
	return b
}

// appendValue appends the value of a Property.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return appendString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return appendReal(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case time.Time:
		if !v.IsZero() {
			return v.AppendFormat(b, `"`+time.DateOnly+`"`)
		}
	case json.RawMessage:
		if len(v) > 0 {
			return append(b, v...)
		}
	}
	return append(b, "null"...)
}

// appendString appends s as a JSON string (RFC 8259); invalid UTF-8 becomes U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		n := plainLength(s[i:])
		if n > 0 {
			i += n
			continue
		}
		b = append(b, s[done:i]...)
		b = appendEscape(b, s[i])
		i++
		done = i
	}
	b = append(b, s[done:]...)
	return append(b, '"')
}

// plainLength returns the length of the first character of s if a JSON string needs no escape
// for it, else 0.
func plainLength(s string) int {
	c := s[0]
	if c < utf8.RuneSelf {
		if c >= ' ' && c != '"' && c != '\\' {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return n
	}
	return 0
}

func appendEscape(b []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	if c < ' ' {
		return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
	}
	return append(b, "\ufffd"...)
}
