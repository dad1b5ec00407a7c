package geo

import (
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"
)

// RFC7946 returns a geometry as RFC 7946 requires, and whether that changed it: outer rings
// counterclockwise and holes clockwise (3.1.6), areas drawn by hand without self-crossings, and
// lines whose steps exceed half a turn of longitude cut at the antimeridian (3.1.9). It does not
// modify its input.
func RFC7946(g orb.Geometry) (_ orb.Geometry, changed bool) {
	switch g := g.(type) {
	case orb.LineString:
		return cutLines(g)
	case orb.MultiLineString:
		return cutLines(g...)
	case orb.Ring:
		p, changed := turned(orb.Polygon{g})
		return p[0], changed
	case orb.Polygon:
		if area, tangled := untangled(g); tangled {
			return area, true
		}
		return turned(g)
	case orb.MultiPolygon:
		parts := make([]orb.Geometry, len(g))
		for i, p := range g {
			part, other := RFC7946(p)
			parts[i], changed = part, changed || other
		}
		if !changed {
			return g, false
		}
		return joinedAreas(parts), true
	case orb.Collection:
		out := make(orb.Collection, len(g))
		for i, member := range g {
			part, other := RFC7946(member)
			out[i], changed = part, changed || other
		}
		return out, changed
	}
	return g, false
}

// AsWritten returns a geometry of lon, lat exactly as clients receive it: rounded as
// AppendGeometry writes it, and conforming to RFC 7946.
func AsWritten(g orb.Geometry) orb.Geometry {
	if g == nil {
		return nil
	}
	g, _ = RFC7946(project.Geometry(orb.Clone(g), func(p orb.Point) orb.Point { return orb.Point{Round6(p[0]), Round6(p[1])} }))
	return g
}

// joinedAreas returns areas as one MultiPolygon.
func joinedAreas(parts []orb.Geometry) orb.MultiPolygon {
	var all orb.MultiPolygon
	for _, part := range parts {
		switch part := part.(type) {
		case orb.Polygon:
			all = append(all, part)
		case orb.MultiPolygon:
			all = append(all, part...)
		}
	}
	return all
}

// turned orients the rings of a polygon.
func turned(p orb.Polygon) (_ orb.Polygon, changed bool) {
	out := make(orb.Polygon, len(p))
	for i, ring := range p {
		wrong := orb.CCW
		if i == 0 {
			wrong = orb.CW
		}
		if out[i] = ring; ring.Orientation() == wrong {
			out[i], changed = ring.Clone(), true
			out[i].Reverse()
		}
	}
	return out, changed
}

// cutLines returns one line or several.
func cutLines(lines ...orb.LineString) (_ orb.Geometry, changed bool) {
	var parts orb.MultiLineString
	for _, line := range lines {
		parts = append(parts, cutLine(line)...)
		changed = changed || crosses(line)
	}
	if len(parts) == 1 && (changed || len(lines) == 1) {
		return parts[0], changed
	}
	return parts, changed
}

// crosses reports whether the shorter way of a step crosses the antimeridian.
func crosses(line orb.LineString) bool {
	for i := 1; i < len(line); i++ {
		if math.Abs(line[i][0]-line[i-1][0]) > 180 {
			return true
		}
	}
	return false
}

// cutLine cuts a line wherever the shorter way of a step crosses the antimeridian. A line that
// consists of such a step alone has no parts.
func cutLine(line orb.LineString) []orb.LineString {
	var parts []orb.LineString
	part := line[:min(1, len(line)):1]
	add := func(p orb.Point) {
		if part[len(part)-1] != p {
			part = append(part, p)
		}
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if math.Abs(b[0]-a[0]) <= 180 {
			part = append(part, b)
			continue
		}
		edge := math.Copysign(180, a[0])
		lat := b[1]
		if way := b[0] + 2*edge - a[0]; way != 0 {
			lat = a[1] + (b[1]-a[1])*(edge-a[0])/way
		}
		add(orb.Point{edge, lat})
		if len(part) > 1 {
			parts = append(parts, part)
		}
		part = orb.LineString{{-edge, lat}}
		add(b)
	}
	if len(part) > 1 || len(parts) == 0 {
		parts = append(parts, part)
	}
	return parts
}
