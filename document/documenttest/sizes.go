package documenttest

import (
	"fmt"
	"testing"
)

// Sizes runs a benchmark on growing numbers of mentions. Setting up a million takes some
// seconds; -bench 'mentions=1e+04' leaves them out.
func Sizes(b *testing.B, run func(b *testing.B, mentions int)) {
	for _, size := range []int{1e4, 1e5, 1e6} {
		b.Run(fmt.Sprintf("mentions=%.0e", float64(size)), func(b *testing.B) { run(b, size) })
	}
}

// ManyPlaces returns a Source with as many places as a large archive has.
func ManyPlaces(seed uint64) Source {
	s := New(seed)
	s.Places = 20_000
	return s
}
