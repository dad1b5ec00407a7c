package view

import (
	"context"

	"dateline/feature"
	"dateline/geo"
	"dateline/query"
	"dateline/view/bitset"
	"dateline/work"

	"github.com/paulmach/orb"
)

// find returns the positions that q selects. It uses the R-trees for the box, the column of days
// for the time and the word blocks for words, and evaluates the rest of q on each remaining
// feature. It returns the error of ctx, or a *query.CostError before it starts something that
// exceeds the allowed steps.
func (l *Layer) find(ctx context.Context, q *query.Query) (bitset.Set, error) {
	asked, rest := feature.AllDays(), *q
	if q.Datetime != nil && !q.Strict {
		asked, rest.Datetime = feature.QueriedRange(*q.Datetime), nil
	}
	box := narrower(q.BBox, q.Filter.Bound())
	if err := work.Spend(ctx, l.Features.Len()/featuresPerStep); err != nil {
		return nil, err
	}
	var found bitset.Set
	switch {
	case q.Strict:
		found = bitset.Full(l.Features.Len())
	case box != nil:
		found = l.findInBox(*box, asked)
		if box == q.BBox && !l.Features.HasShapes() {
			rest.BBox = nil
		}
	case q.Datetime != nil:
		found = l.findInTime(asked)
	default:
		found = bitset.Full(l.Features.Len())
	}
	found.Subtract(l.gone)
	if q.NoCopies {
		found.Subtract(l.copies)
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
	return found, keep(found, rest.On(ctx, l.Features), 0)
}

// narrower returns the smaller of two boxes, nil if both are: a selected feature touches both.
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

// featuresPerStep is how many values of a column are scanned in the time of a step.
const featuresPerStep = 16

// findInTime returns the features dated within a time.
func (l *Layer) findInTime(asked feature.DayRange) bitset.Set {
	found := bitset.New(l.Features.Len())
	for i, s := range l.Features.DayRanges() {
		if s.Overlaps(asked) {
			found.Set(i)
		}
	}
	return found
}

// scattered is the share of features, one in so many, up to which visiting the R-tree's hits is
// faster than a sequential scan.
const scattered = 4

// findPoints adds the points in a box and a time.
func (l *Layer) findPoints(found bitset.Set, box orb.Bound, asked feature.DayRange) {
	window, days, left := l.Features.Window(box), l.Features.DayRanges(), l.Features.Len()/scattered
	if !l.points.Within(window) && l.points.Search(window, func(positions []int32) bool {
		for _, i := range positions {
			if days[i].Overlaps(asked) {
				found.Set(int(i))
			}
		}
		left -= len(positions)
		return left >= 0
	}) {
		return
	}
	for i, s := range days {
		if s.Overlaps(asked) && window.Has(i) {
			found.Set(i)
		}
	}
}

// findInBox returns the features whose bounds touch the box, in a time.
func (l *Layer) findInBox(box orb.Bound, asked feature.DayRange) bitset.Set {
	found, days := bitset.New(l.Features.Len()), l.Features.DayRanges()
	for _, part := range geo.SplitAntimeridian(box) {
		l.findPoints(found, part, asked)
	}
	l.shapes.Visit(box, func(i int) {
		if days[i].Overlaps(asked) {
			found.Set(i)
		}
	})
	return found
}

// keep removes the positions that e rejects; those of the features begin at from.
func keep(b bitset.Set, e *query.Evaluation, from int) error {
	if err := e.CheckCost(b.Count()); err != nil {
		return err
	}
	for i := b.Next(0); i >= 0; i = b.Next(i + 1) {
		selected, err := e.Matches(from + i)
		if err != nil {
			return err
		}
		if !selected {
			b.Clear(i)
		}
	}
	return nil
}
