package query

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// maxCrossings limits how often the lines of a geometry may cross when the full matrix of two
// geometries is computed: each crossing becomes a vertex, and a line of n points may have n*n of
// them.
const maxCrossings = 500

// crossings counts how often the segments of a geometry cross, up to maxCrossings + 1. Those of
// valid areas never do.
func crossings(g orb.Geometry) int {
	segments := appendSegments(nil, g)
	for i, s := range segments {
		if s[0][0] > s[1][0] {
			segments[i] = segment{s[1], s[0]}
		}
	}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a[0][0], b[0][0]) })
	n := 0
	for i, s := range segments {
		for _, t := range segments[i+1:] {
			if t[0][0] > s[1][0] {
				break // this one and all following lie to the east
			}
			if !crosses(s, t) {
				continue
			}
			if n++; n > maxCrossings {
				return n
			}
		}
	}
	return n
}

// segment is a piece of a line between two points.
type segment [2]orb.Point

func appendSegments(all []segment, g orb.Geometry) []segment {
	switch g := g.(type) {
	case orb.LineString:
		for i := 1; i < len(g); i++ {
			all = append(all, segment{g[i-1], g[i]})
		}
	case orb.MultiLineString:
		for _, line := range g {
			all = appendSegments(all, line)
		}
	case orb.Polygon:
		for _, ring := range g {
			all = appendSegments(all, orb.LineString(ring))
		}
	case orb.MultiPolygon:
		for _, area := range g {
			all = appendSegments(all, area)
		}
	case orb.Collection:
		for _, member := range g {
			all = appendSegments(all, member)
		}
	}
	return all
}

// crosses reports whether two segments cross or overlap, not merely touch.
func crosses(a, b segment) bool {
	from, to := side(a, b[0]), side(a, b[1])
	if from == 0 && to == 0 {
		return alongside(a, b)
	}
	return from*to < 0 && side(b, a[0])*side(b, a[1]) < 0
}

// alongside reports whether segments of one line have more than a point in common.
func alongside(a, b segment) bool {
	for axis := range 2 {
		from := max(min(a[0][axis], a[1][axis]), min(b[0][axis], b[1][axis]))
		to := min(max(a[0][axis], a[1][axis]), max(b[0][axis], b[1][axis]))
		if from < to {
			return true
		}
	}
	return false
}

// side is positive for a point on the left of a segment, negative on the right.
func side(s segment, p orb.Point) float64 {
	return (s[1][0]-s[0][0])*(p[1]-s[0][1]) - (s[1][1]-s[0][1])*(p[0]-s[0][0])
}
