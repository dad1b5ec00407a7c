package rindex

import (
	"math"
	"slices"

	"dateline/feature"
)

// posting lists the features that share a coordinate.
type posting struct {
	positions []int32 // ascending
	columns   uint64  // in which all agree, as feature.Common returns
}

// chunkLen is the number of postings copied together: few, so that adding an article copies
// little, and enough to keep the list of chunks short.
const chunkLen = 64

// postings holds postings in chunks. A writable copy shares the chunks it does not write to.
type postings struct {
	chunks []*[chunkLen]posting
	owned  []bool // whether this copy owns a chunk
	len    int
}

// writable returns a copy for writing; p must not be written to afterwards.
func (p *postings) writable() postings {
	return postings{chunks: slices.Clone(p.chunks), owned: make([]bool, len(p.chunks)), len: p.len}
}

// at returns a posting for reading.
func (p *postings) at(n int) *posting { return &p.chunks[n/chunkLen][n%chunkLen] }

// own returns a posting for writing.
func (p *postings) own(n int) *posting {
	if c := n / chunkLen; !p.owned[c] {
		chunk := *p.chunks[c]
		p.chunks[c], p.owned[c] = &chunk, true
	}
	return p.at(n)
}

// add adds the posting of two features and returns its number.
func (p *postings) add(t *feature.Table, first, second int32) int {
	return p.append(posting{[]int32{first, second}, alike(t, math.MaxUint64, first, second)})
}

// append adds a posting and returns its number.
func (p *postings) append(q posting) int {
	if p.len%chunkLen == 0 {
		p.chunks, p.owned = append(p.chunks, new([chunkLen]posting)), append(p.owned, true)
	}
	n := p.len
	p.len++
	*p.own(n) = q
	return n
}

// appendTo adds a feature to a posting.
func (p *postings) appendTo(t *feature.Table, n int, position int32) {
	q := p.own(n)
	a := feature.CommonOf(t.At(int(q.positions[0])), q.columns)
	a.Add(t.At(int(position)))
	q.positions, q.columns = append(q.positions, position), a.Columns()
}

// recount computes again in what the features of a posting agree.
func (p *postings) recount(t *feature.Table, n int) {
	q := p.own(n)
	q.columns = alike(t, math.MaxUint64, q.positions...)
}

// alike returns the columns, of those given, in which the features at positions agree.
func alike(t *feature.Table, columns uint64, positions ...int32) uint64 {
	a := feature.CommonOf(t.At(int(positions[0])), columns)
	for _, i := range positions[1:] {
		if a.Columns() == 0 {
			break
		}
		a.Add(t.At(int(i)))
	}
	return a.Columns()
}
