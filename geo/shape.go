package geo

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/paulmach/orb/simplify"
	"github.com/peterstace/simplefeatures/geom"
)

// discPoints is how many points make a circle; its polygon lies within 0.5 %
// of the radius.
const discPoints = 32

// Disc returns the polygon of all points within a radius in kilometres of the
// centre (lon, lat).
func Disc(centre orb.Point, radiusKm float64) orb.Polygon {
	ring := make(orb.Ring, 0, discPoints+1)
	for i := range discPoints {
		ring = append(ring, Destination(centre, -float64(i)*360/discPoints, radiusKm))
	}
	return orb.Polygon{append(ring, ring[0])}
}

// Cone returns the polygon that opens from the apex (lon, lat) to both sides
// of a bearing in degrees clockwise from north, as far as a radius in
// kilometres. halfAngle is below 180.
func Cone(apex orb.Point, bearing, halfAngle, radiusKm float64) orb.Polygon {
	const step = 7.5
	ring := orb.Ring{apex}
	for turn := halfAngle; turn > -halfAngle; turn -= step {
		ring = append(ring, Destination(apex, bearing+turn, radiusKm))
	}
	ring = append(ring, Destination(apex, bearing-halfAngle, radiusKm), apex)
	return orb.Polygon{ring}
}

// Intersection returns what two areas have in common, nil when that is
// nothing. Edges are straight in degrees. The overlay is simplefeatures'
// (after the JTS OverlayNG design); it fails only on areas that are broken.
func Intersection(a, b orb.Geometry) (orb.Geometry, error) { return overlay(a, b, geom.Intersection) }

// Difference returns what of area a is not in b, nil when that is nothing.
func Difference(a, b orb.Geometry) (orb.Geometry, error) { return overlay(a, b, geom.Difference) }

func overlay(a, b orb.Geometry, operation func(a, b geom.Geometry) (geom.Geometry, error)) (orb.Geometry, error) {
	x, err := toSimple(a)
	if err != nil {
		return nil, err
	}
	y, err := toSimple(b)
	if err != nil {
		return nil, err
	}
	result, err := operation(x, y)
	if err != nil {
		return nil, fmt.Errorf("overlay: %w", err)
	}
	if result.IsEmpty() {
		return nil, nil
	}
	g, err := wkb.Unmarshal(result.AsBinary())
	if err != nil {
		return nil, err
	}
	return areaOf(g), nil
}

func toSimple(g orb.Geometry) (geom.Geometry, error) {
	b, err := wkb.Marshal(g)
	if err != nil {
		return geom.Geometry{}, err
	}
	return geom.UnmarshalWKB(b, geom.NoValidate{})
}

// areaOf drops the points and lines that an overlay can leave where areas
// merely touch.
func areaOf(g orb.Geometry) orb.Geometry {
	collection, ok := g.(orb.Collection)
	if !ok {
		return g
	}
	var areas orb.MultiPolygon
	for _, part := range collection {
		switch part := part.(type) {
		case orb.Polygon:
			areas = append(areas, part)
		case orb.MultiPolygon:
			areas = append(areas, part...)
		}
	}
	if len(areas) == 0 {
		return nil
	}
	return areas
}

// Sector returns the part of an area that lies to a bearing from a centre
// inside it, within halfAngle degrees to each side.
func Sector(area orb.Geometry, centre orb.Point, bearing, halfAngle float64) (orb.Geometry, error) {
	reach := 0.0
	bound := area.Bound()
	for _, corner := range [...]orb.Point{bound.Min, bound.Max, {bound.Min[0], bound.Max[1]}, {bound.Max[0], bound.Min[1]}} {
		reach = max(reach, Distance(centre, corner))
	}
	return Intersection(area, Cone(centre, bearing, halfAngle, 1.1*reach/math.Cos(math.Pi/24)))
}

// Hull returns the convex hull of points as a polygon, nil when they lie on one
// line (Andrew's monotone chain, 1979).
func Hull(points []orb.Point) orb.Geometry {
	multi := make([]geom.Geometry, len(points))
	for i, p := range points {
		multi[i] = geom.XY{X: p[0], Y: p[1]}.AsPoint().AsGeometry()
	}
	hull := geom.NewGeometryCollection(multi).ConvexHull()
	if !hull.IsPolygon() {
		return nil
	}
	g, err := wkb.Unmarshal(hull.AsBinary())
	if err != nil {
		return nil
	}
	return g
}

// Simplified returns a copy of g without the vertices that Douglas and Peucker
// (1973) drop at a tolerance in degrees.
func Simplified(g orb.Geometry, tolerance float64) orb.Geometry {
	return simplify.DouglasPeucker(tolerance).Simplify(orb.Clone(g))
}

// Middle returns the middle of the bounds of g.
func Middle(g orb.Geometry) orb.Point { return g.Bound().Center() }
