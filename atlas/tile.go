package atlas

import (
	"iter"
	"reflect"

	"dateline/geo"
	"dateline/query"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// OnTile returns what q selects of the features on a tile: points that are counted
// beforehand, and the features that are not in those cells, points on the tile and
// others that touch a bound, the tile with what is drawn around it. They come in no
// order, but each once.
func (l *Layer) OnTile(t maptile.Tile, bound orb.Bound, q *query.Query) (iter.Seq[geo.Cell], iter.Seq[geo.Feature]) {
	if t.Z <= geo.MaxCellZoom && reflect.ValueOf(*q).IsZero() {
		return l.points.Cells(l.Features, uint32(t.Z), t.X, t.Y), geo.Ahead(l.Features, l.tree.Search(bound), false)
	}
	return func(func(geo.Cell) bool) {}, l.eachOnTile(t, bound, l.test(q))
}

// eachOnTile yields the points on a tile and the other features that touch a
// bound, of those that pass a test.
func (l *Layer) eachOnTile(t maptile.Tile, bound orb.Bound, selects func(int) bool) iter.Seq[geo.Feature] {
	return func(yield func(geo.Feature) bool) {
		going := true
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
