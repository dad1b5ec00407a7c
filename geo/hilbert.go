package geo

// Hilbert returns where a cell of a grid of 2^order by 2^order cells lies on the
// Hilbert curve through all of them, from 0 at (0, 0) to the end at the last x of
// row 0 (Warren, Hacker's Delight, 16-2). Cells that are near on the curve are near
// on the grid. order is at most 32.
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
