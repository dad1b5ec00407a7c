package view

import (
	"context"

	"dateline/feature"
	"dateline/query"
)

// Page is a page of the features that a query selects from a Layer.
type Page struct {
	Features  *feature.Table // table of the features
	Numbers   []int          // positions in it, ascending
	Matched   int            // number of features selected
	Estimated bool           // whether Matched is an estimate
	Next      int            // from of the next page; -1 on the last page
}

// Page returns the first limit features that q selects from a position on. 0 is the start; Next
// continues after a page. As features keep their positions, pages neither repeat nor skip one
// while the View grows. Errors are that of ctx, or a *query.CostError.
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

// Select returns the positions of the features that q selects, ascending, with the errors of
// Page.
func (l *Layer) Select(ctx context.Context, q *query.Query) ([]int, error) {
	p, err := l.Page(ctx, q, 0, l.Len())
	return p.Numbers, err
}
