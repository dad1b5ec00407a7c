package tiles

import (
	"iter"
	"slices"

	"dateline/feature"
	"dateline/geo"
)

// cells are those of a tile in which there is anything. The smallest are also
// those around it, one deep, which are the neighbours': wider ones would not be what
// the neighbours show.
type cells struct {
	tile   frame
	size   int // of each, in units
	around int // how many units around the tile belong to cells
	wide   int // how many there are beside each other
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

// add counts a feature at a place, if that is in a cell.
func (c *cells) add(f feature.Feature, at geo.World, columns uint64) {
	if x, y, here := c.units(at); here {
		c.near(x, y).Add(f, at, columns)
	}
}

// join adds what another cell counts.
func (c *cells) join(other feature.Cell) {
	if x, y, here := c.units(other.Mean()); here {
		c.near(x, y).Join(other)
	}
}

// near returns the cell at a place.
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

// coarser returns cells that are twice as wide.
func (c *cells) coarser() *cells {
	out := newCells(c.tile, 2*c.size)
	for one := range c.ordered() {
		out.join(*one)
	}
	return out
}

// units returns where a place is, in units of the tile; false when no cell is there.
func (c *cells) units(w geo.World) (x, y int, here bool) {
	shift := 32 - extentBits - uint(c.tile.Z)
	x, y = int(w.X>>shift)-int(c.tile.X)*Extent, int(w.Y>>shift)-int(c.tile.Y)*Extent
	return x, y, c.holds(x) && c.holds(y)
}

// holds reports whether cells reach to a unit from the tile's west or north.
func (c *cells) holds(unit int) bool { return unit >= -c.around && unit < Extent+c.around }

// world returns the middle of a unit.
func (c *cells) world(x, y int) geo.World {
	shift := 32 - extentBits - uint(c.tile.Z)
	half := uint32(1) << shift >> 1
	return geo.World{X: uint32(int(c.tile.X)*Extent+x)<<shift + half, Y: uint32(int(c.tile.Y)*Extent+y)<<shift + half}
}

// clone returns cells that can be added to without changing c.
func (c *cells) clone() *cells {
	return &cells{c.tile, c.size, c.around, c.wide, slices.Clone(c.cells), slices.Clone(c.at)}
}
