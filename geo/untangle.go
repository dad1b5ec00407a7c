package geo

import "github.com/paulmach/orb"

// maxTangled is the number of corners up to which a ring is examined: rings that cross
// themselves are drawn by hand, and the work grows with the square.
const maxTangled = 64

// untangled returns the area of a polygon without holes whose ring crosses itself once, as a bow
// tie: the two loops or, if one lies in the other, what is between them (the even-odd rule). It
// returns false if there is nothing to untangle, or too much.
func untangled(p orb.Polygon) (orb.Geometry, bool) {
	if len(p) != 1 || len(p[0]) > maxTangled {
		return nil, false
	}
	ring := p[0]
	crossings := selfCrossings(ring)
	if len(crossings) != 1 {
		return nil, false
	}
	c := crossings[0]
	outer := append(append(ring[:c.first:c.first], c.at), ring[c.second:]...)
	inner := append(append(orb.Ring{c.at}, ring[c.first:c.second]...), c.at)
	if outer.Orientation() != inner.Orientation() {
		a, _ := turned(orb.Polygon{outer})
		b, _ := turned(orb.Polygon{inner})
		return orb.MultiPolygon{a, b}, true
	}
	if !outer.Bound().Union(inner.Bound()).Equal(outer.Bound()) {
		outer, inner = inner, outer
	}
	area, _ := turned(orb.Polygon{outer, inner})
	return area, true
}

// crossing is the point where the edges that end at two corners of a ring cross.
type crossing struct {
	first, second int
	at            orb.Point
}

// selfCrossings returns the points where edges of a ring cross between their ends.
func selfCrossings(ring orb.Ring) []crossing {
	var all []crossing
	for i := 1; i < len(ring); i++ {
		for j := i + 2; j < len(ring); j++ {
			if at, cross := crossingOf(ring[i-1], ring[i], ring[j-1], ring[j]); cross {
				all = append(all, crossing{i, j, at})
			}
		}
	}
	return all
}

// crossingOf returns the point where the edges from a to b and from c to d cross between their
// ends.
func crossingOf(a, b, c, d orb.Point) (orb.Point, bool) {
	before, behind := turn(c, d, a), turn(c, d, b)
	if before*behind >= 0 || turn(a, b, c)*turn(a, b, d) >= 0 {
		return orb.Point{}, false
	}
	share := before / (before - behind)
	return orb.Point{a[0] + share*(b[0]-a[0]), a[1] + share*(b[1]-a[1])}, true
}

// turn is positive if the way from a by b to c turns left, in degrees.
func turn(a, b, c orb.Point) float64 {
	return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0])
}
