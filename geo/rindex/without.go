package rindex

import (
	"slices"

	"dateline/feature"
)

// Without returns a Points without the features at some positions: gone reports those that p
// still contains; it must keep reporting them.
func (p *Points) Without(t *feature.Table, positions []int, gone func(position int) bool) *Points {
	out := &Points{tree: *p.tree.Copy(), postings: p.postings.writable(), sums: p.sums.forgotten()}
	out.sums.gone = gone
	for _, r := range out.sums.runs {
		r.gone = gone
	}
	for _, i := range positions {
		if t.IsPoint(i) {
			out.remove(t, int32(i))
		}
	}
	return out
}

// remove removes the point at a position.
func (p *Points) remove(t *feature.Table, position int32) {
	e, found := p.at(t, position)
	if !found {
		return
	}
	at := vertex(t.At(int(position)))
	if e&listed != 0 {
		n := int(e &^ listed)
		q := p.postings.own(n)
		left := slices.DeleteFunc(slices.Clone(q.positions), func(i int32) bool { return i == position })
		if len(left) > 0 {
			*q = posting{left, q.columns | alike(t, ^q.columns, left...)} // the rest agree wherever all agreed
			return
		}
		*q = posting{}
	} else if int32(e) != position {
		return
	}
	p.tree.Delete(at, at, e)
}
