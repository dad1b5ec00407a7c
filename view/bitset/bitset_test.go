package bitset

import (
	"math/rand/v2"
	"testing"
)

// TestSet compares a set with a map of the same positions.
func TestSet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	for _, n := range []int{1, 63, 64, 65, 200} {
		s, want := New(n), map[int]bool{}
		for range 3 * n {
			i, in := r.IntN(n), r.IntN(3) > 0
			s.Put(i, in)
			if want[i] = in; !in {
				delete(want, i)
			}
		}
		seen := 0
		for i := s.Next(0); i >= 0; i = s.Next(i + 1) {
			if !want[i] {
				t.Errorf("of %d: %d is in", n, i)
			}
			seen++
		}
		if seen != len(want) || s.Count() != len(want) || s.Holds(64*len(s)) {
			t.Errorf("of %d: %d met, %d counted, want %d", n, seen, s.Count(), len(want))
		}
		rest := Full(n)
		rest.Subtract(s)
		if all := Full(n); rest.Count() != n-len(want) || all.Count() != n {
			t.Errorf("of %d: %d are left, want %d", n, rest.Count(), n-len(want))
		}
		rest.Intersect(s)
		if rest.Count() != 0 {
			t.Errorf("of %d: %d are in and out", n, rest.Count())
		}
	}
}

func TestEdges(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 200} {
		if full := Full(n); full.Count() != n || full.Next(n) != -1 {
			t.Errorf("all of %d are %d", n, full.Count())
		}
	}
	r := rand.New(rand.NewPCG(81, 0))
	b, want := New(300), map[int]bool{}
	for range 200 {
		i := r.IntN(300)
		b.Set(i)
		want[i] = true
	}
	for i := 0; i < 300; i += 3 {
		b.Clear(i)
		delete(want, i)
	}
	n := 0
	for i := b.Next(-5); i >= 0; i = b.Next(i + 1) {
		n++
		if !want[i] {
			t.Errorf("%d is in the set", i)
		}
	}
	if n != len(want) || b.Count() != n || b.Next(300) != -1 {
		t.Errorf("%d in the set, want %d", n, len(want))
	}
}
