package tiles

import (
	"math"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// Bound returns the box in degrees that holds all that a tile may show: the
// tile, what is drawn around it, and beyond the top and bottom row the pole.
func Bound(t maptile.Tile) orb.Bound {
	b := t.Bound(float64(buffer) / Extent)
	b.Min[0], b.Max[0] = max(b.Min[0], -180), min(b.Max[0], 180)
	if t.Y == 0 {
		b.Max[1] = 90
	}
	if t.Y == 1<<t.Z-1 {
		b.Min[1] = -90
	}
	return b
}

// toTile returns the projection from lon, lat to the units of a tile: x to
// the east and y to the south of its north-west corner.
func toTile(t maptile.Tile) orb.Projection {
	width := math.Exp2(float64(t.Z)) * Extent // of the world
	west, north := float64(t.X)*Extent, float64(t.Y)*Extent
	return func(p orb.Point) orb.Point {
		at := geo.Mercator(p)
		// The world's east and south edge belong to its last tiles.
		return orb.Point{min(at[0]*width, math.Nextafter(width, 0)) - west, min(at[1]*width, math.Nextafter(width, 0)) - north}
	}
}

// inTile reports whether a point is on the tile itself: north and west edge
// included, as the others belong to the neighbours.
func inTile(p orb.Point) bool {
	return p[0] >= 0 && p[0] < Extent && p[1] >= 0 && p[1] < Extent
}
