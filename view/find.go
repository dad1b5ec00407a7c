package view

import (
	"context"

	"dateline/feature"
	"dateline/geo"
	"dateline/query"
	"dateline/work"

	"github.com/paulmach/orb"
)

// find returns the positions that q selects. It asks the R-trees for the box, the
// column of days for the time and the blocks for words, and evaluates what is
// left of q for each feature that these leave. It ends with the error of ctx, or
// with a *query.CostError before it begins what would take more steps than are
// allowed.
func (l *Layer) find(ctx context.Context, q *query.Query) (bitset, error) {
	asked, rest := feature.Always(), *q
	if q.Datetime != nil && !q.Strict {
		asked, rest.Datetime = feature.StretchAsked(*q.Datetime), nil
	}
	box := narrower(q.BBox, q.Filter.Bound())
	if err := work.Spend(ctx, l.Features.Len()/featuresPerStep); err != nil {
		return nil, err
	}
	var found bitset
	switch {
	case q.Strict:
		found = newFullBitset(l.Features.Len())
	case box != nil:
		found = l.findInBox(*box, asked)
		if box == q.BBox && !l.Features.HasShapes() {
			rest.BBox = nil
		}
	case q.Datetime != nil:
		found = l.findInTime(asked)
	default:
		found = newFullBitset(l.Features.Len())
	}
	found.subtract(l.gone)
	if q.NoCopies {
		found.subtract(l.copies)
	}
	if len(q.Text) > 0 {
		if err := l.keepWords(ctx, found, q.Text); err != nil {
			return nil, err
		}
		rest.Text = nil
	}
	if rest.BBox == nil && rest.Datetime == nil && rest.Filter == nil {
		return found, nil
	}
	return found, found.keep(ctx, rest.On(ctx, l.Features), 0)
}

// narrower returns the box of less area, nil where there is neither: what is selected
// touches both.
func narrower(a, b *orb.Bound) *orb.Bound {
	area := func(box *orb.Bound) float64 {
		width := box.Max[0] - box.Min[0]
		if width < 0 {
			width += 360 // across the antimeridian
		}
		return width * (box.Max[1] - box.Min[1])
	}
	if a == nil || b != nil && area(b) < area(a) {
		return b
	}
	return a
}

// featuresPerStep is of how many features a column is looked through in the time
// of a step.
const featuresPerStep = 16

// findInTime returns what is dated in the time asked for.
func (l *Layer) findInTime(asked feature.Stretch) bitset {
	found := newBitset(l.Features.Len())
	for i, s := range l.Features.Stretches() {
		if s.Overlaps(asked) {
			found.set(i)
		}
	}
	return found
}

// scattered is the share of features, one in so many, up to which it is faster
// to go to those that the R-tree names than to look at all in a row.
const scattered = 4

// findPoints adds the points in a box in the time asked for.
func (l *Layer) findPoints(found bitset, box orb.Bound, asked feature.Stretch) {
	window, days, left := l.Features.Window(box), l.Features.Stretches(), l.Features.Len()/scattered
	if !l.points.Within(window) && l.points.Search(window, func(positions []int32) bool {
		for _, i := range positions {
			if days[i].Overlaps(asked) {
				found.set(int(i))
			}
		}
		left -= len(positions)
		return left >= 0
	}) {
		return
	}
	for i, s := range days {
		if s.Overlaps(asked) && window.Has(i) {
			found.set(i)
		}
	}
}

// findInBox returns what touches the box, by its bound, in the time asked for.
func (l *Layer) findInBox(box orb.Bound, asked feature.Stretch) bitset {
	found, days := newBitset(l.Features.Len()), l.Features.Stretches()
	for _, part := range geo.SplitAntimeridian(box) {
		l.findPoints(found, part, asked)
	}
	l.shapes.Visit(box, func(i int) {
		if days[i].Overlaps(asked) {
			found.set(i)
		}
	})
	return found
}
