package geo

import (
	"math"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// Distance returns the great-circle distance of two points (lon, lat) in
// kilometres, by the haversine formula on a sphere of 6378.137 km. It is
// within 0.7 % of the distance on the ellipsoid (Karney 2013).
func Distance(a, b orb.Point) float64 { return orbgeo.DistanceHaversine(a, b) / 1000 }

// Bearing returns the direction from a to b in degrees clockwise from north,
// from 0 up to 360.
func Bearing(a, b orb.Point) float64 {
	return math.Mod(orbgeo.Bearing(a, b)+360, 360)
}

// Destination returns the point at a distance in kilometres and a bearing in
// degrees clockwise from north from p, on the sphere of Distance.
func Destination(p orb.Point, bearing, km float64) orb.Point {
	q := orbgeo.PointAtBearingAndDistance(p, bearing, km*1000)
	q[0] = math.Mod(q[0]+540, 360) - 180
	return q
}
