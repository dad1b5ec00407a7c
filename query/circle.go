package query

import (
	"fmt"
	"math"
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// Limits of a circle's radius, in km.
const (
	LeastKm = 0.1
	MostKm  = 1000
)

// leastFromPole is how many km from a pole circles must end, as a circle around a pole is no
// polygon on the plane of lon and lat.
const leastFromPole = 100

// ParseCircle reads "lon,lat,km", degrees of WGS 84 and kilometres, and returns a Filter for
// features that touch the circle. The circle is a polygon of 48 corners on it, whose sides are,
// up to 60 degrees from the equator, at most a hundredth of the radius off.
func ParseCircle(s string) (*Filter, error) {
	parts := strings.Split(s, ",")
	if len(parts) != 3 {
		return nil, fmt.Errorf("%q holds %d values; give lon,lat,km, such as 36.63,35.93,15", s, len(parts))
	}
	var v [3]float64
	for i, part := range parts {
		var err error
		if v[i], err = ParseNumber(strings.TrimSpace(part)); err != nil {
			return nil, fmt.Errorf("%w; give lon,lat,km, such as 36.63,35.93,15", err)
		}
	}
	centre, km := orb.Point{v[0], v[1]}, v[2]
	switch {
	case centre[0] < -180 || centre[0] > 180:
		return nil, fmt.Errorf("the longitude %v is beyond 180 degrees; the order is lon,lat,km", centre[0])
	case centre[1] < -90 || centre[1] > 90:
		return nil, fmt.Errorf("the latitude %v is beyond 90 degrees; the order is lon,lat,km", centre[1])
	case km < LeastKm || km > MostKm:
		return nil, fmt.Errorf("the radius is %v km; give %v to %v", km, LeastKm, MostKm)
	}
	if pole := (orb.Point{centre[0], math.Copysign(90, centre[1])}); geo.Distance(centre, pole) < km+leastFromPole {
		return nil, fmt.Errorf("the circle %s is less than %d km from a pole; give a bbox there", s, leastFromPole)
	}
	return ParseFilter(within(centre, km), []Field{{Name: Geometry, Type: Shape}}, CRS84)
}

// corners of the polygon.
const corners = 48

// within returns CQL2 for touching a circle, on both sides of the antimeridian if it crosses
// that.
func within(centre orb.Point, km float64) string {
	ring := make(orb.Ring, corners+1)
	for i := range ring {
		p := geo.Destination(centre, 360*float64(corners-i%corners)/corners, km)
		switch {
		case p[0]-centre[0] > 180:
			p[0] -= 360
		case centre[0]-p[0] > 180:
			p[0] += 360
		}
		ring[i] = p
	}
	filter := touches(ring, 0)
	switch b := ring.Bound(); {
	case b.Max[0] > 180:
		filter += " OR " + touches(ring, -360)
	case b.Min[0] < -180:
		filter += " OR " + touches(ring, 360)
	}
	return filter
}

// touches returns CQL2 for touching the part on the map of a ring, moved along the parallels.
func touches(ring orb.Ring, moved float64) string {
	away := make(orb.Ring, len(ring))
	for i, p := range ring {
		away[i] = orb.Point{p[0] + moved, p[1]}
	}
	here := clip.Ring(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}, away)
	points := make([]string, len(here))
	for i, p := range here {
		points[i] = fmt.Sprintf("%.5f %.5f", p[0], p[1])
	}
	return "S_INTERSECTS(geometry, POLYGON((" + strings.Join(points, ", ") + ")))"
}
