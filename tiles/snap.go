package tiles

import (
	"math"

	"github.com/paulmach/orb"
)

// snap rounds a geometry to whole units as the specification requires (4.3.3 and 4.3.4): without
// repeated points, lines of one point, or areas of size zero; rings closed, outer ones with a
// positive area. It returns nil if nothing is left.
func snap(g orb.Geometry) orb.Geometry {
	switch g := g.(type) {
	case nil:
		return nil
	case orb.Point:
		return floor(g)
	case orb.MultiPoint:
		return orb.MultiPoint(snapPoints(g))
	case orb.LineString:
		return snapLines(orb.MultiLineString{g})
	case orb.MultiLineString:
		return snapLines(g)
	case orb.Ring:
		return snapPolygons(orb.MultiPolygon{{g}})
	case orb.Polygon:
		return snapPolygons(orb.MultiPolygon{g})
	case orb.MultiPolygon:
		return snapPolygons(g)
	case orb.Bound:
		return snapPolygons(orb.MultiPolygon{g.ToPolygon()})
	}
	panic("tiles: a geometry of a type that flatten leaves none of")
}

func floor(p orb.Point) orb.Point { return orb.Point{math.Floor(p[0]), math.Floor(p[1])} }

// snapPoints rounds points to whole units and drops repeated ones.
func snapPoints(points []orb.Point) []orb.Point {
	var out []orb.Point
	for _, p := range points {
		if p = floor(p); len(out) == 0 || p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

func snapLines(lines orb.MultiLineString) orb.Geometry {
	out := snapEach(lines, func(l orb.LineString) orb.LineString { return snapPoints(l) }, 2)
	if len(out) == 0 {
		return nil
	}
	return orb.MultiLineString(out)
}

func snapPolygons(polygons orb.MultiPolygon) orb.Geometry {
	out := snapEach(polygons, snapPolygon, 1)
	if len(out) == 0 {
		return nil
	}
	return orb.MultiPolygon(out)
}

// snapEach snaps the members of a geometry, and keeps those with at least so many parts.
func snapEach[M ~[]P, P any](members []M, snap func(M) M, least int) []M {
	var out []M
	for _, m := range members {
		if m := snap(m); len(m) >= least {
			out = append(out, m)
		}
	}
	return out
}

// snapPolygon is empty if its outer ring has no area.
func snapPolygon(p orb.Polygon) orb.Polygon {
	var out orb.Polygon
	for i, ring := range p {
		r, want := orb.Ring(snapPoints(ring)), orb.CW
		if i == 0 {
			want = orb.CCW // positive where y points south
		}
		if len(r) > 0 && !r.Closed() {
			r = append(r, r[0])
		}
		switch {
		case len(r) >= 4 && r.Orientation() != 0:
			if r.Orientation() != want {
				r.Reverse()
			}
			out = append(out, r)
		case i == 0:
			return nil
		}
	}
	return out
}
