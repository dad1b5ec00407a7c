package view

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/document"
	"dateline/document/documenttest"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// The indexes find, in order, the features that the query matches one by one.
func TestPageAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	v := New(documenttest.New(40).Documents(0, 60))
	r := rand.New(rand.NewPCG(41, 0))
	for _, l := range v.Layers() {
		if l.Schema.Daily {
			continue // tested in day_test.go of control
		}
		if l.Len() == 0 {
			t.Fatalf("%s: nothing to find", l.Name)
		}
		for range 300 {
			q := randomQuery(r)
			want := bruteForce(l, &q)
			if got := mustSelect(t, l, &q); !slices.Equal(got, want) {
				t.Fatalf("%s: %+v finds %d, want %d", l.Name, q, len(got), len(want))
			}
			if n := len(mustSelect(t, l, &q)); n != len(want) {
				t.Fatalf("%s: %+v counts %d, want %d", l.Name, q, n, len(want))
			}
			checkPages(t, l, &q, want, 1+r.IntN(l.Len()))
			checkPages(t, l, &q, want, math.MaxInt)
		}
	}
}

// checkPages checks that the pages of a query together have all that it selects.
func checkPages(t *testing.T, l *Layer, q *query.Query, want []int, limit int) {
	t.Helper()
	var got []int
	var after *query.Cursor
	for more := true; more; more = after != nil {
		p, err := l.Page(t.Context(), q, nil, after, limit)
		if err != nil || p.Matched != len(want) || len(p.Numbers) > limit || p.Last != nil && len(p.Numbers) < limit {
			t.Fatalf("page behind %v: %d of %d, next %v", after, len(p.Numbers), p.Matched, p.Last)
		}
		got, after = append(got, p.Numbers...), p.Last
	}
	if !slices.Equal(got, want) {
		t.Fatalf("pages of %d hold %d features, want %d", limit, len(got), len(want))
	}
}

func randomQuery(r *rand.Rand) query.Query {
	var q query.Query
	if r.IntN(2) == 0 {
		q.BBox = randomBox(r)
	}
	if r.IntN(2) == 0 {
		q.Datetime = randomDays(r)
	}
	if r.IntN(6) == 0 {
		q.Text = query.Words("shelling")
	}
	q.Strict = r.IntN(4) == 0
	return q
}

func randomBox(r *rand.Rand) *orb.Bound {
	switch r.IntN(8) {
	case 0:
		return &orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	case 1: // across the antimeridian
		return &orb.Bound{Min: orb.Point{37 + r.Float64(), 30}, Max: orb.Point{36 + r.Float64(), 40}}
	}
	west, south := 34+8*r.Float64(), 31+6*r.Float64()
	return &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{west + 4*r.Float64(), south + 3*r.Float64()}}
}

func randomDays(r *rand.Rand) *feature.Days {
	first := feature.Day(15000 + r.IntN(4000))
	days := feature.Days{First: first, Last: first + feature.Day(r.IntN(1000)), Known: true}
	switch r.IntN(8) {
	case 0:
		days.First = feature.Beginning
	case 1:
		days.Last = feature.End
	case 2:
		days.First, days.Last = feature.Beginning, feature.End
	case 3:
		days.Known = false
	}
	return &days
}

func TestPageEnds(t *testing.T) {
	l := layerOf(t, New(documenttest.New(42).Documents(0, 5)), schema.Articles)
	for name, c := range map[string]struct {
		after, limit int
		numbers      []int
		last         int // -1 for none
	}{
		"first":        {0, 2, []int{0, 1}, 2},
		"last":         {4, 2, []int{4}, -1},
		"exactly all":  {0, 5, []int{0, 1, 2, 3, 4}, -1},
		"none wanted":  {1, 0, nil, 1},
		"behind":       {9, 2, nil, -1},
		"more than is": {0, 99, []int{0, 1, 2, 3, 4}, -1},
	} {
		p, err := l.Page(t.Context(), &query.Query{}, nil, &query.Cursor{Number: c.after}, c.limit)
		if err != nil || p.Matched != 5 || !slices.Equal(p.Numbers, c.numbers) || (p.Last != nil) != (c.last >= 0) || p.Last != nil && p.Last.Number != c.last {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// Undated features match no datetime, and those without a place no box, but they are in the
// collection.
func TestUndatedAndUnplaced(t *testing.T) {
	lat, lon, place := 35.0, 36.0, "p"
	l := layerOf(t, New([]document.Document{{
		ID: "a", Mentions: []document.Mention{{Start: 0, End: 1, Phrase: "here"}, {Start: 2, End: 3, Lat: &lat, Lon: &lon, Place: &place, Date: "2019-08-22"}},
	}}), schema.Mentions)
	world := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	always := feature.Days{First: feature.Beginning, Last: feature.End, Known: true}
	for name, c := range map[string]struct {
		query query.Query
		want  []int
	}{
		"all":    {query.Query{}, []int{0, 1}},
		"placed": {query.Query{BBox: &world}, []int{1}},
		"dated":  {query.Query{Datetime: &always}, []int{1}},
	} {
		if got := mustSelect(t, l, &c.query); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if f := l.At(0); f.Days().Known || f.Geometry() != nil || f.Property("date") != nil {
		t.Errorf("%s", f.JSON())
	}
}

func layerOf(t testing.TB, v *View, name string) *Layer {
	t.Helper()
	l, ok := v.Layer(name)
	if !ok {
		t.Fatalf("no layer %s", name)
	}
	return l
}
