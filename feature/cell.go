package feature

import "dateline/geo"

// Cell counts points in a square of Web Mercator. The zero Cell is empty.
type Cell struct {
	Common Common // its First is the earliest
	Count  int
	x, y   uint64 // sums of their World coordinates
}

// NewCell returns a Cell of count features at one position.
func NewCell(common Common, count int, at geo.World) Cell {
	return Cell{common, count, uint64(count) * uint64(at.X), uint64(count) * uint64(at.Y)}
}

// SumCell is NewCell for features at several positions, x and y being the sums of their World
// coordinates.
func SumCell(common Common, count int, x, y uint64) Cell { return Cell{common, count, x, y} }

// Sums returns the sums of the World coordinates.
func (c *Cell) Sums() (x, y uint64) { return c.x, c.y }

// Add counts a feature at a position; columns are those compared, a bit for each.
func (c *Cell) Add(f Feature, at geo.World, columns uint64) {
	if c.Count++; c.Count == 1 {
		c.Common = CommonOf(f, columns)
	} else {
		c.Common.Add(f)
	}
	c.x += uint64(at.X)
	c.y += uint64(at.Y)
}

// Merge adds the count of another Cell.
func (c *Cell) Merge(other Cell) {
	if c.Count == 0 {
		*c = other
		return
	}
	c.Count += other.Count
	c.Common.Merge(other.Common)
	c.x += other.x
	c.y += other.y
}

// Mean returns the mean position.
func (c *Cell) Mean() geo.World {
	return geo.World{X: uint32(c.x / uint64(c.Count)), Y: uint32(c.y / uint64(c.Count))}
}
