package rindex

import (
	"math"
	"slices"

	"dateline/feature"
)

// posting is what lies at a coordinate that several features share.
type posting struct {
	positions []int32 // in rising order
	columns   uint64  // those in which all are alike, as feature.Alike has them
}

// chunkLen is how many postings are copied together: few enough that growing by
// an article copies little, enough that their list is short.
const chunkLen = 64

// postings holds postings in chunks. Writable copies share the chunks that they
// do not write to.
type postings struct {
	chunks []*[chunkLen]posting
	owned  []bool // whether a chunk is this copy's own
	len    int
}

// writable returns a copy that can be written to; p must not be any more.
func (p *postings) writable() postings {
	return postings{chunks: slices.Clone(p.chunks), owned: make([]bool, len(p.chunks)), len: p.len}
}

// at returns a posting, not to be written to.
func (p *postings) at(n int) *posting { return &p.chunks[n/chunkLen][n%chunkLen] }

// own returns a posting to be written to.
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
	a := feature.AlikeTo(t.At(int(q.positions[0])), q.columns)
	a.Keep(t.At(int(position)))
	q.positions, q.columns = append(q.positions, position), a.Columns()
}

// recount tells anew what the features of a posting have alike.
func (p *postings) recount(t *feature.Table, n int) {
	q := p.own(n)
	q.columns = alike(t, math.MaxUint64, q.positions...)
}

// alike returns those of the columns in which the features at positions are alike.
func alike(t *feature.Table, columns uint64, positions ...int32) uint64 {
	a := feature.AlikeTo(t.At(int(positions[0])), columns)
	for _, i := range positions[1:] {
		if a.Columns() == 0 {
			break
		}
		a.Keep(t.At(int(i)))
	}
	return a.Columns()
}
