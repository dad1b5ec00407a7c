package export

import (
	"slices"

	flatbuffers "github.com/google/flatbuffers/go"
	"github.com/paulmach/orb"
)

// Types of geometries.
const (
	flatPoint           = 1
	flatLineString      = 2
	flatPolygon         = 3
	flatMultiPoint      = 4
	flatMultiLineString = 5
	flatMultiPolygon    = 6
	flatCollection      = 7
)

func flatGeometry(b *flatbuffers.Builder, g orb.Geometry) flatbuffers.UOffsetT {
	switch g := g.(type) {
	case orb.Point:
		return flatShape(b, flatPoint, []orb.Point{g})
	case orb.MultiPoint:
		return flatShape(b, flatMultiPoint, g)
	case orb.LineString:
		return flatShape(b, flatLineString, g)
	case orb.MultiLineString:
		return flatShape(b, flatMultiLineString, g...)
	case orb.Ring:
		return flatShape(b, flatPolygon, g)
	case orb.Bound:
		return flatGeometry(b, g.ToPolygon())
	case orb.Polygon:
		return flatShape(b, flatPolygon, g...)
	case orb.MultiPolygon:
		return flatParts(b, flatMultiPolygon, g)
	case orb.Collection:
		return flatParts(b, flatCollection, g)
	}
	panic("export: a geometry of a type that orb does not list")
}

// flatShape writes lists of points, with the end of each if there are several.
func flatShape[L ~[]orb.Point](b *flatbuffers.Builder, kind byte, lists ...L) flatbuffers.UOffsetT {
	var xy []float64
	var ends []uint32
	for _, list := range lists {
		for _, p := range list {
			xy = append(xy, p[0], p[1])
		}
		ends = append(ends, uint32(len(xy)/2))
	}
	coordinates, marks := flatDoubles(b, xy), flatbuffers.UOffsetT(0)
	if len(ends) > 1 {
		b.StartVector(4, len(ends), 4)
		for _, end := range slices.Backward(ends) {
			b.PrependUint32(end)
		}
		marks = b.EndVector(len(ends))
	}
	b.StartObject(geometryFields)
	b.PrependUOffsetTSlot(geometryEnds, marks, 0)
	b.PrependUOffsetTSlot(geometryXY, coordinates, 0)
	b.PrependByteSlot(geometryType, kind, 0)
	return b.EndObject()
}

func flatParts[G ~[]E, E orb.Geometry](b *flatbuffers.Builder, kind byte, members G) flatbuffers.UOffsetT {
	var parts []flatbuffers.UOffsetT
	for _, m := range members {
		parts = append(parts, flatGeometry(b, m))
	}
	b.StartVector(4, len(parts), 4)
	for _, part := range slices.Backward(parts) {
		b.PrependUOffsetT(part)
	}
	list := b.EndVector(len(parts))
	b.StartObject(geometryFields)
	b.PrependByteSlot(geometryType, kind, 0)
	b.PrependUOffsetTSlot(geometryParts, list, 0)
	return b.EndObject()
}

func flatDoubles(b *flatbuffers.Builder, values []float64) flatbuffers.UOffsetT {
	b.StartVector(8, len(values), 8)
	for _, v := range slices.Backward(values) {
		b.PrependFloat64(v)
	}
	return b.EndVector(len(values))
}
