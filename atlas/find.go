package atlas

import (
	"reflect"

	"dateline/query"

	"github.com/paulmach/orb"
)

// find returns the positions that q selects: it looks at the tree for the box,
// at the column of days for the time, at the blocks for words, and asks q itself
// for what is left of it.
func (l *Layer) find(q *query.Query) bitset {
	asked, rest := always(), *q
	if q.Datetime != nil {
		asked, rest.Datetime = stretchAsked(*q.Datetime), nil
	}
	box := q.BBox
	if box == nil {
		box = q.Filter.Bound()
	}
	var found bitset
	switch {
	case box != nil:
		found = l.findInBox(*box, asked)
		if l.onPoints {
			rest.BBox = nil
		}
	case q.Datetime != nil:
		found = l.findInTime(asked)
	default:
		found = newFullBitset(len(l.Features))
	}
	if len(q.Text) > 0 {
		l.keepWords(found, q.Text)
		rest.Text = nil
	}
	if !reflect.ValueOf(rest).IsZero() {
		found.keep(func(i int) bool { return rest.Matches(&l.Features[i]) })
	}
	return found
}

// findInTime returns what is dated in the time asked for.
func (l *Layer) findInTime(asked stretch) bitset {
	found := newBitset(len(l.Features))
	for i, s := range l.days {
		if s.overlaps(asked) {
			found.set(i)
		}
	}
	return found
}

// selective is the share of features, one in so many, up to which it is faster
// to go from one to the next at the spots in a box than to look at each.
const selective = 32

// findInBox returns what touches the box, by its bound, in the time asked for.
func (l *Layer) findInBox(box orb.Bound, asked stretch) bitset {
	n, hit, hits := len(l.Features), newBitset(len(l.Features)), 0
	l.tree.Visit(box, func(i int) {
		hit.set(i)
		hits++
	})
	// as far as spots have about as many features each
	if hits*selective > l.tree.Len() && n > l.tree.Len() {
		return l.scanSpots(hit, asked)
	}
	found := newBitset(n)
	for first := hit.next(0); first >= 0; first = hit.next(first + 1) {
		for i := first; i >= 0; i = l.spots.after(i) {
			if l.days[i].overlaps(asked) {
				found.set(i)
			}
		}
	}
	return found
}

// scanSpots returns the features at the spots that are hit in the time asked for.
func (l *Layer) scanSpots(hit bitset, asked stretch) bitset {
	found := newBitset(len(l.Features))
	for i, first := range l.spots.first {
		if first >= 0 && hit.has(int(first)) && l.days[i].overlaps(asked) {
			found.set(i)
		}
	}
	return found
}
