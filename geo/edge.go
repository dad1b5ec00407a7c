package geo

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// SharedEdge returns the parts of area a's outline that run within a distance in kilometres of
// area b: the border of two countries whose outlines were simplified separately.
func SharedEdge(a, b orb.Geometry, km float64) orb.MultiLineString {
	near := b.Bound().Pad(km / 80) // a degree is longer than 80 km where people live
	var lines orb.MultiLineString
	for _, ring := range rings(a) {
		var line orb.LineString
		flush := func() {
			if len(line) > 1 {
				lines = append(lines, line)
			}
			line = nil
		}
		for _, p := range ring {
			if near.Contains(p) && withinKm(b, p, km) {
				line = append(line, p)
			} else {
				flush()
			}
		}
		flush()
	}
	return lines
}

func rings(g orb.Geometry) []orb.Ring {
	switch g := g.(type) {
	case orb.Polygon:
		return g
	case orb.MultiPolygon:
		var all []orb.Ring
		for _, p := range g {
			all = append(all, p...)
		}
		return all
	}
	return nil
}

// withinKm reports whether p lies in area g or within a distance of it, on a plane in which a
// degree of longitude has its length at p.
func withinKm(g orb.Geometry, p orb.Point, km float64) bool {
	for _, ring := range rings(g) {
		if planar.RingContains(ring, p) {
			return true
		}
		for i := 1; i < len(ring); i++ {
			if segmentKm(ring[i-1], ring[i], p) <= km {
				return true
			}
		}
	}
	return false
}

// segmentKm returns the distance of p from the segment a-b in kilometres.
func segmentKm(a, b, p orb.Point) float64 {
	scaleX, scaleY := Distance(p, orb.Point{p[0] + 1, p[1]}), Distance(p, orb.Point{p[0], p[1] + 1})
	flat := func(q orb.Point) orb.Point { return orb.Point{(q[0] - p[0]) * scaleX, (q[1] - p[1]) * scaleY} }
	return planar.DistanceFromSegment(flat(a), flat(b), orb.Point{})
}
