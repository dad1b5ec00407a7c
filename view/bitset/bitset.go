// Package bitset stores sets of positions, one bit each.
//
//	found := bitset.New(layer.Len())
//	found.Set(7)
//
// A set of a million positions takes 125 KB; counting them is 16,000 steps.
package bitset

import "math/bits"

// Set is a set of positions.
type Set []uint64

// New returns an empty set of positions below n.
func New(n int) Set { return make(Set, (n+63)/64) }

// Set adds a position.
func (b Set) Set(i int) { b[i/64] |= 1 << (i % 64) }

// Has reports whether a position is in the set.
func (b Set) Has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }

// Holds is Has for a position that may lie beyond the set.
func (b Set) Holds(i int) bool { return i/64 < len(b) && b.Has(i) }

// Clear removes a position.
func (b Set) Clear(i int) { b[i/64] &^= 1 << (i % 64) }

// Put sets a position, or clears it.
func (b Set) Put(i int, in bool) {
	if in {
		b.Set(i)
	} else {
		b.Clear(i)
	}
}

// Subtract removes the positions in c, which may be shorter.
func (b Set) Subtract(c Set) {
	for i := range min(len(b), len(c)) {
		b[i] &^= c[i]
	}
}

// Intersect removes the positions not in c, which has the same length.
func (b Set) Intersect(c Set) {
	for i := range b {
		b[i] &= c[i]
	}
}

// Count returns the number of positions in the set.
func (b Set) Count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// Next returns the first position from i on, -1 if there is none.
func (b Set) Next(i int) int {
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

// Full returns the set of all positions below n.
func Full(n int) Set {
	b := New(n)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(n%64) - 1
	}
	return b
}
