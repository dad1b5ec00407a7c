package geo

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
)

// Tree is an R-tree of numbered bounds (Guttman 1984, as tidwall/rtree builds
// it). Grow leaves the old Tree as it was, so that readers of it need no lock.
// The nil Tree is empty.
type Tree struct {
	tree rtree.RTreeG[int32]
}

// Grow returns a Tree that also holds what add hands out: a number and its
// bound. It copies only the nodes it changes.
func (t *Tree) Grow(add func(insert func(n int, b orb.Bound))) *Tree {
	grown := &Tree{}
	if t != nil {
		grown.tree = *t.tree.Copy()
	}
	add(func(n int, b orb.Bound) { grown.tree.Insert(b.Min, b.Max, int32(n)) })
	return grown
}

// Search returns the numbers of the bounds that touch b, in rising order. A
// bound whose west is east of its east crosses the antimeridian.
func (t *Tree) Search(b orb.Bound) []int {
	var found []int
	t.Visit(b, func(n int) { found = append(found, n) })
	slices.Sort(found)
	return slices.Compact(found)
}

// Visit hands out the numbers of the bounds that touch b, in no order; those
// that touch both sides of the antimeridian of a b that crosses it twice.
func (t *Tree) Visit(b orb.Bound, visit func(n int)) {
	if t == nil {
		return
	}
	for _, part := range SplitAntimeridian(b) {
		t.tree.Search(part.Min, part.Max, func(_, _ [2]float64, n int32) bool {
			visit(int(n))
			return true
		})
	}
}

// Len returns the number of bounds.
func (t *Tree) Len() int {
	if t == nil {
		return 0
	}
	return t.tree.Len()
}

// Bound returns the bound of all, false when there are none.
func (t *Tree) Bound() (orb.Bound, bool) {
	if t.Len() == 0 {
		return orb.Bound{}, false
	}
	least, most := t.tree.Bounds()
	return orb.Bound{Min: least, Max: most}, true
}

// SplitAntimeridian returns b, in two parts when its west is east of its east.
func SplitAntimeridian(b orb.Bound) []orb.Bound {
	if b.Min[0] <= b.Max[0] {
		return []orb.Bound{b}
	}
	west, east := b, b
	west.Max[0], east.Min[0] = 180, -180
	return []orb.Bound{west, east}
}
