package geo

import (
	"math"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// Distance returns the great-circle distance of two points (lon, lat) in kilometres, by the
// haversine formula on a sphere of 6378.137 km. It is within 0.7 % of the distance on the
// ellipsoid (Karney 2013).
func Distance(a, b orb.Point) float64 { return orbgeo.DistanceHaversine(a, b) / 1000 }

// Ray is the unit vector from the centre of the earth to a point. Where many points are measured
// against many others, rays take a fifth of the time.
type Ray [3]float64 // of length 1

// RayTo returns the ray to a point (lon, lat).
func RayTo(p orb.Point) Ray {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	return Ray{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// Distance returns the distance between the points of two rays in kilometres, as the function
// Distance does.
func (a *Ray) Distance(b *Ray) float64 {
	x, y, z := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return 2 * orb.EarthRadius / 1000 * math.Asin(min(1, math.Sqrt(x*x+y*y+z*z)/2))
}

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
