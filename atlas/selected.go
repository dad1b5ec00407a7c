package atlas

import (
	"iter"

	"dateline/geo"
	"dateline/query"
)

// Selected yields the features that q selects, in the order of the Layer.
func (l *Layer) Selected(q *query.Query) iter.Seq[geo.Feature] {
	return func(yield func(geo.Feature) bool) {
		found := l.find(q)
		for i := found.next(0); i >= 0; i = found.next(i + 1) {
			if !yield(l.At(i)) {
				return
			}
		}
	}
}
