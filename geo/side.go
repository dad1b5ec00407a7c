package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Side returns the land on one side of a line (lon, lat): everything within a distance in
// kilometres from it at a bearing in degrees. Parts parallel to the bearing add nothing; it is
// nil if all are.
func Side(line orb.Geometry, bearing, km float64) (orb.Geometry, error) {
	var parts []orb.Geometry
	for _, l := range linesOf(line) {
		for i := 1; i < len(l); i++ {
			if part := swept(l[i-1], l[i], bearing, km); part != nil {
				parts = append(parts, part)
			}
		}
	}
	return Union(parts...)
}

// minSweep is the sine of the least angle between a segment and the bearing.
const minSweep = 0.02

func swept(a, b orb.Point, bearing, km float64) orb.Geometry {
	turn := math.Sin((Bearing(a, b) - bearing) * math.Pi / 180)
	if math.Abs(turn) < minSweep || a == b {
		return nil
	}
	if turn < 0 {
		a, b = b, a
	}
	return enclosed(orb.Ring{b, a, Destination(a, bearing, km), Destination(b, bearing, km), b})
}
