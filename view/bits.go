package view

import (
	"context"
	"math/bits"

	"dateline/query"
)

// bitset is a set of positions.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int) { b[i/64] |= 1 << (i % 64) }

func (b bitset) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }

// holds is has of a set that may be shorter.
func (b bitset) holds(i int) bool { return i/64 < len(b) && b.has(i) }

func (b bitset) clear(i int) { b[i/64] &^= 1 << (i % 64) }

// put sets a position, or clears it.
func (b bitset) put(i int, in bool) {
	if in {
		b.set(i)
	} else {
		b.clear(i)
	}
}

// subtract takes out what is in c, which may be shorter.
func (b bitset) subtract(c bitset) {
	for i := range min(len(b), len(c)) {
		b[i] &^= c[i]
	}
}

func (b bitset) count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// next returns the first position in the set from i on, -1 when there is none.
func (b bitset) next(i int) int {
	i = max(i, 0)
	w := i / 64
	if w >= len(b) {
		return -1
	}
	word := b[w] >> (i % 64) << (i % 64)
	for word == 0 {
		if w++; w == len(b) {
			return -1
		}
		word = b[w]
	}
	return w*64 + bits.TrailingZeros64(word)
}

// keep takes out the positions that e refuses; those of the features begin at
// from.
func (b bitset) keep(ctx context.Context, e *query.Evaluation, from int) error {
	if err := e.Afford(b.count()); err != nil {
		return err
	}
	for i := b.next(0); i >= 0; i = b.next(i + 1) {
		selected, err := e.Matches(from + i)
		if err != nil {
			return err
		}
		if !selected {
			b.clear(i)
		}
	}
	return nil
}

// newFullBitset returns the set of all positions below n.
func newFullBitset(n int) bitset {
	b := newBitset(n)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(n%64) - 1
	}
	return b
}
