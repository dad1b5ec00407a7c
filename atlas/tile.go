package atlas

import (
	"iter"
	"reflect"

	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// OnTile yields the points on a tile and the other features that touch a bound,
// the tile with what is drawn around it, of those that q selects; in no order, but
// each once.
func (l *Layer) OnTile(t maptile.Tile, bound orb.Bound, q *query.Query) iter.Seq[geo.Feature] {
	return func(yield func(geo.Feature) bool) {
		selects, going := l.test(q), true
		each := func(f geo.Feature) bool {
			if selects(f.Position()) {
				going = yield(f)
			}
			return going
		}
		for positions := range l.points.Tile(uint32(t.Z), t.X, t.Y) {
			if geo.Ahead(l.Features, positions, false)(each); !going {
				return
			}
		}
		geo.Ahead(l.Features, l.tree.Search(bound), false)(each)
	}
}

// test returns what tells whether q selects the feature at a position: for a few
// features, where find would look at all.
func (l *Layer) test(q *query.Query) func(int) bool {
	if reflect.ValueOf(*q).IsZero() {
		return func(int) bool { return true }
	}
	if len(q.Text) > 0 {
		return l.find(q).has
	}
	asked, rest, days := geo.Always(), *q, l.Features.Stretches()
	if q.Datetime != nil {
		asked, rest.Datetime = geo.StretchAsked(*q.Datetime), nil
	}
	if reflect.ValueOf(rest).IsZero() {
		return func(i int) bool { return days[i].Overlaps(asked) }
	}
	return func(i int) bool { return days[i].Overlaps(asked) && rest.Matches(l.At(i)) }
}
