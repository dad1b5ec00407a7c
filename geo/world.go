package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxLatitude is the edge of Web Mercator, which makes it square. Anything beyond is shown on
// the edge.
const MaxLatitude = 85.05112877980659

// World is a position in the Web Mercator square: X to the east from the antimeridian, Y to the
// south from MaxLatitude, both in units of 2^-32 of its width. So their first z bits are the
// column and row of the tile of zoom z.
type World struct{ X, Y uint32 }

// WorldOf projects lon, lat.
func WorldOf(p orb.Point) World {
	return WorldAt(Mercator(p))
}

// WorldAt returns the position at shares of the width of the square, or of another that is
// divided in the same way.
func WorldAt(share orb.Point) World { return World{part(share[0]), part(share[1])} }

// Mercator projects lon, lat to Web Mercator: x to the east from the antimeridian
// and y to the south from MaxLatitude, both as shares of its width.
func Mercator(p orb.Point) orb.Point {
	lat := max(-MaxLatitude, min(MaxLatitude, p[1])) * math.Pi / 180
	return orb.Point{(p[0] + 180) / 360, (1 - math.Asinh(math.Tan(lat))/math.Pi) / 2}
}

// part converts a share of the width; the east and south edges belong to the last part.
func part(share float64) uint32 {
	return uint32(max(0, min(math.MaxUint32, math.Floor(share*(1<<32)))))
}
