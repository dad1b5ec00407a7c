package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Along returns the part of a line (lon, lat) between the points on it nearest to two others,
// from the first to the second, and the distance in kilometres of the farther one from the line.
// A part of no length is nil.
func Along(line orb.LineString, from, to orb.Point) (stretch orb.LineString, offKm float64) {
	a, b := nearest(line, from), nearest(line, to)
	offKm = max(a.km, b.km)
	if a.at == b.at || len(line) < 2 {
		return nil, offKm
	}
	if a.at > b.at {
		stretch, _ = Along(line, to, from)
		stretch.Reverse()
		return stretch, offKm
	}
	stretch = orb.LineString{a.point}
	for i := int(a.at) + 1; float64(i) < b.at; i++ {
		stretch = append(stretch, line[i])
	}
	return append(stretch, b.point), offKm
}

// Foot returns the point on a line (lon, lat) nearest to another; that point itself for a line
// of fewer than two.
func Foot(line orb.LineString, p orb.Point) orb.Point {
	if len(line) < 2 {
		return p
	}
	return nearest(line, p).point
}

// foot is the point on a line nearest to another.
type foot struct {
	at    float64 // index of the preceding corner, plus the share of the way to the next
	point orb.Point
	km    float64
}

func nearest(line orb.LineString, p orb.Point) foot {
	best := foot{km: math.Inf(1)}
	for i := 1; i < len(line); i++ {
		t := footOn(line[i-1], line[i], p)
		q := orb.Point{line[i-1][0] + t*(line[i][0]-line[i-1][0]), line[i-1][1] + t*(line[i][1]-line[i-1][1])}
		if km := Distance(p, q); km < best.km {
			best = foot{float64(i-1) + t, q, km}
		}
	}
	return best
}

// footOn returns the share of the way from a to b at which the segment is nearest to p, on a
// plane in which a degree of longitude has its length at p.
func footOn(a, b, p orb.Point) float64 {
	scale := math.Cos(p[1] * math.Pi / 180)
	dx, dy := (b[0]-a[0])*scale, b[1]-a[1]
	if dx == 0 && dy == 0 {
		return 0
	}
	t := ((p[0]-a[0])*scale*dx + (p[1]-a[1])*dy) / (dx*dx + dy*dy)
	return min(1, max(0, t))
}

// Length returns the length of a line in kilometres.
func Length(line orb.LineString) float64 {
	km := 0.0
	for i := 1; i < len(line); i++ {
		km += Distance(line[i-1], line[i])
	}
	return km
}
