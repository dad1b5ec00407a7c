package geo

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
)

// Tree is an R-tree of numbered bounds (Guttman 1984, as tidwall/rtree builds
// it). Grow leaves the old Tree as it was, so that readers of it need no lock.
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
	for _, part := range SplitAntimeridian(b) {
		t.tree.Search(part.Min, part.Max, func(_, _ [2]float64, n int32) bool {
			found = append(found, int(n))
			return true
		})
	}
	slices.Sort(found)
	return slices.Compact(found)
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
