package geo

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"
)

// Simplified returns a copy of g without the vertices that Douglas and Peucker
// (1973) drop at a tolerance in degrees.
func Simplified(g orb.Geometry, tolerance float64) orb.Geometry {
	return simplify.DouglasPeucker(tolerance).Simplify(orb.Clone(g))
}

// Middle returns the centre of the bounds of g.
func Middle(g orb.Geometry) orb.Point { return g.Bound().Center() }
