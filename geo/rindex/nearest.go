package rindex

import (
	"math"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// Nearest passes the positions of the points nearest to p (lon, lat), those of a coordinate
// together, with their distance in kilometres, nearest first, until visit returns false. Points
// at equal distances are unordered.
func (p *Points) Nearest(t *feature.Table, at orb.Point, visit func(positions []int32, km float64) bool) {
	distance := func(least, most [2]float32, e entry, isEntry bool) float64 {
		if isEntry {
			place, _ := t.At(int(p.first(e))).Point()
			return geo.Distance(at, place)
		}
		return atLeast(at, least, most)
	}
	p.tree.Nearby(distance, func(_, _ [2]float32, e entry, km float64) bool {
		var room [1]int32
		return visit(p.positions(e, &room), km)
	})
}

// atLeast returns a lower bound in kilometres of the distance to any point of a box, a little
// less to allow for the rounding of float32.
func atLeast(at orb.Point, least, most [2]float32) float64 {
	const roundedKm = 0.01
	west, south, east, north := float64(least[0]), float64(least[1]), float64(most[0]), float64(most[1])
	if at[0] >= west && at[0] <= east {
		return max(0, geo.Distance(at, orb.Point{at[0], max(south, min(north, at[1]))})-roundedKm)
	}
	km := math.Inf(1)
	for _, lon := range [...]float64{west, east} {
		km = min(km, geo.Distance(at, orb.Point{lon, nearestLatitude(at, lon, south, north)}))
	}
	return max(0, km-roundedKm)
}

// nearestLatitude returns the latitude between south and north at which the meridian at lon is
// nearest to a point: where the perpendicular great circle meets it, or an end. Beyond a quarter
// of the globe it is an end.
func nearestLatitude(at orb.Point, lon, south, north float64) float64 {
	turn := (lon - at[0]) * math.Pi / 180
	if math.Cos(turn) <= 0 {
		if geo.Distance(at, orb.Point{lon, south}) < geo.Distance(at, orb.Point{lon, north}) {
			return south
		}
		return north
	}
	foot := math.Atan2(math.Sin(at[1]*math.Pi/180), math.Cos(at[1]*math.Pi/180)*math.Cos(turn)) * 180 / math.Pi
	return max(south, min(north, foot))
}
