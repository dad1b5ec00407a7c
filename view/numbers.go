package view

import (
	"cmp"
	"slices"

	"dateline/snapshot"
)

// numbers holds the fids that the archive gives the features of a layer, by position. A feature
// has the same number in every process; its position depends on when the process started, as
// features removed earlier have none. Numbers mostly increase with positions one by one, so a
// few runs hold them.
type numbers struct {
	runs  []run
	last  int  // the highest number
	mixed bool // whether numbers are not ascending
}

// run is the start of consecutive positions with consecutive numbers.
type run struct{ Position, Number int64 }

// add appends the number of the feature at a position; 0 stands for the next.
func (n *numbers) add(position, number int) {
	if number == 0 {
		number = n.last + 1
	}
	n.mixed = n.mixed || number <= n.last
	n.last = max(n.last, number)
	if k := len(n.runs) - 1; k >= 0 && number == n.runs[k].numberOf(position) {
		return
	}
	n.runs = append(n.runs, run{int64(position), int64(number)})
}

func (r run) numberOf(position int) int { return int(r.Number) + position - int(r.Position) }

// of returns the number of the feature at a position.
func (n *numbers) of(position int) int {
	i, found := slices.BinarySearchFunc(n.runs, int64(position), func(r run, p int64) int { return cmp.Compare(r.Position, p) })
	if !found {
		i--
	}
	if i < 0 {
		return position + 1
	}
	return n.runs[i].numberOf(position)
}

// behind returns the first position with a higher number, if they are not mixed.
func (n *numbers) behind(number, positions int) int {
	i, _ := slices.BinarySearchFunc(n.runs, int64(number)+1, func(r run, above int64) int { return cmp.Compare(r.Number, above) })
	next := positions // of the run at i
	if i < len(n.runs) {
		next = int(n.runs[i].Position)
	}
	if i == 0 {
		return next
	}
	before := n.runs[i-1]
	return int(min(int64(next), before.Position+int64(number)+1-before.Number))
}

// write writes what read reads.
func (n *numbers) write(w *snapshot.Writer) {
	mixed := int64(0)
	if n.mixed {
		mixed = 1
	}
	snapshot.Put(w, n.runs)
	snapshot.Put(w, []int64{int64(n.last), mixed})
}

func (n *numbers) read(r *snapshot.Reader) {
	n.runs = snapshot.Get[run](r, 0)
	last := snapshot.GetOne[[2]int64](r)
	n.last, n.mixed = int(last[0]), last[1] != 0
}
