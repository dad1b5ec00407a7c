package view

import (
	"iter"
	"slices"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo/rindex"
	"dateline/schema"
	"dateline/view/bitset"

	"github.com/paulmach/orb"
)

// Layer is one collection of a View: its features in order of arrival, with their indexes. A
// feature keeps its position as the archive grows; removed features leave theirs empty. A Layer
// is immutable and safe for concurrent use without locks.
type Layer struct {
	Name     string
	Schema   *schema.Collection // not to be written to
	Features *feature.Table
	points   *rindex.Points // index of the point features
	shapes   *rindex.Bounds // index of the others
	bound    orb.Bound      // of all geometries, if placed
	placed   bool           // whether any feature has a geometry
	index    *index
	numbers  numbers // of the features in the archive
	words    wordBlocks
	gone     bitset.Set // positions of removed features; may be shorter than Features
	removed  int        // their number
	copies   bitset.Set // positions of features from copies of earlier articles; may be shorter too
}

// Len returns the number of features.
func (l *Layer) Len() int { return l.Features.Len() - l.removed }

// All yields the features in order.
func (l *Layer) All() iter.Seq[feature.Feature] {
	return func(yield func(feature.Feature) bool) {
		for i := range l.Features.Len() {
			if !l.isGone(i) && !yield(l.At(i)) {
				return
			}
		}
	}
}

// isGone reports whether the feature at a position was removed.
func (l *Layer) isGone(position int) bool { return l.gone.Holds(position) }

// At returns the feature at a position.
func (l *Layer) At(position int) feature.Feature { return l.Features.At(position) }

// Feature returns the feature with the ID.
func (l *Layer) Feature(id string) (feature.Feature, bool) {
	if i := l.index.find(id, l); i >= 0 {
		return l.At(i), true
	}
	return feature.Feature{}, false
}

// Bound returns the bound of all geometries, lon, lat; false if there are none.
func (l *Layer) Bound() (orb.Bound, bool) { return l.bound, l.placed }

// layerBuilder builds a Layer. It is not safe for concurrent use.
type layerBuilder struct {
	*feature.Builder
	layer    Layer // as of the last snapshot
	replaced []int // positions of features replaced since
	removed  []int // positions of features removed since
}

func newLayerBuilder(t *rows.Table) *layerBuilder {
	g := &layerBuilder{Builder: feature.NewBuilder(feature.Columns(t.Collection))}
	g.layer = Layer{Name: t.ID, Schema: t.Collection, Features: g.Table(), points: &rindex.Points{}, index: newIndex(smallestIndex)}
	return g
}

// maxReserve limits the memory that a number read from a file can claim: 400 MB.
const maxReserve = 4 << 20

// reserve makes room for n further features.
func (g *layerBuilder) reserve(n int) { g.Reserve(min(n, maxReserve)) }

// finish adds the feature under construction with its number, or replaces the one at the position.
func (g *layerBuilder) finish(position, number int) {
	if position < g.Len() {
		g.Replace(position)
		g.replaced = append(g.replaced, position)
		g.layer.words = g.layer.words.without(position)
		return
	}
	g.layer.numbers.add(position, number)
	g.Add()
}

// snapshot returns the Layer as of now.
func (g *layerBuilder) snapshot() *Layer {
	l, from := &g.layer, g.layer.Features.Len()
	l.Features = g.Table()
	l.index, l.words = l.index.with(l.Features, from), l.words.grown(l.Features.Len())
	if len(g.replaced) > 0 {
		l.points, g.replaced = l.points.Replaced(l.Features, g.replaced), g.replaced[:0]
	}
	l.points = l.points.Grow(l.Features, from)
	l.shapes = l.shapes.Grow(func(insert func(int, orb.Bound)) {
		for i := from; i < l.Features.Len(); i++ {
			l.extend(i, insert)
		}
	})
	if len(g.removed) > 0 {
		g.applyRemovals()
	}
	out := *l
	return &out
}

// applyRemovals removes features from the Layer.
func (g *layerBuilder) applyRemovals() {
	l := &g.layer
	gone := bitset.New(l.Features.Len())
	copy(gone, l.gone)
	for _, i := range g.removed {
		gone.Set(i)
	}
	l.gone, l.removed = gone, gone.Count()
	l.points = l.points.Without(l.Features, g.removed, l.frozenIsGone())
	if slices.ContainsFunc(g.removed, l.isAtEdge) {
		l.placed = false
		for f := range l.All() {
			l.extendBound(f)
		}
	}
	g.removed = g.removed[:0]
}

// isAtEdge reports whether removing the feature at a position could shrink the bound of all.
func (l *Layer) isAtEdge(position int) bool {
	f := l.At(position)
	if !f.HasGeometry() {
		return false
	}
	b := f.Bound()
	return b.Min[0] <= l.bound.Min[0] || b.Min[1] <= l.bound.Min[1] || b.Max[0] >= l.bound.Max[0] || b.Max[1] >= l.bound.Max[1]
}

// frozenIsGone returns isGone as of now.
func (l *Layer) frozenIsGone() func(int) bool {
	now := Layer{gone: l.gone}
	return now.isGone
}

// extendBound extends the bound of the Layer by a feature.
func (l *Layer) extendBound(f feature.Feature) {
	if !f.HasGeometry() {
		return
	}
	b := f.Bound()
	if l.placed {
		b = l.bound.Union(b)
	}
	l.bound, l.placed = b, true
}

// extend extends the bound of the Layer by a feature, and indexes it unless it is a point.
func (l *Layer) extend(position int, insert func(int, orb.Bound)) {
	f := l.At(position)
	l.extendBound(f)
	if f.HasGeometry() && !l.Features.IsPoint(position) {
		insert(position, f.Bound())
	}
}
