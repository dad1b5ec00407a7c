package geo

import (
	"github.com/paulmach/orb"
)

// Buffer returns the area within a distance in kilometres of a geometry (lon, lat): the corridor
// of a line, an area and the land around it. Outlines are first simplified to a tenth of the
// distance, so that the result is exact within 11 % of it; it is nil for nothing.
func Buffer(g orb.Geometry, km float64) (orb.Geometry, error) {
	var parts []orb.Geometry
	for _, line := range linesOf(Simplified(g, km/10/degreeKm)) {
		for i := range line {
			if i > 0 || len(line) == 1 {
				parts = append(parts, stroke(line[max(0, i-1)], line[i], km)...)
			}
		}
	}
	if areas := areasOf(g); areas != nil {
		parts = append(parts, areas)
	}
	return Union(parts...)
}

// degreeKm is the length of a degree of latitude.
const degreeKm = 111.2

// strokeKm is the length up to which a segment is taken for the great circle.
const strokeKm = 100

// stroke returns capsules along the line from a to b, straight in degrees.
func stroke(a, b orb.Point, km float64) []orb.Geometry {
	pieces := int(Distance(a, b)/strokeKm) + 1
	b = unwrapped(orb.Ring{a, b})[1]
	at := func(i int) orb.Point {
		t := float64(i) / float64(pieces)
		return onMap(orb.Point{a[0] + t*(b[0]-a[0]), a[1] + t*(b[1]-a[1])})
	}
	var capsules []orb.Geometry
	for i := range pieces {
		capsules = append(capsules, capsule(at(i), at(i+1), km))
	}
	return capsules
}

// capsule returns the area within a distance of the great circle from a to b.
func capsule(a, b orb.Point, km float64) orb.Geometry {
	if Distance(a, b) < 1e-6 {
		return Disc(a, km)
	}
	ahead, back := Bearing(b, a)+180, Bearing(a, b)
	ring := arc(nil, b, ahead+90, ahead-90, km)
	ring = arc(ring, a, back-90, back-270, km)
	return enclosed(append(ring, ring[0]))
}

// onMap brings a longitude into -180..180.
func onMap(p orb.Point) orb.Point {
	switch {
	case p[0] > 180:
		p[0] -= 360
	case p[0] < -180:
		p[0] += 360
	}
	return p
}

// linesOf returns the lines and outlines of a geometry; a point is a line of one point.
func linesOf(g orb.Geometry) []orb.LineString {
	switch g := g.(type) {
	case orb.Point:
		return []orb.LineString{{g}}
	case orb.LineString:
		return []orb.LineString{g}
	case orb.MultiLineString:
		return g
	}
	var lines []orb.LineString
	for _, ring := range rings(g) {
		lines = append(lines, orb.LineString(ring))
	}
	return lines
}
