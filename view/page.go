package view

import (
	"context"

	"dateline/feature"
	"dateline/query"
	"dateline/work"
)

// Page is a page of the features that a query selects from a Layer.
type Page struct {
	Features  *feature.Table // table of the features
	Numbers   []int          // positions in it
	Matched   int            // number of features selected
	Estimated bool           // whether Matched is an estimate
	Last      *query.Cursor  // after of the next page; nil on the last page
}

// Page returns the first limit features that q selects after a cursor, nil for the start, in an
// order, nil for that of the archive. As a cursor holds values and the feature's number in the
// archive, pages neither repeat nor skip a feature while others are added and removed, on any
// server of the archive, unless its values change. Errors are that of ctx, or a
// *query.CostError.
func (l *Layer) Page(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (Page, error) {
	after, limit = l.onThisDay(after), min(max(limit, 0), l.Features.Len())
	var p Page
	var more bool
	var err error
	if by == nil && !l.numbers.mixed {
		from := 0
		if after != nil {
			from = l.numbers.behind(after.Number, l.Features.Len())
		}
		p, more, err = l.unsorted(ctx, q, from, limit)
	} else {
		p, more, err = l.sorted(ctx, q, by, after, limit)
	}
	p.Features = l.Features
	switch n := len(p.Numbers); {
	case more && n > 0:
		p.Last = l.cursor(by, p.Numbers[n-1])
	case more && by == nil && after == nil:
		p.Last = &query.Cursor{}
	case more:
		p.Last = after
	}
	return p, err
}

// cursor returns the Cursor of the feature at a position.
func (l *Layer) cursor(by query.Order, position int) *query.Cursor {
	f := l.At(position)
	c := by.CursorOf(f, l.numbers.of(position))
	if l.Schema.Daily {
		c.ID = f.ID()
	}
	return &c
}

// unsorted is Page in the order of positions, from one on; more reports whether others follow.
func (l *Layer) unsorted(ctx context.Context, q *query.Query, from, limit int) (p Page, more bool, err error) {
	if lists, ok := l.postingsOf(q); ok {
		return lists.page(ctx, l.Features.Len(), from, limit)
	}
	found, err := l.find(ctx, q)
	if err != nil {
		return Page{}, false, err
	}
	p.Matched = found.Count()
	p.Numbers = make([]int, 0, min(limit, p.Matched))
	next := found.Next(from)
	for ; next >= 0 && len(p.Numbers) < limit; next = found.Next(next + 1) {
		p.Numbers = append(p.Numbers, next)
	}
	return p, next >= 0, nil
}

// onThisDay gives the cursor of a layer that is computed for a day the number that its feature
// has in this layer.
func (l *Layer) onThisDay(after *query.Cursor) *query.Cursor {
	if after == nil || after.ID == "" {
		return after
	}
	if position := l.index.find(after.ID, l); position >= 0 {
		here := *after
		here.Number = l.numbers.of(position)
		return &here
	}
	return after
}

// sorted is Page in any order; more reports whether others follow.
func (l *Layer) sorted(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (p Page, more bool, err error) {
	found, err := l.find(ctx, q)
	if err != nil {
		return Page{}, false, err
	}
	p.Matched = found.Count()
	best := query.NewTopN(by, after, limit+1) // the page and the one after
	steps := work.Metered(ctx)
	for i := found.Next(0); i >= 0; i = found.Next(i + 1) {
		if err := steps.Add((1 + len(by)) * stepsPerKey); err != nil {
			return Page{}, false, err
		}
		best.Add(by.CursorOf(l.At(i), l.numbers.of(i)), i)
	}
	all := best.All()
	for _, s := range all[:min(len(all), limit)] {
		p.Numbers = append(p.Numbers, s.Position)
	}
	return p, len(all) > limit, steps.Flush()
}

// stepsPerKey is the approximate cost of reading and comparing one sort key.
const stepsPerKey = 16

// Select returns the positions of the features that q selects, ascending, with the errors of
// Page.
func (l *Layer) Select(ctx context.Context, q *query.Query) ([]int, error) {
	p, _, err := l.unsorted(ctx, q, 0, l.Len())
	return p.Numbers, err
}
