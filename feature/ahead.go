package feature

import (
	"iter"
	"runtime"
	"slices"
)

// aheadBy is roughly the number of outstanding cache misses of a core.
const aheadBy = 16

// Ahead yields the features at positions, in order, and prefetches the following ones in groups:
// they are scattered in memory, and waiting for each in turn takes longer than processing them.
// whole also prefetches the arena, for callers that serialise the features.
func Ahead[P int | int32](t *Table, positions []P, whole bool) iter.Seq[Feature] {
	return func(yield func(Feature) bool) {
		for len(positions) > 0 {
			some := positions[:min(len(positions), aheadBy)]
			positions = positions[len(some):]
			touch(t, some, whole)
			for _, i := range some {
				if !yield(t.At(int(i))) {
					return
				}
			}
		}
	}
}

// ReadAhead prefetches the memory of features that are going to be serialised.
func ReadAhead(features []Feature) {
	var sum byte
	for part := range slices.Chunk(features, aheadBy) {
		var ids [aheadBy]code
		for k, f := range part {
			ids[k] = f.table.row(f.position)[0]
		}
		for k, f := range part {
			sum += f.table.arena.touch(ids[k])
		}
	}
	runtime.KeepAlive(sum)
}

// touch reads a byte of each cache line in which features begin.
func touch[P int | int32](t *Table, positions []P, whole bool) {
	var ids [aheadBy]code
	var sum byte
	for k, i := range positions {
		ids[k] = t.row(int(i))[0]
		sum += byte(t.points[i].lon)
	}
	if whole {
		for k := range positions {
			sum += t.arena.touch(ids[k])
		}
	}
	runtime.KeepAlive(sum) // or the compiler would remove the loop
}

// touch reads bytes at an id, and before it, where a Builder puts the feature's other unshared
// values.
func (a *arena) touch(id code) byte {
	const line = 64
	chunk, at := a.chunks[id>>placeBits], int(id&(1<<placeBits-1)<<alignBits)
	return chunk[at] + chunk[max(at-line, 0)] + chunk[max(at-2*line, 0)]
}
