package query

import "slices"

// TopN keeps the first n of many features in an order. It holds about twice as many at a time. It
// is not safe for concurrent use.
type TopN struct {
	by    Order
	after *Cursor
	n     int
	all   []Ranked // the first, and some that turn out not to be
}

// Ranked is a feature at its place in an order.
type Ranked struct {
	Cursor
	Position int // by which whoever added it finds it
}

// NewTopN returns a TopN of n features after a cursor, nil for the start.
func NewTopN(by Order, after *Cursor, n int) *TopN {
	return &TopN{by: by, after: after, n: n}
}

// Add adds a feature.
func (l *TopN) Add(at Cursor, position int) {
	if l.after != nil && l.by.Compare(at, *l.after) <= 0 {
		return
	}
	if l.all = append(l.all, Ranked{at, position}); len(l.all) >= 2*l.n+1024 {
		l.shorten()
	}
}

// All returns the first features, in the order.
func (l *TopN) All() []Ranked {
	l.shorten()
	return l.all
}

func (l *TopN) shorten() {
	slices.SortFunc(l.all, func(a, b Ranked) int { return l.by.Compare(a.Cursor, b.Cursor) })
	l.all = l.all[:min(len(l.all), l.n)]
}
