package stats

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRadixSort(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for _, n := range []int{0, 1, 2, 3000} {
		for _, mask := range []uint64{0, 1, 0xfff, 0xffff_0000_ffff, ^uint64(0)} {
			keys := make([]uint64, n)
			for i := range keys {
				keys[i] = r.Uint64() & mask
			}
			want := slices.Sorted(slices.Values(keys))
			if radixSort(keys); !slices.Equal(keys, want) {
				t.Errorf("%d numbers of %x are out of order", n, mask)
			}
		}
	}
}
