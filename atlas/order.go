package atlas

import (
	"slices"

	"dateline/query"
)

// SortedPage is a part of what a query selects from a Layer, in another order
// than the Layer's.
type SortedPage struct {
	Numbers []int       // positions in Layer.Features
	Matched int         // how many features the query selects in all
	Last    *query.Spot // what after is for the next page; nil when this is the last
}

// Sorted returns the first limit features that q selects behind after, nil for
// the beginning, in an order. A page goes on where the one before it ended by
// the values there, so that pages neither repeat nor skip a feature while the
// atlas grows, as long as its values stay as they are.
func (l *Layer) Sorted(q *query.Query, by query.Order, after *query.Spot, limit int) SortedPage {
	found := l.find(q)
	p := SortedPage{Matched: found.count()}
	limit = max(limit, 1)
	var best []query.Spot // those to return and one more, and some that turn out not to be
	shorten := func() {
		slices.SortFunc(best, by.Compare)
		best = best[:min(len(best), limit+1)]
	}
	for i := found.next(0); i >= 0; i = found.next(i + 1) {
		s := by.SpotOf(l.At(i), i)
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
	return p
}
