package feature

import (
	"iter"
	"runtime"
	"slices"
)

// prefetchSize is roughly the number of outstanding cache misses of a core.
const prefetchSize = 16

// Prefetched yields the features at positions, in order, and prefetches them in groups: they are
// scattered in memory, and one cache miss after another takes longer than processing them. whole
// also prefetches what only they have, for callers that serialise the features.
func Prefetched[P int | int32](t *Table, positions []P, whole bool) iter.Seq[Feature] {
	return func(yield func(Feature) bool) {
		for len(positions) > 0 {
			some := positions[:min(len(positions), prefetchSize)]
			positions = positions[len(some):]
			prefetch(t, some, whole)
			for _, i := range some {
				if !yield(t.At(int(i))) {
					return
				}
			}
		}
	}
}

// Prefetch prefetches the memory of features that will be serialised.
func Prefetch(features []Feature) {
	var sum byte
	for part := range slices.Chunk(features, prefetchSize) {
		var ids [prefetchSize]code
		for k, f := range part {
			ids[k] = f.table.row(f.position)[0]
		}
		for k, f := range part {
			sum += f.table.own.prefetch(ids[k])
		}
	}
	runtime.KeepAlive(sum)
}

// prefetch reads a byte of the first cache line of each feature.
func prefetch[P int | int32](t *Table, positions []P, whole bool) {
	var ids [prefetchSize]code
	var sum byte
	for k, i := range positions {
		ids[k] = t.row(int(i))[0]
		sum += byte(t.points[i].lon)
	}
	if whole {
		for k := range positions {
			sum += t.own.prefetch(ids[k])
		}
	}
	runtime.KeepAlive(sum) // keeps the compiler from removing the loop
}

// prefetch reads bytes at an id, and before it, where a Builder puts the feature's other unshared
// values.
func (a *arena) prefetch(id code) byte {
	const line = 64
	chunk, at := a.chunks[id>>placeBits], int(id&(1<<placeBits-1)<<alignBits)
	return chunk[at] + chunk[max(at-line, 0)] + chunk[max(at-2*line, 0)]
}
