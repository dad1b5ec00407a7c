package view

import (
	"context"
	"slices"

	"dateline/feature"
	"dateline/query"
	"dateline/work"
)

// SortedPage is a part of what a query selects from a Layer, in another order
// than the Layer's.
type SortedPage struct {
	Features  *feature.Table // that has them
	Numbers   []int          // positions in it
	Matched   int            // how many features the query selects in all
	Estimated bool           // whether Matched is only about right
	Last      *query.Cursor  // what after is for the next page; nil when this is the last
}

// Sorted returns the first limit features that q selects behind after, nil for
// the beginning, in an order. A page goes on where the one before it ended by
// the values there, so that pages neither repeat nor skip a feature while the
// View grows, as long as its values stay as they are. An error is that of ctx,
// or a *query.CostError.
func (l *Layer) Sorted(ctx context.Context, q *query.Query, by query.Order, after *query.Cursor, limit int) (SortedPage, error) {
	found, err := l.find(ctx, q)
	if err != nil {
		return SortedPage{}, err
	}
	p := SortedPage{Features: l.Features, Matched: found.Count()}
	limit = max(limit, 1)
	var best []query.Cursor // those to return and one more, and some that turn out not to be
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

// stepsPerKey is about what one property costs in an order, read and compared.
const stepsPerKey = 16
