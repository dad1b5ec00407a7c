package rindex

import (
	"dateline/feature"

	"github.com/paulmach/orb"
	"github.com/tidwall/rtree"
)

// Points is an R-tree of the distinct coordinates of a Table's points, each with
// the positions of the features there. The zero Points is empty.
type Points struct {
	tree     rtree.RTreeGN[float32, entry]
	postings postings
	sums     sums
}

// entry is the position of the only feature at a coordinate or, with listed set, the number of a
// posting list.
type entry uint32

const listed entry = 1 << 31

// Len returns the number of distinct coordinates.
func (p *Points) Len() int { return p.tree.Len() }

// Grow returns a Points that also contains the points of t from a position on. t is the Table
// that p was grown by, with features appended.
func (p *Points) Grow(t *feature.Table, from int) *Points {
	grown := &Points{tree: *p.tree.Copy(), postings: p.postings.writable(), sums: p.sums.with(from, t.Len())}
	met := map[orb.Point]entry{}
	for i := from; i < t.Len(); i++ {
		at, isPoint := t.At(i).Point()
		if !isPoint {
			continue
		}
		e, found := met[at]
		if !found {
			e, found = grown.at(t, int32(i))
		}
		if len(met) == mostMet {
			clear(met)
		}
		met[at] = grown.add(t, int32(i), e, found)
	}
	return grown
}

// mostMet is the number of coordinates that Grow keeps at hand, instead of searching the tree.
const mostMet = 1 << 16

// add adds the point at a position to the entry of its coordinate, if one was found, and returns
// the entry as it is then.
func (p *Points) add(t *feature.Table, position int32, e entry, found bool) entry {
	at := vertex(t.At(int(position)))
	switch {
	case !found:
		p.tree.Insert(at, at, entry(position))
		return entry(position)
	case e&listed == 0:
		n := p.postings.add(t, int32(e), position)
		p.tree.Replace(at, at, e, at, at, listed|entry(n))
		return listed | entry(n)
	}
	p.postings.appendTo(t, int(e&^listed), position)
	return e
}

// at returns the entry at the coordinate of the feature at a position.
func (p *Points) at(t *feature.Table, position int32) (found entry, ok bool) {
	at := vertex(t.At(int(position)))
	p.tree.Search(at, at, func(_, _ [2]float32, e entry) bool {
		if t.SamePoint(int(p.first(e)), int(position)) {
			found, ok = e, true
		}
		return !ok
	})
	return found, ok
}

// first returns the position of the first feature of an entry.
func (p *Points) first(e entry) int32 {
	if e&listed == 0 {
		return int32(e)
	}
	return p.postings.at(int(e &^ listed)).positions[0]
}

// positions returns the positions of the features of an entry; room is space for a single one.
func (p *Points) positions(e entry, room *[1]int32) []int32 {
	if e&listed == 0 {
		room[0] = int32(e)
		return room[:]
	}
	return p.postings.at(int(e &^ listed)).positions
}

// Replaced returns a Points that compares again the features at the coordinates of those at
// positions, whose properties have changed.
func (p *Points) Replaced(t *feature.Table, positions []int) *Points {
	out := &Points{tree: *p.tree.Copy(), postings: p.postings.writable(), sums: p.sums.forgotten()}
	for _, i := range positions {
		if !t.IsPoint(i) {
			continue
		}
		if e, ok := out.at(t, int32(i)); ok && e&listed != 0 {
			out.postings.recount(t, int(e&^listed))
		}
	}
	return out
}

// Search passes the positions of the points in a window, those of a coordinate together,
// unordered, until visit returns false, and reports whether it never did. visit must neither
// keep nor change them.
func (p *Points) Search(w feature.Window, visit func(positions []int32) bool) bool {
	b := w.Bound()
	least, most := widened(b, slack)
	inside, outside := widened(b, -slack)
	all := true
	var room [1]int32
	p.tree.Search(least, most, func(at, _ [2]float32, e entry) bool {
		positions := p.positions(e, &room)
		isInside := at[0] > inside[0] && at[1] > inside[1] && at[0] < outside[0] && at[1] < outside[1]
		if isInside || w.Has(int(positions[0])) {
			all = visit(positions)
		}
		return all
	})
	return all
}

// Within reports whether all points lie in a window.
func (p *Points) Within(w feature.Window) bool {
	b := w.Bound()
	inside, outside := widened(b, -slack)
	least, most := p.tree.Bounds()
	return p.Len() > 0 && least[0] > inside[0] && least[1] > inside[1] && most[0] < outside[0] && most[1] < outside[1]
}

// vertex is a point's coordinate in the tree.
func vertex(f feature.Feature) [2]float32 {
	at, _ := f.Point()
	return [2]float32{float32(at[0]), float32(at[1])}
}

// slack is the maximum error of a coordinate in the tree, in degrees: float32 resolves 1.5e-5
// degrees at 180.
const slack = 4e-5

// widened returns a box in the tree's coordinates, wider by some degrees on each side.
func widened(b orb.Bound, by float64) (least, most [2]float32) {
	return [2]float32{float32(b.Min[0] - by), float32(b.Min[1] - by)}, [2]float32{float32(b.Max[0] + by), float32(b.Max[1] + by)}
}
