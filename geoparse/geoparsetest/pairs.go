package geoparsetest

import "testing"

// Pair is a rule in words; a text to which it applies, with the expected result; and a near
// miss, to which it does not apply, with that result.
type Pair [5]string

// Pairs checks both texts of each pair.
func Pairs(t *testing.T, read func(t testing.TB, text string) string, pairs []Pair) {
	t.Helper()
	for _, p := range pairs {
		for i := 1; i < len(p); i += 2 {
			if got := read(t, p[i]); got != p[i+1] {
				t.Errorf("%s: %s\n got %q\nwant %q", p[0], p[i], got, p[i+1])
			}
		}
	}
}
