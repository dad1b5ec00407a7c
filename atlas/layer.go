package atlas

import (
	"slices"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Layer is one collection of a View: its features in the order in which they
// were first read, and what finds them. A feature keeps its position as the
// atlas grows. A Layer is immutable and safe for concurrent use without locks.
type Layer struct {
	Name     string
	Features []geo.Feature
	days     []stretch // the days of Features, as a column
	spots    spots
	tree     *geo.Tree // of the first feature at each spot
	index    *index
	words    wordBlocks
	onPoints bool // no geometry is larger than a point
}

// Feature returns the feature with the ID.
func (l *Layer) Feature(id string) (*geo.Feature, bool) {
	if i := l.index.find(id, l.Features); i >= 0 {
		return &l.Features[i], true
	}
	return nil, false
}

// Bound returns the bound of all geometries, lon, lat; false when there are
// none.
func (l *Layer) Bound() (orb.Bound, bool) { return l.tree.Bound() }

// growingLayer is a Layer in the making. It is not safe for concurrent use.
type growingLayer struct {
	layer  Layer
	maker  geo.Maker
	fresh  []int // the first features at their spots that the tree does not hold
	found  int   // how many features the index holds
	shared bool  // whether a Layer was handed out: what it holds is not written to
}

func newGrowingLayer(name string) *growingLayer {
	return &growingLayer{layer: Layer{Name: name, index: newIndex(smallestIndex), onPoints: true}}
}

// maxReserve bounds what a number read from a file may cost: 500 MB.
const maxReserve = 4 << 20

// reserve makes room for so many features more.
func (g *growingLayer) reserve(n int) {
	n = min(n, maxReserve)
	l := &g.layer
	l.Features, l.days, l.spots = slices.Grow(l.Features, n), slices.Grow(l.days, n), l.spots.reserve(n)
}

// add adds a feature and returns its position. after is the position of the last
// one before it with the same geometry, -1 where none is known.
func (g *growingLayer) add(f geo.Feature, after int) int {
	l, position := &g.layer, len(g.layer.Features)
	l.Features = append(l.Features, f)
	l.days = append(l.days, stretchOf(f.Date))
	l.spots = l.spots.with(f.Geometry != nil, after)
	if f.Geometry == nil {
		return position
	}
	l.onPoints = l.onPoints && f.Bound.Min == f.Bound.Max
	if after < 0 {
		g.fresh = append(g.fresh, position)
	}
	return position
}

// put adds the feature at a position, or replaces the one there by one with the
// same id and geometry.
func (g *growingLayer) put(position int, f geo.Feature) {
	l := &g.layer
	if position == len(l.Features) {
		g.add(f, -1)
		return
	}
	if g.shared {
		l.Features, l.days, g.shared = roomyCopy(l.Features), roomyCopy(l.days), false
	}
	l.Features[position], l.days[position] = f, stretchOf(f.Date)
	l.words = l.words.without(position)
}

// snapshot returns the Layer as it is now.
func (g *growingLayer) snapshot() *Layer {
	l := &g.layer
	l.index, l.words = l.index.with(l.Features, g.found), l.words.grown(len(l.Features))
	l.tree = l.tree.Grow(func(insert func(int, orb.Bound)) {
		for _, i := range g.fresh {
			insert(i, l.Features[i].Bound)
		}
	})
	g.fresh, g.found, g.shared = nil, len(l.Features), true
	out := *l
	return &out
}

// roomyCopy copies a slice and leaves room for more at its end.
func roomyCopy[T any](s []T) []T {
	return append(make([]T, 0, len(s)+len(s)/8+16), s...)
}
