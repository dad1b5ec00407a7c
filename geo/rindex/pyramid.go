package rindex

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"sort"
	"sync"

	"dateline/feature"

	"github.com/paulmach/orb/maptile"
)

// cellBits is how often a tile is halved to get its cells: 64 by 64.
const cellBits = 6

// deepBits is how often the world is halved to get the smallest cells.
const deepBits = maxSumZoom + cellBits

// pyramid holds counts of points for the cells of all tiles up to maxSumZoom. It is safe for
// concurrent use.
type pyramid struct {
	from, to int
	gone     func(position int) bool // positions to skip; nil for none
	once     sync.Once
	levels   [maxSumZoom + 1]level
}

func (p *pyramid) len() int { return p.to - p.from }

// level holds the non-empty cells of a zoom by key.
type level struct {
	keys   []uint32 // interleaved bits of the cell's column and row, so that a tile is a range
	counts []int32
	firsts []int32 // position of the first feature
	alike  []uint64
	x, y   []uint64 // sums of the positions' World coordinates
}

// cells yields the cells of a tile and those around it.
func (p *pyramid) cells(t *feature.Table, tile maptile.Tile) iter.Seq[feature.Cell] {
	p.once.Do(func() { p.count(t) })
	l := &p.levels[tile.Z]
	low := interleaved(tile.X<<cellBits, tile.Y<<cellBits)
	n := sort.Search(len(l.keys), func(i int) bool { return l.keys[i] >= low })
	return func(yield func(feature.Cell) bool) {
		for ; n < len(l.keys) && l.keys[n]-low < 1<<(2*cellBits); n++ {
			if !yield(l.cell(t, n)) {
				return
			}
		}
		for key := range around(tile) {
			if n, found := slices.BinarySearch(l.keys, key); found && !yield(l.cell(t, n)) {
				return
			}
		}
	}
}

// around yields the keys of the cells around a tile, within the world.
func around(tile maptile.Tile) iter.Seq[uint32] {
	const side = 1 << cellBits
	west, north, world := int(tile.X)*side, int(tile.Y)*side, side<<tile.Z
	return func(yield func(uint32) bool) {
		for column := max(west-1, 0); column <= min(west+side, world-1); column++ {
			for row := max(north-1, 0); row <= min(north+side, world-1); row++ {
				inside := column >= west && column < west+side && row >= north && row < north+side
				if !inside && !yield(interleaved(uint32(column), uint32(row))) {
					return
				}
			}
		}
	}
}

func (l *level) cell(t *feature.Table, n int) feature.Cell {
	return feature.SumCell(feature.CommonOf(t.At(int(l.firsts[n])), l.alike[n]), int(l.counts[n]), l.x[n], l.y[n])
}

// count counts the points in cells of the deepest zoom, and sums these for the others.
func (p *pyramid) count(t *feature.Table) {
	keyed := p.keyed(t)
	deepest := &p.levels[maxSumZoom]
	positions := make([]int32, len(keyed))
	for i, k := range keyed {
		positions[i] = k.position
	}
	i := 0
	for f := range feature.Prefetched(t, positions, false) {
		at, _ := f.World()
		deepest.add(keyed[i].key, feature.NewCell(feature.CommonOf(f, math.MaxUint64), 1, at))
		i++
	}
	for zoom := maxSumZoom - 1; zoom >= 0; zoom-- {
		below := &p.levels[zoom+1]
		for n, key := range below.keys {
			p.levels[zoom].add(key>>2, below.cell(t, n))
		}
	}
}

// keyed is a point with the key of its deepest cell.
type keyed struct {
	key      uint32
	position int32
}

// keyed returns the points in the order of their cells.
func (p *pyramid) keyed(t *feature.Table) []keyed {
	all := make([]keyed, 0, p.len())
	for i := p.from; i < p.to; i++ {
		if p.gone != nil && p.gone(i) {
			continue
		}
		if at, isPoint := t.At(i).World(); isPoint {
			all = append(all, keyed{interleaved(at.X>>(32-deepBits), at.Y>>(32-deepBits)), int32(i)})
		}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.position, b.position))
	})
	return all
}

// add adds a cell to the last one if the keys are equal, else appends it.
func (l *level) add(key uint32, c feature.Cell) {
	x, y := c.Sums()
	n := len(l.keys) - 1
	if n < 0 || l.keys[n] != key {
		l.keys, l.counts, l.firsts = append(l.keys, key), append(l.counts, int32(c.Count)), append(l.firsts, int32(c.Common.First.Position()))
		l.alike, l.x, l.y = append(l.alike, c.Common.Columns()), append(l.x, x), append(l.y, y)
		return
	}
	both := feature.CommonOf(c.Common.First.Table().At(int(l.firsts[n])), l.alike[n])
	both.Merge(c.Common)
	l.firsts[n], l.alike[n] = int32(both.First.Position()), both.Columns()
	l.counts[n] += int32(c.Count)
	l.x[n] += x
	l.y[n] += y
}

// interleaved interleaves the bits of a column and a row.
func interleaved(column, row uint32) uint32 { return spread(column) | spread(row)<<1 }

// spread puts a zero before each of the low 16 bits.
func spread(v uint32) uint32 {
	v = (v | v<<8) & 0x00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f
	v = (v | v<<2) & 0x33333333
	return (v | v<<1) & 0x55555555
}
