package tiles

import (
	"math"
	"strconv"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// Grid is a tile matrix set (OGC 17-083r4, annex D): the division of the earth into the tiles of
// each zoom. Columns run east from the antimeridian, rows run south.
type Grid int

const (
	// WebMercatorQuad is the usual square Web Mercator grid of web maps: 2^zoom tiles wide and
	// high.
	WebMercatorQuad Grid = iota
	// WorldCRS84Quad is in degrees of lon, lat: 2·2^zoom tiles wide and 2^zoom high.
	WorldCRS84Quad
)

// MaxZoom returns the deepest zoom.
func (g Grid) MaxZoom() int {
	if g == WorldCRS84Quad {
		return MaxZoom - 1
	}
	return MaxZoom
}

// Size returns the width and height of a zoom in tiles.
func (g Grid) Size(zoom int) (wide, high int) {
	if g == WorldCRS84Quad {
		return 2 << zoom, 1 << zoom
	}
	return 1 << zoom, 1 << zoom
}

// Valid reports whether a tile is in the grid and its zoom at most MaxZoom.
func (g Grid) Valid(t maptile.Tile) bool {
	if int(t.Z) > g.MaxZoom() {
		return false
	}
	wide, high := g.Size(int(t.Z))
	return int64(t.X) < int64(wide) && int64(t.Y) < int64(high)
}

// Parse parses the numbers of a tile in a path; false unless they are numbers of a Valid tile.
func (g Grid) Parse(z, x, y string) (maptile.Tile, bool) {
	var n [3]uint64
	for i, s := range []string{z, x, y} {
		var err error
		if n[i], err = strconv.ParseUint(s, 10, 32); err != nil || strconv.FormatUint(n[i], 10) != s {
			return maptile.Tile{}, false
		}
	}
	t := maptile.New(uint32(n[1]), uint32(n[2]), maptile.Zoom(n[0]))
	return t, g.Valid(t)
}

// At returns the tile of a zoom that contains a point in lon, lat.
func (g Grid) At(p orb.Point, zoom int) maptile.Tile {
	wide, high := g.Size(zoom)
	share, side := g.share(p), float64(max(wide, high))
	return maptile.New(uint32(max(0, min(share[0]*side, float64(wide-1)))), uint32(max(0, min(share[1]*side, float64(high-1)))), maptile.Zoom(zoom))
}

// Bound returns the box in degrees of everything a tile may show: the tile, its buffer, and for
// the top and bottom rows of Web Mercator the poles.
func (g Grid) Bound(t maptile.Tile) orb.Bound {
	if g == WorldCRS84Quad {
		side := 180 / math.Exp2(float64(t.Z))
		edge := side * buffer / Extent
		west, north := float64(t.X)*side-180, 90-float64(t.Y)*side
		return orb.Bound{
			Min: orb.Point{max(west-edge, -180), max(north-side-edge, -90)},
			Max: orb.Point{min(west+side+edge, 180), min(north+edge, 90)},
		}
	}
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

// share projects lon, lat to the square of the grid: x to the east and y to the south of its
// corner, as shares of its width. WorldCRS84Quad is the northern half of a square of 360
// degrees.
func (g Grid) share(p orb.Point) orb.Point {
	if g == WorldCRS84Quad {
		return orb.Point{(p[0] + 180) / 360, min((90-p[1])/360, math.Nextafter(0.5, 0))}
	}
	return geo.Mercator(p)
}

// frame is a tile as a part of its grid's square.
type frame struct {
	grid Grid
	maptile.Tile
}

func (g Grid) frame(t maptile.Tile) frame {
	if g == WorldCRS84Quad {
		t.Z++
	}
	return frame{g, t}
}

// world returns the position of a point feature in the square; false if it is no point.
func (s frame) world(f feature.Feature) (geo.World, bool) {
	if s.grid == WebMercatorQuad {
		return f.World()
	}
	p, isPoint := f.Point()
	return geo.WorldAt(s.grid.share(p)), isPoint
}

// project returns the projection from lon, lat to the units of the tile: x to the
// east and y to the south of its north-west corner.
func (s frame) project() orb.Projection {
	width := math.Exp2(float64(s.Z)) * Extent // of the square, in units
	west, north := float64(s.X)*Extent, float64(s.Y)*Extent
	return func(p orb.Point) orb.Point {
		at := s.grid.share(p)
		// The world's east and south edges belong to its last tiles.
		return orb.Point{min(at[0]*width, math.Nextafter(width, 0)) - west, min(at[1]*width, math.Nextafter(width, 0)) - north}
	}
}

// inTile reports whether a point is on the tile itself, including its north and west edges: the
// others belong to the neighbours.
func inTile(p orb.Point) bool {
	return p[0] >= 0 && p[0] < Extent && p[1] >= 0 && p[1] < Extent
}
