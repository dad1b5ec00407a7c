package geo

import "testing"

// TestHilbert: the curve begins and ends in the corners of row 0, and passes through
// each cell once, from one to a neighbour.
func TestHilbert(t *testing.T) {
	for order := range 7 {
		side := uint32(1) << order
		cells := make([][2]uint32, side*side)
		seen := make([]bool, side*side)
		for x := range side {
			for y := range side {
				at := Hilbert(x, y, order)
				if at >= uint64(len(cells)) || seen[at] {
					t.Fatalf("order %d: cell %d, %d is at %d, which is past the end or taken", order, x, y, at)
				}
				cells[at], seen[at] = [2]uint32{x, y}, true
			}
		}
		if first, last := cells[0], cells[len(cells)-1]; first != [2]uint32{} || last != [2]uint32{side - 1, 0} {
			t.Errorf("order %d: from %v to %v", order, first, last)
		}
		for i, c := range cells[1:] {
			if dx, dy := int(c[0])-int(cells[i][0]), int(c[1])-int(cells[i][1]); dx*dx+dy*dy != 1 {
				t.Errorf("order %d: from %v to %v", order, cells[i], c)
			}
		}
	}
	if got := Hilbert(1<<32-1, 0, 32); got != 1<<64-1 {
		t.Errorf("the end of the longest curve is at %d", got)
	}
}
