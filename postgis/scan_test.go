package postgis

import (
	"slices"
	"testing"
)

// TestStretches: a page that few partitions would fill reads these first, and then more and more of
// the others; a page after a fid begins with the partition of the next fid.
func TestStretches(t *testing.T) {
	ends := []int64{100, 200, 300, 400, 500, 600, 700, 800, 900, 1000}
	for _, c := range []struct {
		n, limit int
		from     int64
		want     []int64
	}{
		{1000, 50, 0, []int64{100, 300, 700}},
		{1000, 50, 99, []int64{100, 300, 700}},
		{1000, 50, 100, []int64{200, 400, 800}},
		{1000, 250, 0, []int64{300, 900}},
		{1000, 50, 850, []int64{900}},
		{1000, 50, 950, nil},
		{1000, 50, 1000, nil},
		{40, 50, 0, nil}, // all are wanted
	} {
		n := countResult{n: c.n, ends: ends}
		if got := n.stretches(c.from, c.limit); !slices.Equal(got, c.want) {
			t.Errorf("%d of %d behind %d: up to %v, want %v", c.limit, c.n, c.from, got, c.want)
		}
	}
	if got := (&countResult{n: 7}).stretches(0, 1); got != nil {
		t.Errorf("without partitions: up to %v", got)
	}
}
