package geo

import (
	"iter"
	"sort"
	"sync"
)

// cellBits is how many times a tile is halved to get its cells: 64 by 64.
const cellBits = 6

// MaxCellZoom is the deepest zoom of which the cells of tiles are counted
// beforehand; deeper tiles hold few points.
const MaxCellZoom = 10

// zCells are the cells of a run: of each zoom, counted when they are first asked
// for. Safe for concurrent use.
type zCells struct {
	once  sync.Once
	zooms [MaxCellZoom + 1]zLevel
}

// zLevel are the cells of all tiles of a zoom in which there is anything, in
// Z-order.
type zLevel struct {
	start   []int32 // where in the run each begins, and its end
	first   []int32 // position of the first feature of each
	columns []uint64
	x, y    []uint64
}

// Cells yields the points on a tile of Web Mercator counted in cells, 64 by 64;
// a cell may come more than once. The zoom is at most MaxCellZoom. t is the Table
// that the ZOrder was grown by, or a later one with the same features.
func (z *ZOrder) Cells(t *Table, zoom, x, y uint32) iter.Seq[Cell] {
	square := zSquare{World{x << (32 - zoom), y << (32 - zoom)}.key(), zoom}
	return func(yield func(Cell) bool) {
		for _, r := range z.runs {
			if !r.eachCell(t, square, yield) {
				return
			}
		}
	}
}

func (r zRun) eachCell(t *Table, square zSquare, yield func(Cell) bool) bool {
	r.cells.once.Do(func() { r.cells.count(t, r) })
	from, to := r.between(square)
	level := &r.cells.zooms[square.level]
	n := sort.Search(len(level.start), func(i int) bool { return int(level.start[i]) >= from })
	for ; n+1 < len(level.start) && int(level.start[n]) < to; n++ {
		if !yield(level.cell(t, n)) {
			return false
		}
	}
	return true
}

// cell returns a cell as others see it.
func (l *zLevel) cell(t *Table, n int) Cell {
	return Cell{
		Alike: Alike{t.At(int(l.first[n])), l.columns[n]}, Count: int(l.start[n+1] - l.start[n]), x: l.x[n], y: l.y[n],
	}
}

// count counts the cells of the deepest zoom point by point, and those of the
// others from the ones below.
func (c *zCells) count(t *Table, r zRun) {
	last := &c.zooms[MaxCellZoom]
	for i, f := range aheadOf(t, r.positions) {
		last.add(i, Cell{AlikeTo(f, ^uint64(0)), 1, uint64(gather(r.keys[i])), uint64(gather(r.keys[i] >> 1))}, r.startsCell(i, MaxCellZoom))
	}
	last.start = append(last.start, int32(len(r.keys)))
	for zoom := MaxCellZoom - 1; zoom >= 0; zoom-- {
		below, level := &c.zooms[zoom+1], &c.zooms[zoom]
		for n := range below.first {
			i := int(below.start[n])
			level.add(i, below.cell(t, n), r.startsCell(i, zoom))
		}
		level.start = append(level.start, int32(len(r.keys)))
	}
}

// aheadOf is Ahead with numbers.
func aheadOf(t *Table, positions []int32) iter.Seq2[int, Feature] {
	return func(yield func(int, Feature) bool) {
		i := 0
		for f := range Ahead(t, positions, false) {
			if !yield(i, f) {
				return
			}
			i++
		}
	}
}

// startsCell reports whether the point i of a run is in another cell than the one
// before it.
func (r zRun) startsCell(i, zoom int) bool {
	shift := 64 - 2*(zoom+cellBits)
	return i == 0 || r.keys[i]>>shift != r.keys[i-1]>>shift
}

// add adds what begins at i in the run, to a new cell or to the last one.
func (l *zLevel) add(i int, what Cell, isNew bool) {
	if isNew {
		l.start, l.first = append(l.start, int32(i)), append(l.first, int32(what.Alike.First.position))
		l.columns, l.x, l.y = append(l.columns, what.Alike.columns), append(l.x, what.x), append(l.y, what.y)
		return
	}
	n := len(l.first) - 1
	both := Alike{what.Alike.First.table.At(int(l.first[n])), l.columns[n]}
	both.Join(what.Alike)
	l.first[n], l.columns[n] = int32(both.First.position), both.columns
	l.x[n] += what.x
	l.y[n] += what.y
}
