package view

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
)

// Numbers stored as runs equal those of a list.
func TestNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(60, 0))
	for range 200 {
		var n numbers
		var list []int
		for number := 0; len(list) < 1+r.IntN(20); {
			number += 1 + r.IntN(3)*r.IntN(3)
			n.add(len(list), number)
			list = append(list, number)
		}
		for i, number := range list {
			if n.of(i) != number {
				t.Fatalf("%v: %d is %d", list, i, n.of(i))
			}
		}
		for number := range n.last + 3 {
			want, _ := slices.BinarySearch(list, number+1)
			if got := n.behind(number, len(list)); got != want || n.mixed {
				t.Fatalf("%v: behind %d is %d, want %d", list, number, got, want)
			}
		}
	}
}

// Features whose numbers are not in order are paged in the order of the numbers.
func TestPagesOfMixedNumbers(t *testing.T) {
	l := *layerOf(t, New(documenttest.New(61).Documents(0, 5)), schema.Mentions)
	l.numbers = numbers{}
	positions := rand.New(rand.NewPCG(62, 0)).Perm(l.Len())
	for i, n := range positions {
		l.numbers.add(i, 10*n+1)
	}
	var got []int
	var after *query.Cursor
	for more := true; more; more = after != nil {
		p, err := l.Page(t.Context(), &query.Query{}, nil, after, 7)
		if err != nil || p.Matched != l.Len() {
			t.Fatal(p, err)
		}
		for _, i := range p.Numbers {
			got = append(got, positions[i])
		}
		after = p.Last
	}
	if len(got) != l.Len() || !slices.IsSorted(got) {
		t.Errorf("%v", got)
	}
}
