package view

import (
	"context"

	"dateline/feature"
	"dateline/query"
)

// Page is a part of what a query selects from a Layer.
type Page struct {
	Features  *feature.Table // that has them
	Numbers   []int          // positions in it, in rising order
	Matched   int            // how many features the query selects in all
	Estimated bool           // whether Matched is only about right
	Next      int            // where the next page starts: what from is for it; -1 when this is the last
}

// Page returns the first limit features that q selects at the position from or
// after it. 0 starts at the beginning, Next of a page goes on behind it. As a
// feature keeps its position, pages neither repeat nor skip one while the View
// grows. An error is that of ctx, or a *query.CostError.
func (l *Layer) Page(ctx context.Context, q *query.Query, from, limit int) (Page, error) {
	if lists, ok := l.postingsOf(q); ok {
		p, err := lists.page(ctx, l.Features.Len(), from, limit)
		p.Features = l.Features
		return p, err
	}
	found, err := l.find(ctx, q)
	if err != nil {
		return Page{}, err
	}
	p := Page{Features: l.Features, Matched: found.Count()}
	p.Numbers = make([]int, 0, min(max(limit, 0), p.Matched))
	next := found.Next(from)
	for ; next >= 0 && len(p.Numbers) < limit; next = found.Next(next + 1) {
		p.Numbers = append(p.Numbers, next)
	}
	p.Next = next
	return p, nil
}

// Select returns the positions of the features that q selects, in rising order,
// with the errors of Page.
func (l *Layer) Select(ctx context.Context, q *query.Query) ([]int, error) {
	p, err := l.Page(ctx, q, 0, l.Len())
	return p.Numbers, err
}
