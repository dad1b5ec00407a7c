package control

import (
	"iter"

	"github.com/paulmach/orb"

	"dateline/geo"
)

// Course is a river or a road named in the sentence of a claim.
type Course struct {
	Place string         // id in the gazetteer
	Name  string         // of the river or road
	Line  orb.LineString // lon, lat
}

// Along returns a segment drawn along the first course in its claims that lies between its two
// places, or the segment itself. It uses the part of the course within reach kilometres of both
// places, and no farther from the straight line than that is from the places: its uncertainty
// there. The uncertainty of the result follows from the middle of the new line.
func (s Segment) Along(courses []Course, reach float64) Segment {
	for i := range courses {
		if line := s.follow(courses[i].Line, reach); line != nil {
			middle := halfway(line)
			s.Line, s.Course = line, &courses[i]
			s.UncertaintyKm = min(geo.Distance(middle, s.Left.Point), geo.Distance(middle, s.Right.Point))
			return s
		}
	}
	return s
}

// followStep is the sampling distance along a course in kilometres.
const followStep = 0.5

// follow returns the part of a course that replaces a segment, nil for none.
func (s *Segment) follow(course orb.LineString, reach float64) orb.LineString {
	if !geo.Separates(course, s.Left.Point, s.Right.Point) {
		return nil
	}
	stretch, _ := geo.Along(course, s.Line[0], s.Line[1])
	var run orb.LineString // so far, the last point not yet a corner
	corner := true
	for i := range stretch {
		for p, isCorner := range between(stretch, i) {
			if s.allows(p, reach) {
				if !corner {
					run = run[:len(run)-1]
				}
				run, corner = append(run, p), isCorner || len(run) == 0
				continue
			}
			if s.stands(run) {
				return run
			}
			run, corner = nil, true
		}
	}
	if s.stands(run) {
		return run
	}
	return nil
}

// between yields points of a line from its corner i-1 up to corner i, and whether each is that
// corner.
func between(line orb.LineString, i int) iter.Seq2[orb.Point, bool] {
	return func(yield func(orb.Point, bool) bool) {
		if i > 0 {
			a, b := line[i-1], line[i]
			n := int(geo.Distance(a, b) / followStep)
			for k := 1; k <= n; k++ {
				share := float64(k) / float64(n+1)
				if !yield(orb.Point{a[0] + share*(b[0]-a[0]), a[1] + share*(b[1]-a[1])}, false) {
					return
				}
			}
		}
		yield(line[i], true)
	}
}

// allows reports whether a segment may pass a point.
func (s *Segment) allows(p orb.Point, reach float64) bool {
	foot := geo.Foot(s.Line, p)
	return geo.Distance(p, foot) <= geo.Distance(foot, s.Left.Point) && geo.Distance(p, s.Left.Point) <= reach && geo.Distance(p, s.Right.Point) <= reach
}

// stands reports whether a line separates the places of a segment.
func (s *Segment) stands(line orb.LineString) bool {
	return len(line) > 1 && geo.Length(line) >= shortest && geo.Separates(line, s.Left.Point, s.Right.Point)
}

// halfway returns the point halfway along a line.
func halfway(line orb.LineString) orb.Point {
	left := geo.Length(line) / 2
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		km := geo.Distance(a, b)
		if km >= left && km > 0 {
			share := left / km
			return orb.Point{a[0] + share*(b[0]-a[0]), a[1] + share*(b[1]-a[1])}
		}
		left -= km
	}
	return line[len(line)-1]
}
