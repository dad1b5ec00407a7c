package geo

import (
	"cmp"
	"iter"
	"slices"
	"sort"

	"github.com/paulmach/orb"
)

// ZOrder finds the points of a Table by where they are: their positions sorted by
// Z-order, in which each tile of Web Mercator is a stretch. It is immutable and
// safe for concurrent use; Grow makes a greater one. The zero ZOrder is empty.
//
// It is a list of sorted runs, each less than half as long as the one before, so
// that growing by few points costs little (the logarithmic method of Bentley and
// Saxe, Decomposable searching problems I, 1980).
type ZOrder struct {
	runs []zRun
}

// zRun is sorted by key, what is equal by position.
type zRun struct {
	keys      []uint64
	positions []int32
	cells     *zCells // of a whole run, nil of a part
}

type zEntry struct {
	key      uint64
	position int32
}

// Grow returns a ZOrder that also holds the points of t from a position on.
func (z *ZOrder) Grow(t *Table, from int) *ZOrder {
	var fresh []zEntry
	for i := from; i < t.Len(); i++ {
		if t.IsPoint(i) {
			fresh = append(fresh, zEntry{t.worlds[i].key(), int32(i)})
		}
	}
	if len(fresh) == 0 {
		return z
	}
	slices.SortFunc(fresh, func(a, b zEntry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.position, b.position))
	})
	last := zRun{make([]uint64, len(fresh)), make([]int32, len(fresh)), &zCells{}}
	for i, e := range fresh {
		last.keys[i], last.positions[i] = e.key, e.position
	}
	runs := slices.Clone(z.runs)
	for len(runs) > 0 && len(runs[len(runs)-1].keys) < 2*len(last.keys) {
		last = merged(runs[len(runs)-1], last)
		runs = runs[:len(runs)-1]
	}
	return &ZOrder{append(runs, last)}
}

// Changed returns a ZOrder of the same points that does not remember what they
// were like, for when features were replaced.
func (z *ZOrder) Changed() *ZOrder {
	out := &ZOrder{slices.Clone(z.runs)}
	for i := range out.runs {
		out.runs[i].cells = &zCells{}
	}
	return out
}

// merged returns a run of two, of which the positions of the first come first.
func merged(a, b zRun) zRun {
	out := zRun{make([]uint64, 0, len(a.keys)+len(b.keys)), make([]int32, 0, len(a.keys)+len(b.keys)), &zCells{}}
	for len(a.keys) > 0 && len(b.keys) > 0 {
		from := &a
		if b.keys[0] < a.keys[0] {
			from = &b
		}
		out.keys, out.positions = append(out.keys, from.keys[0]), append(out.positions, from.positions[0])
		from.keys, from.positions = from.keys[1:], from.positions[1:]
	}
	out.keys, out.positions = append(append(out.keys, a.keys...), b.keys...), append(append(out.positions, a.positions...), b.positions...)
	return out
}

// Tile yields the positions of the points on a tile of Web Mercator, some at a
// time, in no order. They are not to be written to.
func (z *ZOrder) Tile(zoom, x, y uint32) iter.Seq[[]int32] {
	shift := 32 - zoom
	square := zSquare{World{x << shift, y << shift}.key(), zoom}
	return func(yield func([]int32) bool) {
		for _, r := range z.runs {
			if part := r.in(square); len(part.positions) > 0 && !yield(part.positions) {
				return
			}
		}
	}
}

// Box hands out the positions of the points in a box in degrees, some at a time
// and in no order; with sure being false they may lie outside of it too. The west
// of the box is not east of its east.
func (z *ZOrder) Box(b orb.Bound, with func(positions []int32, sure bool)) {
	least, most := WorldOf(orb.Point{b.Min[0], b.Max[1]}), WorldOf(orb.Point{b.Max[0], b.Min[1]})
	for _, r := range z.runs {
		r.box(zSquare{}, least, most, with)
	}
}

// zSquare is a tile: the first 2·level bits of key count, the others are 0.
type zSquare struct {
	key   uint64
	level uint32
}

// end returns the last key of the square.
func (s zSquare) end() uint64 {
	if s.level == 0 {
		return ^uint64(0)
	}
	return s.key | (1<<(64-2*s.level) - 1)
}

// in returns the part of a run that lies in a square.
func (r zRun) in(s zSquare) zRun {
	from, to := r.between(s)
	return zRun{keys: r.keys[from:to], positions: r.positions[from:to]}
}

// between returns where the part of a run that lies in a square begins and ends.
func (r zRun) between(s zSquare) (from, to int) {
	from = sort.Search(len(r.keys), func(i int) bool { return r.keys[i] >= s.key })
	end := s.end()
	return from, from + sort.Search(len(r.keys)-from, func(i int) bool { return r.keys[from+i] > end })
}

// fewPoints are handed out without being parted further.
const fewPoints = 32

// box hands out the points of r, which all lie in s, that are in a box.
func (r zRun) box(s zSquare, least, most World, with func(positions []int32, sure bool)) {
	if len(r.keys) == 0 {
		return
	}
	low, high := s.corners()
	switch {
	case high.X < least.X || low.X > most.X || high.Y < least.Y || low.Y > most.Y:
	case low.X > least.X && high.X < most.X && low.Y > least.Y && high.Y < most.Y:
		with(r.positions, true)
	case len(r.keys) <= fewPoints || s.level == 32:
		with(r.positions, false)
	default:
		for part := range uint64(4) {
			child := zSquare{s.key | part<<(62-2*s.level), s.level + 1}
			r.in(child).box(child, least, most, with)
		}
	}
}

// corners returns the first and last position in the square.
func (s zSquare) corners() (low, high World) {
	low = World{gather(s.key), gather(s.key >> 1)}
	size := uint32(1<<(32-s.level) - 1)
	return low, World{low.X | size, low.Y | size}
}

// gather takes every second bit, which is what spread undoes.
func gather(x uint64) uint32 {
	x &= 0x5555555555555555
	x = (x | x>>1) & 0x3333333333333333
	x = (x | x>>2) & 0x0f0f0f0f0f0f0f0f
	x = (x | x>>4) & 0x00ff00ff00ff00ff
	x = (x | x>>8) & 0x0000ffff0000ffff
	return uint32(x | x>>16)
}
