package geo

import "github.com/paulmach/orb"

// arcStep is the angle between two corners of an arc in degrees: the chord lies within 0.5 % of
// the radius.
const arcStep = 11.25

// Disc returns the area within a radius in kilometres of a centre (lon, lat). Its edge lies
// within 0.5 % of the radius of the true circle, never outside; the radius must be below 10,000
// km.
func Disc(centre orb.Point, radiusKm float64) orb.Geometry {
	ring := arc(nil, centre, 180, -180, radiusKm)
	ring[len(ring)-1] = ring[0]
	return enclosed(ring)
}

// arc appends the corners of an arc around a centre, including both ends. from and to are
// bearings in degrees; the arc runs counter-clockwise if to is less.
func arc(ring orb.Ring, centre orb.Point, from, to, radiusKm float64) orb.Ring {
	step := -arcStep
	if to > from {
		step = arcStep
	}
	for bearing := from; (to-bearing)*step > 0; bearing += step {
		ring = append(ring, Destination(centre, bearing, radiusKm))
	}
	return append(ring, Destination(centre, to, radiusKm))
}
