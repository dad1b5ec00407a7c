package rindex

import (
	"dateline/feature"
	"dateline/snapshot"
)

// Write writes what ReadPoints reads: the coordinates in order, from which the tree is rebuilt.
func (p *Points) Write(w *snapshot.Writer) {
	var counts []int32
	var columns []uint64
	var positions [][]int32
	p.tree.Scan(func(_, _ [2]float32, e entry) bool {
		at := []int32{int32(e)}
		if e&listed != 0 {
			q := p.postings.at(int(e &^ listed))
			at = q.positions
			columns = append(columns, q.columns)
		}
		counts, positions = append(counts, int32(len(at))), append(positions, at)
		return true
	})
	snapshot.Put(w, counts)
	snapshot.Put(w, columns)
	snapshot.Put(w, positions...)
}

// ReadPoints reads the Points of a Table; gone reports removed features, nil for none. The
// result is invalid if the Reader has an error afterwards.
func ReadPoints(r *snapshot.Reader, t *feature.Table, gone func(position int) bool) *Points {
	counts, columns, positions := snapshot.Get[int32](r, 0), snapshot.Get[uint64](r, 0), snapshot.Get[int32](r, 0)
	all := sums{gone: gone}
	p := &Points{sums: all.with(0, t.Len())}
	for _, n := range counts {
		if n < 1 || int(n) > len(positions) || n > 1 && len(columns) == 0 || int(positions[0]) >= t.Len() {
			r.Fail(snapshot.ErrDamaged)
			return p
		}
		e := entry(positions[0])
		if n > 1 {
			e = listed | entry(p.postings.append(posting{positions[:n:n], columns[0]}))
			columns = columns[1:]
		}
		at := vertex(t.At(int(positions[0])))
		p.tree.Insert(at, at, e)
		positions = positions[n:]
	}
	return p
}
