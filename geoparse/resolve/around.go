package resolve

import (
	"iter"

	"dateline/gazetteer"
	"dateline/geoparse/token"
)

// around yields the names around name i that are taken for other places, with those places.
func (res *Resolution) around(i int) iter.Seq2[int, *gazetteer.Place] {
	return func(yield func(int, *gazetteer.Place) bool) {
		here := res.Taken(i)
		res.Step(2 * neighbours)
		for j := max(0, i-neighbours); j < min(len(res.choices), i+neighbours+1); j++ {
			if other := res.Taken(j); other != nil && other.ID != here.ID && !yield(j, other) {
				return
			}
		}
	}
}

// lists yields the first and last+1 name of each list; a single name is a list too.
func (res *Resolution) lists() iter.Seq2[int, int] {
	return func(yield func(first, end int) bool) {
		for first, end := 0, 0; first < len(res.Names); first = end {
			for end = first + 1; end < len(res.Names) && token.IsListGap(res.Between(end-1)); {
				end++
			}
			if !yield(first, end) {
				return
			}
		}
	}
}
