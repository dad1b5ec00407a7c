package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Outer returns the outer part of an area towards a bearing in degrees: the last share, 0 to 1,
// of its extent in that direction, as "northern Syria" is the northern third. The cut is
// straight in degrees; bearings are those at the centre of the area's bounds.
func Outer(area orb.Geometry, bearing, share float64) (orb.Geometry, error) {
	area = inOnePiece(area)
	middle := Middle(area)
	sin, cos := math.Sincos(bearing * math.Pi / 180)
	scale := math.Cos(middle[1] * math.Pi / 180) // of a degree of longitude
	least, most := math.Inf(1), math.Inf(-1)
	for _, ring := range rings(area) {
		for _, p := range ring {
			along := (p[0]-middle[0])*scale*sin + (p[1]-middle[1])*cos
			least, most = min(least, along), max(most, along)
		}
	}
	cut, reach := most-share*(most-least), 2*(area.Bound().Max[0]-area.Bound().Min[0]+most-least)
	corner := func(along, across float64) orb.Point {
		return orb.Point{middle[0] + (along*sin+across*cos)/scale, middle[1] + along*cos - across*sin}
	}
	ring := orb.Ring{corner(cut, reach), corner(cut+reach, reach), corner(cut+reach, -reach), corner(cut, -reach), corner(cut, reach)}
	part, err := Intersection(area, orb.Polygon{ring})
	if err != nil || part == nil {
		return nil, err
	}
	return foldedAll(part), nil
}

// inOnePiece moves the western half of an area cut at the antimeridian beyond 180 degrees, and
// returns any other area as it is.
func inOnePiece(area orb.Geometry) orb.Geometry {
	bound := area.Bound()
	if bound.Max[0]-bound.Min[0] <= 180 {
		return area
	}
	area = orb.Clone(area)
	for _, polygon := range polygons(area) {
		if polygon.Bound().Max[0] > 0 {
			continue
		}
		for _, ring := range polygon {
			for i := range ring {
				ring[i][0] += 360
			}
		}
	}
	return area
}

// foldedAll brings areas back onto the map.
func foldedAll(area orb.Geometry) orb.Geometry {
	var parts []orb.Geometry
	for _, polygon := range polygons(area) {
		parts = append(parts, folded(polygon))
	}
	return joined(parts)
}

func polygons(area orb.Geometry) []orb.Polygon {
	switch area := area.(type) {
	case orb.Polygon:
		return []orb.Polygon{area}
	case orb.MultiPolygon:
		return area
	}
	return nil
}
