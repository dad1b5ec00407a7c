package view

import (
	"context"
	"testing"

	"dateline/feature"
	"dateline/query"

	"github.com/paulmach/orb"
)

// matches evaluates a query for one feature.
func matches(q *query.Query, f feature.Feature) bool {
	found, err := q.On(context.Background(), f.Table()).Matches(f.Position())
	return found && err == nil
}

// bruteForce evaluates the query for each feature.
func bruteForce(l *Layer, q *query.Query) []int {
	var found []int
	for i := range l.Len() {
		if matches(q, l.At(i)) {
			found = append(found, i)
		}
	}
	return found
}

func mustSelect(t testing.TB, l *Layer, q *query.Query) []int {
	t.Helper()
	found, err := l.Select(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestNarrower(t *testing.T) {
	box := func(west, south, east, north float64) *orb.Bound {
		return &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}}
	}
	town, country, dateline := box(36, 35, 37, 36), box(35, 32, 42, 37), box(170, -10, -170, 10)
	for _, tt := range []struct{ a, b, want *orb.Bound }{
		{nil, nil, nil}, {town, nil, town}, {nil, town, town}, {town, country, town}, {country, town, town}, {dateline, country, country}, {town, dateline, town},
	} {
		if got := narrower(tt.a, tt.b); got != tt.want {
			t.Errorf("of %v and %v the narrower is %v", tt.a, tt.b, got)
		}
	}
}
