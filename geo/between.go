package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Between returns the land between two points (lon, lat): an ellipse along the line between
// them, whose half-width is a share of their distance. It is nil for equal points. Its corners
// lie on the ellipse within 0.1 % if the points are less than 500 km apart.
func Between(a, b orb.Point, share float64) orb.Geometry {
	length := Distance(a, b)
	if length < 1e-6 {
		return nil
	}
	bearing := Bearing(a, b)
	middle := Destination(a, bearing, length/2)
	ahead := Bearing(middle, b)
	ring := make(orb.Ring, 0, 360/arcStep+1)
	for turn := 0.0; turn < 360; turn += arcStep {
		sin, cos := math.Sincos(turn * math.Pi / 180)
		along, across := length/2*cos, share*length*sin
		ring = append(ring, Destination(middle, ahead-math.Atan2(across, along)*180/math.Pi, math.Hypot(along, across)))
	}
	return enclosed(append(ring, ring[0]))
}
