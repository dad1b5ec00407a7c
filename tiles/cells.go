package tiles

import (
	"iter"
	"slices"

	"dateline/feature"
	"dateline/geo"
)

// cells are the non-empty cells of a tile. At the smallest size they include the adjacent row of
// the neighbouring tiles' cells; larger ones would differ from what the neighbours show.
type cells struct {
	tile   frame
	size   int // of each, in units
	around int // width of the border around the tile that cells cover, in units
	wide   int // number of cells in a row
	cells  []feature.Cell
	at     []int32 // number + 1 in cells, row by row from the north-west
}

func newCells(tile frame, size int) *cells {
	around := 0
	if size == minCell {
		around = buffer
	}
	wide := (Extent + 2*around) / size
	return &cells{tile: tile, size: size, around: around, wide: wide, at: make([]int32, wide*wide)}
}

// add counts a feature at a point, if that is in a cell.
func (c *cells) add(f feature.Feature, at geo.World, columns uint64) {
	if x, y, here := c.units(at); here {
		c.near(x, y).Add(f, at, columns)
	}
}

// join adds the count of another cell.
func (c *cells) join(other feature.Cell) {
	if x, y, here := c.units(other.Mean()); here {
		c.near(x, y).Merge(other)
	}
}

// near returns the cell at a point.
func (c *cells) near(x, y int) *feature.Cell {
	n := &c.at[(y+c.around)/c.size*c.wide+(x+c.around)/c.size]
	if *n == 0 {
		c.cells = append(c.cells, feature.Cell{})
		*n = int32(len(c.cells))
	}
	return &c.cells[*n-1]
}

// ordered yields the cells from the north-west, row by row.
func (c *cells) ordered() iter.Seq[*feature.Cell] {
	return func(yield func(*feature.Cell) bool) {
		for _, n := range c.at {
			if n > 0 && !yield(&c.cells[n-1]) {
				return
			}
		}
	}
}

// coarser returns cells twice as wide.
func (c *cells) coarser() *cells {
	out := newCells(c.tile, 2*c.size)
	for one := range c.ordered() {
		out.join(*one)
	}
	return out
}

// units returns a point in units of the tile; false if it is in no cell.
func (c *cells) units(w geo.World) (x, y int, here bool) {
	shift := 32 - extentBits - uint(c.tile.Z)
	x, y = int(w.X>>shift)-int(c.tile.X)*Extent, int(w.Y>>shift)-int(c.tile.Y)*Extent
	return x, y, c.holds(x) && c.holds(y)
}

// holds reports whether cells reach to a unit from the tile's west or north.
func (c *cells) holds(unit int) bool { return unit >= -c.around && unit < Extent+c.around }

// world returns the centre of a unit.
func (c *cells) world(x, y int) geo.World {
	shift := 32 - extentBits - uint(c.tile.Z)
	half := uint32(1) << shift >> 1
	return geo.World{X: uint32(int(c.tile.X)*Extent+x)<<shift + half, Y: uint32(int(c.tile.Y)*Extent+y)<<shift + half}
}

// clone returns a copy that can be changed without changing c.
func (c *cells) clone() *cells {
	return &cells{c.tile, c.size, c.around, c.wide, slices.Clone(c.cells), slices.Clone(c.at)}
}
