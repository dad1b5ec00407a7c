package view

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
)

// TestSortedAgainstBruteForce: pages in an order equal the sorted selection, whatever their limits.
func TestSortedAgainstBruteForce(t *testing.T) {
	v := New(documenttest.New(50).Documents(0, 40))
	l := layerOf(t, v, schema.Mentions)
	fields := []query.Field{{Name: "date", Type: query.Date}, {Name: "name", Type: query.Text}, {Name: "confidence", Type: query.Number}}
	r := rand.New(rand.NewPCG(51, 0))
	for _, by := range []string{"date", "-date", "name,-confidence", "-confidence"} {
		order, err := query.ParseOrder(by, fields)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			q := randomQuery(r)
			var want []query.Cursor
			for _, i := range bruteForce(l, &q) {
				want = append(want, order.CursorOf(l.At(i), i+1))
			}
			slices.SortFunc(want, order.Compare)
			var got []int
			var after *query.Cursor
			for more := true; more; more = after != nil {
				p, err := l.Page(t.Context(), &q, order, after, 1+r.IntN(l.Len()))
				if err != nil || p.Matched != len(want) {
					t.Fatalf("%s: %d match, want %d", by, p.Matched, len(want))
				}
				got, after = append(got, p.Numbers...), p.Last
			}
			if !slices.EqualFunc(got, want, func(n int, s query.Cursor) bool { return n+1 == s.Number }) {
				t.Fatalf("%s: %d features, want %d, or in another order", by, len(got), len(want))
			}
		}
	}
}

// TestFilterAgainstBruteForce: searching the tree by the box of a filter misses nothing.
func TestFilterAgainstBruteForce(t *testing.T) {
	v := New(documenttest.New(52).Documents(0, 40))
	fields := []query.Field{{Name: query.Geometry, Type: query.Shape}, {Name: "kind", Type: query.Text}}
	for _, text := range []string{
		"S_INTERSECTS(geometry, BBOX(35,33,37,36))", "S_INTERSECTS(geometry, BBOX(37,33,35,36))", "NOT S_INTERSECTS(geometry, BBOX(35,33,37,36))",
		"S_WITHIN(geometry, POLYGON((34 32,38 32,36 37,34 32))) AND kind LIKE '%P%'", "kind IS NULL OR S_INTERSECTS(geometry, BBOX(35,33,37,36))",
	} {
		f, err := query.ParseFilter(text, fields, query.CRS84)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range v.Layers() {
			q := query.Query{Filter: f}
			if got, want := mustSelect(t, l, &q), bruteForce(l, &q); !slices.Equal(got, want) {
				t.Errorf("%s in %s: %d, want %d", text, l.Name, len(got), len(want))
			}
		}
	}
}
