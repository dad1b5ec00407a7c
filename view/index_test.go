package view

import (
	"fmt"
	"testing"

	"dateline/feature"
)

// An index finds what was added, also for older readers while it grows.
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
