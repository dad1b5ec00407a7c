package view

import (
	"context"
	"testing"

	"dateline/feature"
	"dateline/query"
)

// matches asks a query of one feature.
func matches(q *query.Query, f feature.Feature) bool {
	found, err := q.On(context.Background(), f.Table()).Matches(f.Position())
	return found && err == nil
}

// bruteForce asks the query for each feature.
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
