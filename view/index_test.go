package view

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feature"
)

// An index finds what is there, for older readers as well while it grows.
func TestIndex(t *testing.T) {
	x := newIndex(smallestIndex)
	b := feature.NewBuilder(nil)
	older, tables := map[*index]int{}, map[int]*feature.Table{}
	for n := range 3000 {
		b.Start(fmt.Sprint("id", n), nil, feature.Days{})
		b.Add()
		x = x.with(b.Table(), n)
		if n%7 == 0 {
			older[x], tables[n] = n, b.Table()
		}
	}
	for x, n := range older {
		for _, i := range []int{0, n / 2, n, n + 1, 2999} {
			want := i
			if i > n {
				want = -1
			}
			if got := x.find(fmt.Sprint("id", i), &Layer{Features: tables[n]}); got != want {
				t.Fatalf("with %d features id%d is at %d, want %d", n+1, i, got, want)
			}
		}
	}
	if x.find("", &Layer{Features: b.Table()}) != -1 || x.find("id3000", &Layer{Features: b.Table()}) != -1 {
		t.Error("found what is not there")
	}
}

func TestBitset(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 200} {
		if full := newFullBitset(n); full.count() != n || full.next(n) != -1 {
			t.Errorf("all of %d are %d", n, full.count())
		}
	}
	r := rand.New(rand.NewPCG(81, 0))
	b, want := newBitset(300), map[int]bool{}
	for range 200 {
		i := r.IntN(300)
		b.set(i)
		want[i] = true
	}
	for i := 0; i < 300; i += 3 {
		b.clear(i)
		delete(want, i)
	}
	n := 0
	for i := b.next(-5); i >= 0; i = b.next(i + 1) {
		n++
		if !want[i] {
			t.Errorf("%d is in the set", i)
		}
	}
	if n != len(want) || b.count() != n || b.next(300) != -1 {
		t.Errorf("%d in the set, want %d", n, len(want))
	}
}
