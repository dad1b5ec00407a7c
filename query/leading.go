package query

import "slices"

// Leading keeps the first of many features in an order, holding about twice as many at a time. It
// is not safe for concurrent use.
type Leading struct {
	by    Order
	after *Cursor
	most  int
	all   []Placed // the first, and some that turn out not to be
}

// Placed is a feature at its place in an order.
type Placed struct {
	Cursor
	Position int // by which whoever added it finds it
}

// NewLeading returns a Leading of at most so many features behind a cursor, nil for the
// start.
func NewLeading(by Order, after *Cursor, most int) *Leading {
	return &Leading{by: by, after: after, most: most}
}

// Add adds a feature.
func (l *Leading) Add(at Cursor, position int) {
	if l.after != nil && l.by.Compare(at, *l.after) <= 0 {
		return
	}
	if l.all = append(l.all, Placed{at, position}); len(l.all) >= 2*l.most+1024 {
		l.shorten()
	}
}

// All returns the first features, in the order.
func (l *Leading) All() []Placed {
	l.shorten()
	return l.all
}

func (l *Leading) shorten() {
	slices.SortFunc(l.all, func(a, b Placed) int { return l.by.Compare(a.Cursor, b.Cursor) })
	l.all = l.all[:min(len(l.all), l.most)]
}
