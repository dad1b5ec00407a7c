package geo

import "github.com/paulmach/orb"

// Separates reports whether a line (lon, lat) separates two points: the straight line between
// them, in degrees, crosses it an odd number of times.
func Separates(line orb.LineString, a, b orb.Point) bool {
	apart := false
	for i := 1; i < len(line); i++ {
		c, d := line[i-1], line[i]
		if (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0) {
			apart = !apart
		}
	}
	return apart
}
