package atlas

import (
	"slices"
	"sync/atomic"
)

// spots tells which features lie at the same spot: most mentions are of places
// that were mentioned before, and only the first at a spot stands in the tree.
// It grows as the features do. Of a Layer it may be read while it grows for the
// next one.
type spots struct {
	first []int32 // position of the first feature at the spot of each, -1 for no geometry
	next  []int32 // position + 1 of the next one at the spot of each, 0 for the last
}

func (s spots) reserve(n int) spots {
	return spots{slices.Grow(s.first, n), slices.Grow(s.next, n)}
}

// with returns the spots with one more feature, which comes at its spot after the
// feature at a position; -1 where it is the first. Only the writer may call it.
func (s spots) with(placed bool, after int) spots {
	first := int32(len(s.first))
	switch {
	case !placed:
		first = -1
	case after >= 0:
		first = s.first[after]
		atomic.StoreInt32(&s.next[after], int32(len(s.next)+1))
	}
	return spots{append(s.first, first), append(s.next, 0)}
}

// after returns the position of the feature that comes after another at its
// spot, -1 when there is none.
func (s spots) after(position int) int {
	next := int(atomic.LoadInt32(&s.next[position])) - 1
	if next >= len(s.next) {
		return -1 // of a later View
	}
	return next
}
