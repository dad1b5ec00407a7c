package geo

// Hilbert returns the index of a cell on the Hilbert curve through a grid of 2^order by 2^order
// cells, from 0 at (0, 0) to the end at the last x of row 0 (Warren, Hacker's Delight, 16-2).
// Cells close on the curve are close on the grid. order is at most 32.
func Hilbert(x, y uint32, order int) uint64 {
	along := uint64(0)
	for bit := order - 1; bit >= 0; bit-- {
		right, upper := x>>bit&1, y>>bit&1
		along = along<<2 | uint64(3*right^upper)
		if upper == 0 {
			if right == 1 {
				x, y = ^x, ^y
			}
			x, y = y, x
		}
	}
	return along
}
