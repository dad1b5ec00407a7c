package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// MaxLatitude is where Web Mercator ends, a square as wide as it is high. What
// lies beyond is shown on the edge.
const MaxLatitude = 85.05112877980659

// World is a position in the square of Web Mercator: X to the east from the
// antimeridian, Y to the south from MaxLatitude, both in parts of its width that
// are 2^-32. So the first 2·z bits tell the tile of zoom z.
type World struct{ X, Y uint32 }

// WorldOf projects lon, lat.
func WorldOf(p orb.Point) World {
	at := Mercator(p)
	return World{part(at[0]), part(at[1])}
}

// Mercator projects lon, lat to Web Mercator: x to the east from the antimeridian
// and y to the south from MaxLatitude, both as shares of its width.
func Mercator(p orb.Point) orb.Point {
	lat := max(-MaxLatitude, min(MaxLatitude, p[1])) * math.Pi / 180
	return orb.Point{(p[0] + 180) / 360, (1 - math.Asinh(math.Tan(lat))/math.Pi) / 2}
}

// part returns a share of the width; the east and south edge belong to the last
// part.
func part(share float64) uint32 {
	return uint32(max(0, min(math.MaxUint32, math.Floor(share*(1<<32)))))
}

// key interleaves the bits of X and Y, those of Y first: the Z-order of Morton
// (A computer oriented geodetic data base, 1966). The first 2·z bits are the same
// for all of a tile of zoom z.
func (w World) key() uint64 { return spread(w.X) | spread(w.Y)<<1 }

// spread puts a zero before each bit.
func spread(v uint32) uint64 {
	x := uint64(v)
	x = (x | x<<16) & 0x0000ffff0000ffff
	x = (x | x<<8) & 0x00ff00ff00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f0f0f0f0f
	x = (x | x<<2) & 0x3333333333333333
	return (x | x<<1) & 0x5555555555555555
}
