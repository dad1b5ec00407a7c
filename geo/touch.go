package geo

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Touches reports whether a geometry and a box share a point: inside, across or on the edge. It
// computes on the plane of lon and lat; a nil geometry touches nothing. The box's west must not
// be east of its east: see SplitAntimeridian.
func Touches(g orb.Geometry, b orb.Bound) bool {
	switch g := g.(type) {
	case nil:
		return false
	case orb.Point:
		return b.Contains(g)
	case orb.MultiPoint:
		return slices.ContainsFunc(g, b.Contains)
	case orb.LineString:
		return lineTouches(g, b)
	case orb.MultiLineString:
		return slices.ContainsFunc(g, func(l orb.LineString) bool { return lineTouches(l, b) })
	case orb.Ring:
		return polygonTouches(orb.Polygon{g}, b)
	case orb.Polygon:
		return polygonTouches(g, b)
	case orb.MultiPolygon:
		return slices.ContainsFunc(g, func(p orb.Polygon) bool { return polygonTouches(p, b) })
	case orb.Collection:
		return slices.ContainsFunc(g, func(m orb.Geometry) bool { return Touches(m, b) })
	case orb.Bound:
		return g.Intersects(b)
	}
	panic("geo: a geometry of a type that orb does not list")
}

// polygonTouches reports whether an edge of the polygon touches the box, or the box lies inside.
func polygonTouches(p orb.Polygon, b orb.Bound) bool {
	for _, ring := range p {
		if lineTouches(orb.LineString(ring), b) {
			return true
		}
	}
	return len(p) > 0 && planar.PolygonContains(p, b.Min)
}

func lineTouches(l orb.LineString, b orb.Bound) bool {
	if len(l) == 1 {
		return b.Contains(l[0])
	}
	for i := 1; i < len(l); i++ {
		if segmentTouches(l[i-1], l[i], b) {
			return true
		}
	}
	return false
}

// segmentTouches reports whether no axis separates the two: neither x, nor y, nor the segment's
// normal (the separating axis theorem; Gottschalk 1996).
func segmentTouches(p, q orb.Point, b orb.Bound) bool {
	if max(p[0], q[0]) < b.Min[0] || min(p[0], q[0]) > b.Max[0] ||
		max(p[1], q[1]) < b.Min[1] || min(p[1], q[1]) > b.Max[1] {
		return false
	}
	left, right := false, false
	for _, corner := range [...]orb.Point{b.Min, {b.Min[0], b.Max[1]}, b.Max, {b.Max[0], b.Min[1]}} {
		side := (q[0]-p[0])*(corner[1]-p[1]) - (q[1]-p[1])*(corner[0]-p[0])
		left, right = left || side >= 0, right || side <= 0
	}
	return left && right
}
