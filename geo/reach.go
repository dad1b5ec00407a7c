package geo

import (
	"math"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
	"github.com/paulmach/orb/planar"
)

// Contains reports whether a point (lon, lat) lies in an area or on its edge.
// Lines and points contain nothing.
func Contains(g orb.Geometry, p orb.Point) bool {
	switch g := g.(type) {
	case orb.Polygon:
		return planar.PolygonContains(g, p)
	case orb.MultiPolygon:
		return planar.MultiPolygonContains(g, p)
	}
	return false
}

// DistanceTo returns the distance of a point from a geometry (lon, lat) in kilometres, 0 inside
// an area; infinity for an empty one.
func DistanceTo(g orb.Geometry, p orb.Point) float64 {
	if Contains(g, p) {
		return 0
	}
	km := math.Inf(1)
	for _, line := range linesOf(g) {
		if len(line) == 1 {
			km = min(km, Distance(line[0], p))
		}
		km = min(km, nearest(line, p).km)
	}
	return km
}

// Area returns the size of an area in square kilometres, on the sphere of
// Distance (Chamberlain and Duquette 2007).
func Area(g orb.Geometry) float64 {
	if areasOf(g) == nil {
		return 0
	}
	return orbgeo.Area(g) / 1e6
}
