package tiles

import (
	"iter"
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb/maptile"
)

// cell counts the features whose middles lie in a part of the tile.
type cell struct {
	alike geo.Alike // the properties that all of them have
	count int
	x, y  int // sums of the middles, in units
}

// cells are those of a tile in which there is anything.
type cells struct {
	size  int // of each, in units
	cells []cell
	at    []int32 // number + 1 in cells, row by row from the north-west
}

func newCells(size int) *cells {
	wide := Extent / size
	return &cells{size: size, at: make([]int32, wide*wide)}
}

// add counts a feature whose middle is at a place, in units.
func (c *cells) add(x, y int, f geo.Feature, columns uint64) {
	at := c.near(x, y)
	if at.count++; at.count == 1 {
		at.alike = geo.AlikeTo(f, columns)
	} else {
		at.alike.Keep(f)
	}
	at.x += x
	at.y += y
}

// near returns the cell at a place.
func (c *cells) near(x, y int) *cell {
	n := &c.at[y/c.size*(Extent/c.size)+x/c.size]
	if *n == 0 {
		c.cells = append(c.cells, cell{})
		*n = int32(len(c.cells))
	}
	return &c.cells[*n-1]
}

// join adds what another cell counts.
func (c *cell) join(other *cell) {
	if c.count += other.count; c.count == other.count {
		c.alike = other.alike
	} else {
		c.alike.Join(other.alike)
	}
	c.x += other.x
	c.y += other.y
}

// ordered yields the cells from the north-west, row by row.
func (c *cells) ordered() iter.Seq[*cell] {
	return func(yield func(*cell) bool) {
		for _, n := range c.at {
			if n > 0 && !yield(&c.cells[n-1]) {
				return
			}
		}
	}
}

// coarser returns cells that are twice as wide.
func (c *cells) coarser() *cells {
	out := newCells(2 * c.size)
	for one := range c.ordered() {
		out.near(one.x/one.count, one.y/one.count).join(one)
	}
	return out
}

// toUnits returns where on a tile a point of the world is, in units; false when it
// is elsewhere.
func toUnits(t maptile.Tile, w geo.World) (x, y int, ok bool) {
	shift := 32 - uint(t.Z) - extentBits
	x, y = int(w.X>>shift)-int(t.X)*Extent, int(w.Y>>shift)-int(t.Y)*Extent
	return x, y, uint(x) < Extent && uint(y) < Extent
}

// clone returns cells that can be added to without changing c.
func (c *cells) clone() *cells {
	return &cells{c.size, slices.Clone(c.cells), slices.Clone(c.at)}
}
