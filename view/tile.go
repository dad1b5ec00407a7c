package view

import (
	"context"
	"iter"

	"dateline/feature"
	"dateline/query"
	"dateline/view/bitset"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// OnTile returns the features on a tile that q selects: points counted in cells; points on or
// beside the tile that are in no cell; and other features that touch the bound, which is the
// tile and its buffer. They are unordered, each comes once. The last one yielded may be an
// error, that of ctx or a *query.CostError.
func (l *Layer) OnTile(ctx context.Context, t maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[feature.Cell], iter.Seq2[feature.Feature, error]) {
	if q.BBox == nil && q.Datetime == nil && len(q.Text) == 0 && q.Filter == nil && !q.NoCopies {
		all := func(int) (bool, error) { return true, nil }
		return l.points.Cells(l.Features, t), selected(l, all, l.shapes.Search(bound))
	}
	nothing := func(func(feature.Cell) bool) {}
	return nothing, func(yield func(feature.Feature, error) bool) {
		selects, err := l.selector(ctx, q, l.countOnTile(t, bound))
		if err != nil {
			yield(feature.Feature{}, err)
			return
		}
		l.eachOnTile(t, bound, selects)(yield)
	}
}

// InBound returns the features that q selects whose bounds touch a bound, as OnTile does for
// tiles of Web Mercator.
func (l *Layer) InBound(ctx context.Context, bound orb.Bound, q *query.Query) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) {
		found := l.findInBox(bound, feature.AllDays())
		found.Subtract(l.gone)
		positions := make([]int, 0, found.Count())
		for i := found.Next(0); i >= 0; i = found.Next(i + 1) {
			positions = append(positions, i)
		}
		selects, err := l.selector(ctx, q, len(positions))
		if err != nil {
			yield(feature.Feature{}, err)
			return
		}
		selected(l, selects, positions)(yield)
	}
}

// countOnTile returns the number of features that eachOnTile visits.
func (l *Layer) countOnTile(t maptile.Tile, bound orb.Bound) int {
	n := 0
	for positions := range l.points.Drawn(l.Features, t) {
		n += len(positions)
	}
	l.shapes.Visit(bound, func(int) { n++ })
	return n
}

// eachOnTile yields the selected points on and beside a tile, and the selected other features
// that touch a bound.
func (l *Layer) eachOnTile(t maptile.Tile, bound orb.Bound, selects selector) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) {
		going := true
		passOn := func(f feature.Feature, err error) bool {
			going = yield(f, err) && err == nil
			return going
		}
		for positions := range l.points.Drawn(l.Features, t) {
			if selected(l, selects, positions)(passOn); !going {
				return
			}
		}
		selected(l, selects, l.shapes.Search(bound))(passOn)
	}
}

// selector reports whether the feature at a position is selected.
type selector func(position int) (bool, error)

// selected yields the selected positions.
func selected[P int | int32](l *Layer, selects selector, positions []P) iter.Seq2[feature.Feature, error] {
	return func(yield func(feature.Feature, error) bool) {
		for f := range feature.Prefetched(l.Features, positions, false) {
			if l.isGone(f.Position()) {
				continue
			}
			is, err := selects(f.Position())
			if (is || err != nil) && !yield(f, err) || err != nil {
				return
			}
		}
	}
}

// selector returns the predicate of q, which will be asked for so many features where find would
// scan all.
func (l *Layer) selector(ctx context.Context, q *query.Query, features int) (selector, error) {
	if len(q.Text) > 0 {
		found, err := l.find(ctx, q)
		return func(i int) (bool, error) { return found.Has(i), nil }, err
	}
	asked, rest, days := feature.AllDays(), *q, l.Features.DayRanges()
	if q.Datetime != nil && !q.Strict {
		asked, rest.Datetime = feature.QueriedRange(*q.Datetime), nil
	}
	copies := bitset.Set(nil)
	if q.NoCopies {
		copies = l.copies
	}
	if rest.BBox == nil && rest.Datetime == nil && rest.Filter == nil {
		return func(i int) (bool, error) { return days[i].Overlaps(asked) && !copies.Holds(i), nil }, work.Spend(ctx, features/featuresPerStep)
	}
	e := rest.On(ctx, l.Features)
	if err := e.CheckCost(features); err != nil {
		return nil, err
	}
	return func(i int) (bool, error) {
		if !days[i].Overlaps(asked) || copies.Holds(i) {
			return false, nil
		}
		return e.Matches(i)
	}, nil
}
