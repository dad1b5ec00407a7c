package geo

import "github.com/paulmach/orb"

// sideKm is the distance between corners on a wedge's straight sides, which makes them follow
// the great circle.
const sideKm = 100

// Wedge returns the area between two distances in kilometres from an apex (lon,
// lat), to both sides of a bearing in degrees clockwise from north. halfAngle
// is below 180, inner below outer, outer below 20,000 km.
func Wedge(apex orb.Point, bearing, halfAngle, inner, outer float64) orb.Geometry {
	right, left := bearing+halfAngle, bearing-halfAngle
	var ring orb.Ring
	if inner > 0 {
		ring = arc(ring, apex, left, right, inner)
	} else {
		ring = orb.Ring{apex}
	}
	for km := inner + sideKm; km < outer; km += sideKm {
		ring = append(ring, Destination(apex, right, km))
	}
	ring = arc(ring, apex, right, left, outer)
	for km := outer - sideKm; km > inner; km -= sideKm {
		ring = append(ring, Destination(apex, left, km))
	}
	return enclosed(append(ring, ring[0]))
}

// Sector returns the part of an area that lies at a bearing in degrees from a centre (lon, lat),
// within halfAngle degrees to each side; nil if empty. It is the cone of cardinal direction
// relations (Frank 1992), as GeoCoDe (Laparra and Bethard, COLING 2020) and Chen, Vasardani and
// Winter (2018) draw "in the north of".
func Sector(area orb.Geometry, centre orb.Point, bearing, halfAngle float64) (orb.Geometry, error) {
	return Intersection(area, Wedge(centre, bearing, halfAngle, 0, margin*Reach(area, centre)))
}

// FarSector returns the outer half of a Sector towards its bearing (Outer).
func FarSector(area orb.Geometry, centre orb.Point, bearing, halfAngle float64) (orb.Geometry, error) {
	sector, err := Sector(area, centre, bearing, halfAngle)
	if err != nil || sector == nil {
		return nil, err
	}
	return Outer(sector, bearing, 0.5)
}

// Centre returns the part of an area within a share of its reach from a point
// (lon, lat).
func Centre(area orb.Geometry, middle orb.Point, share float64) (orb.Geometry, error) {
	return Intersection(area, Disc(middle, share*Reach(area, middle)))
}

// margin extends a wedge beyond the area it cuts: its chords lie up to 0.5 % inside the arc.
const margin = 1.03

// Reach returns how far the farthest corner of an area lies from a point (lon,
// lat), in kilometres.
func Reach(area orb.Geometry, from orb.Point) float64 {
	reach := 0.0
	for _, ring := range rings(area) {
		for _, p := range ring {
			reach = max(reach, Distance(from, p))
		}
	}
	return reach
}
