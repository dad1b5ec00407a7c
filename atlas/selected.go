package atlas

import (
	"iter"

	"dateline/geo"
	"dateline/query"
)

// Selected yields the features that q selects, in the order of the Layer.
func (l *Layer) Selected(q *query.Query) iter.Seq[geo.Feature] {
	return func(yield func(geo.Feature) bool) {
		for _, i := range l.Select(q) {
			if !yield(l.At(i)) {
				return
			}
		}
	}
}
