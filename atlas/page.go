package atlas

import "dateline/query"

// Page is a part of what a query selects from a Layer.
type Page struct {
	Numbers []int // positions in Layer.Features, in rising order
	Matched int   // how many features the query selects in all
	Next    int   // where the next page starts: what from is for it; -1 when this is the last
}

// Page returns the first limit features that q selects at the position from or
// after it. 0 starts at the beginning, Next of a page goes on behind it. As a
// feature keeps its position, pages neither repeat nor skip one while the atlas
// grows.
func (l *Layer) Page(q *query.Query, from, limit int) Page {
	found := l.find(q)
	p := Page{Matched: found.count()}
	p.Numbers = make([]int, 0, min(max(limit, 0), p.Matched))
	next := found.next(from)
	for ; next >= 0 && len(p.Numbers) < limit; next = found.next(next + 1) {
		p.Numbers = append(p.Numbers, next)
	}
	p.Next = next
	return p
}

// Select returns the positions of the features that q selects, in rising order.
func (l *Layer) Select(q *query.Query) []int {
	return l.Page(q, 0, l.Len()).Numbers
}

// Count returns how many features q selects.
func (l *Layer) Count(q *query.Query) int { return l.find(q).count() }
