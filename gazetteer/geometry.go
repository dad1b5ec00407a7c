package gazetteer

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// checkGeometry refuses geometries that can't be the shape of a place.
func checkGeometry(g orb.Geometry) error {
	switch shape := g.(type) {
	case orb.Point, orb.MultiPoint, orb.LineString, orb.MultiLineString:
	case orb.Polygon:
		return checkArea(orb.MultiPolygon{shape})
	case orb.MultiPolygon:
		return checkArea(shape)
	case nil:
		return errors.New("none; want a point, line or polygon")
	default:
		return fmt.Errorf("a %s; want a point, line or polygon", g.GeoJSONType())
	}
	return checkBound(g)
}

func checkArea(areas orb.MultiPolygon) error {
	for _, p := range areas {
		if len(p) == 0 {
			return errors.New("a polygon without rings")
		}
		for _, ring := range p {
			if len(ring) < 4 || !ring.Closed() {
				return errors.New("a ring that is not closed; want its first position as its last, and four or more")
			}
		}
	}
	return checkBound(areas)
}

// checkBound refuses empty geometries and those off the globe.
func checkBound(g orb.Geometry) error {
	b := g.Bound()
	if b.IsEmpty() {
		return errors.New("no positions")
	}
	for i, limit := range [...]float64{180, 90} {
		if !(math.Abs(b.Min[i]) <= limit && math.Abs(b.Max[i]) <= limit) {
			return fmt.Errorf("reaches from %v to %v; want degrees, lon before lat", b.Min, b.Max)
		}
	}
	return nil
}

// pointOn returns a representative point on a shape: the middle position of a line; the centroid
// of an area or, if that lies outside, a point in the widest part at its latitude. Of several
// shapes the largest counts.
func pointOn(g orb.Geometry) orb.Point {
	switch shape := g.(type) {
	case orb.Point:
		return shape
	case orb.MultiPoint:
		return shape[len(shape)/2]
	case orb.LineString:
		return shape[len(shape)/2]
	case orb.MultiLineString:
		return pointOn(slices.MaxFunc(shape, func(a, b orb.LineString) int { return len(a) - len(b) }))
	case orb.Polygon:
		return pointInside(shape)
	case orb.MultiPolygon:
		return pointInside(slices.MaxFunc(shape, func(a, b orb.Polygon) int {
			return int(math.Copysign(1, math.Abs(planar.Area(a))-math.Abs(planar.Area(b))))
		}))
	}
	return g.Bound().Center()
}

func pointInside(p orb.Polygon) orb.Point {
	c, _ := planar.CentroidArea(p)
	if !p.Bound().Contains(c) {
		c = p.Bound().Center()
	}
	if planar.PolygonContains(p, c) {
		return c
	}
	crossings := crossings(p, c[1])
	best, width := c, 0.0
	for i := 0; i+1 < len(crossings); i += 2 {
		if w := crossings[i+1] - crossings[i]; w > width {
			best, width = orb.Point{(crossings[i] + crossings[i+1]) / 2, c[1]}, w
		}
	}
	return best
}

// crossings returns where the rings of p cross a parallel, from west to east.
func crossings(p orb.Polygon, lat float64) []float64 {
	var lons []float64
	for _, ring := range p {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if (a[1] <= lat) != (b[1] <= lat) {
				lons = append(lons, a[0]+(lat-a[1])*(b[0]-a[0])/(b[1]-a[1]))
			}
		}
	}
	slices.Sort(lons)
	return lons
}
