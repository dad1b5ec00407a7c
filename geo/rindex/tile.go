package rindex

import (
	"iter"
	"math"

	"dateline/feature"
	"dateline/geo"

	"github.com/paulmach/orb/maptile"
)

// Tile yields the positions of the points on a tile of Web Mercator, those of a coordinate
// together, unordered. They must be neither kept nor changed.
func (p *Points) Tile(t *feature.Table, tile maptile.Tile) iter.Seq[[]int32] {
	return p.near(t, tile, 0)
}

// Drawn is Tile including the cells around the tile, which belong to its neighbours.
func (p *Points) Drawn(t *feature.Table, tile maptile.Tile) iter.Seq[[]int32] {
	return p.near(t, tile, 1)
}

func (p *Points) near(t *feature.Table, tile maptile.Tile, cells uint64) iter.Seq[[]int32] {
	return func(yield func([]int32) bool) {
		p.onTile(t, tile, cells, func(e entry, _ geo.World) bool {
			var room [1]int32
			return yield(p.positions(e, &room))
		})
	}
}

// manyCoordinates is the number of coordinates from which the cells of low zooms are
// precomputed. Fewer are counted on request, in a third of a millisecond for 8,000.
const manyCoordinates = 50_000

// Cells yields counts of the points on and around a tile, in cells a 64th of its width; several
// may lie in one square of the tile. t is the Table that p was grown by.
func (p *Points) Cells(t *feature.Table, tile maptile.Tile) iter.Seq[feature.Cell] {
	if p.Len() > manyCoordinates && tile.Z <= maxSumZoom {
		return p.sums.cells(t, tile)
	}
	return func(yield func(feature.Cell) bool) {
		p.onTile(t, tile, 1, func(e entry, at geo.World) bool { return yield(p.cell(t, e, at)) })
	}
}

// cell returns the features of an entry as a cell.
func (p *Points) cell(t *feature.Table, e entry, at geo.World) feature.Cell {
	if e&listed == 0 {
		return feature.NewCell(feature.CommonOf(t.At(int(e)), math.MaxUint64), 1, at)
	}
	q := p.postings.at(int(e &^ listed))
	return feature.NewCell(feature.CommonOf(t.At(int(q.positions[0])), q.columns), len(q.positions), at)
}

// onTile passes the entries on a tile and the given number of cells around it, with their
// positions, until visit returns false. Points beyond the edge of Web Mercator lie on the edge.
func (p *Points) onTile(t *feature.Table, tile maptile.Tile, cells uint64, visit func(e entry, at geo.World) bool) {
	b, last := tile.Bound(float64(cells)/(1<<cellBits)), uint32(1)<<tile.Z-1
	if tile.Y == 0 {
		b.Max[1] = 90
	}
	if tile.Y == last {
		b.Min[1] = -90
	}
	least, most := widened(b, slack)
	column, row := stretchOf(tile.X, tile.Z, cells), stretchOf(tile.Y, tile.Z, cells)
	p.tree.Search(least, most, func(_, _ [2]float32, e entry) bool {
		at, _ := t.At(int(p.first(e))).World()
		if !column.holds(at.X) || !row.holds(at.Y) {
			return true
		}
		return visit(e, at)
	})
}

// stretch is an interval of the square of the world, from west to east or north to south,
// excluding its end.
type stretch struct{ from, to uint64 }

// stretchOf returns the interval of a column or row of tiles, with so many cells on either side.
func stretchOf(tile uint32, zoom maptile.Zoom, cells uint64) stretch {
	width := uint64(1) << (32 - zoom)
	from, edge := uint64(tile)*width, cells*(width>>cellBits)
	return stretch{from - min(from, edge), min(from+width+edge, 1<<32)}
}

func (s stretch) holds(v uint32) bool { return uint64(v) >= s.from && uint64(v) < s.to }
