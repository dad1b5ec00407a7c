package view

import (
	"context"
	"slices"

	"dateline/feature"
	"dateline/query"
	"dateline/work"
)

// SortedPage is a page of the features that a query selects from a Layer, in an order other than
// the Layer's.
type SortedPage struct {
	Features  *feature.Table // table of the features
	Numbers   []int          // positions in it
	Matched   int            // number of features selected
	Estimated bool           // whether Matched is an estimate
	Last      *query.Cursor  // cursor of the next page; nil on the last page
}

// Sorted returns the first limit features that q selects after a cursor, nil for the start, in
// an order. Pages continue after the values of the last feature (keyset paging), so that they
// neither repeat nor skip features while the View grows, as long as the values stay the same.
// Errors are that of ctx, or a *query.CostError.
func (l *Layer) Sorted(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (SortedPage, error) {
	found, err := l.find(ctx, q)
	if err != nil {
		return SortedPage{}, err
	}
	p := SortedPage{Features: l.Features, Matched: found.Count()}
	limit = max(limit, 1)
	var best []query.Cursor // the page and one more, among some that drop out later
	shorten := func() {
		slices.SortFunc(best, by.Compare)
		best = best[:min(len(best), limit+1)]
	}
	steps := work.Metered(ctx)
	for i := found.Next(0); i >= 0; i = found.Next(i + 1) {
		if err := steps.Add(len(by) * stepsPerKey); err != nil {
			return SortedPage{}, err
		}
		s := by.CursorOf(l.At(i), i)
		if after != nil && by.Compare(s, *after) <= 0 {
			continue
		}
		if best = append(best, s); len(best) >= 2*limit+1024 {
			shorten()
		}
	}
	shorten()
	if len(best) > limit {
		best = best[:limit]
		p.Last = &best[limit-1]
	}
	for _, s := range best {
		p.Numbers = append(p.Numbers, s.Position)
	}
	return p, steps.Flush()
}

// stepsPerKey is about the cost of reading and comparing one property.
const stepsPerKey = 16
