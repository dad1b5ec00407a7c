package geo

import (
	"fmt"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"github.com/peterstace/simplefeatures/geom"
)

// The set operations take areas in lon, lat whose edges are straight in degrees and that are cut
// at the antimeridian (RFC 7946, section 3.1.9), as all functions of this package return them.
// The overlay is that of simplefeatures (a doubly connected edge list; de Berg et al. 2008,
// chapter 2). Corners are first snapped to a ten-millionth of a degree, 1 cm. An error means
// that an area is invalid: it crosses itself.

// overlayDecimals are the decimals of a degree that corners are snapped to.
const overlayDecimals = 7

// Intersection returns the intersection of two areas, nil if empty.
func Intersection(a, b orb.Geometry) (orb.Geometry, error) { return overlay(a, b, geom.Intersection) }

// Difference returns area a without b, nil if empty.
func Difference(a, b orb.Geometry) (orb.Geometry, error) { return overlay(a, b, geom.Difference) }

// Union returns the union of areas, nil if empty; nil areas are empty. It joins pairs,
// neighbours first: simplefeatures' union of many at once mistakes a part inside another's hole
// for the hole.
func Union(areas ...orb.Geometry) (orb.Geometry, error) {
	switch n := len(areas); n {
	case 0:
		return nil, nil
	case 1:
		return areas[0], nil
	case 2:
		return overlay(areas[0], areas[1], geom.Union)
	default:
		left, err := Union(areas[:n/2]...)
		if err != nil {
			return nil, err
		}
		right, err := Union(areas[n/2:]...)
		if err != nil {
			return nil, err
		}
		return overlay(left, right, geom.Union)
	}
}

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
	return fromSimple(result)
}

func toSimple(g orb.Geometry) (geom.Geometry, error) {
	if g == nil {
		return geom.Geometry{}, nil
	}
	b, err := wkb.Marshal(g)
	if err != nil {
		return geom.Geometry{}, err
	}
	s, err := geom.UnmarshalWKB(b, geom.NoValidate{})
	if err != nil {
		return geom.Geometry{}, err
	}
	return s.SnapToGrid(overlayDecimals), nil
}

// fromSimple returns the areas of a result, outer rings counter-clockwise, nil if there are
// none.
func fromSimple(s geom.Geometry) (orb.Geometry, error) {
	if s.IsEmpty() {
		return nil, nil
	}
	g, err := wkb.Unmarshal(s.ForceCCW().AsBinary())
	if err != nil {
		return nil, err
	}
	return areasOf(g), nil
}

// areasOf drops the points and lines that an overlay can leave where areas
// merely touch.
func areasOf(g orb.Geometry) orb.Geometry {
	switch g := g.(type) {
	case orb.Polygon, orb.MultiPolygon:
		return g
	case orb.Collection:
		return joined(g)
	}
	return nil
}

// joined combines the polygons among geometries: nil, a Polygon or a MultiPolygon.
func joined(parts []orb.Geometry) orb.Geometry {
	areas := joinedAreas(parts)
	switch len(areas) {
	case 0:
		return nil
	case 1:
		return areas[0]
	}
	return areas
}
