package rindex

import (
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
)

// Bounds is an R-tree of numbered bounds. The nil Bounds is empty.
type Bounds struct {
	tree rtree.RTreeG[int32]
}

// Grow returns a Bounds that also contains the numbers and bounds that add passes. It copies
// only the nodes it changes.
func (t *Bounds) Grow(add func(insert func(n int, b orb.Bound))) *Bounds {
	grown := &Bounds{}
	if t != nil {
		grown.tree = *t.tree.Copy()
	}
	add(func(n int, b orb.Bound) { grown.tree.Insert(b.Min, b.Max, int32(n)) })
	return grown
}

// Search returns the numbers of the bounds that touch b, ascending. A bound whose west is east
// of its east crosses the antimeridian.
func (t *Bounds) Search(b orb.Bound) []int {
	var found []int
	t.Visit(b, func(n int) { found = append(found, n) })
	slices.Sort(found)
	return slices.Compact(found)
}

// Visit passes the numbers of the bounds that touch b, unordered; a bound that touches both
// halves of a b across the antimeridian is passed twice.
func (t *Bounds) Visit(b orb.Bound, visit func(n int)) {
	if t == nil {
		return
	}
	for _, part := range geo.SplitAntimeridian(b) {
		t.tree.Search(part.Min, part.Max, func(_, _ [2]float64, n int32) bool {
			visit(int(n))
			return true
		})
	}
}

// Len returns the number of bounds.
func (t *Bounds) Len() int {
	if t == nil {
		return 0
	}
	return t.tree.Len()
}

// Bound returns the bound of all, false if there are none.
func (t *Bounds) Bound() (orb.Bound, bool) {
	if t.Len() == 0 {
		return orb.Bound{}, false
	}
	least, most := t.tree.Bounds()
	return orb.Bound{Min: least, Max: most}, true
}
