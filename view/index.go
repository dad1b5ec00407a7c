package view

import (
	"math/rand/v2"
	"sync/atomic"

	"dateline/feature"
	"dateline/snapshot"

	"github.com/cespare/xxhash/v2"
)

// index finds features by id: a hash table with open addressing that stores positions only, some
// six to twelve bytes a feature. One writer may add to it while others read: a slot is written
// once, and readers skip positions beyond the features they know.
type index struct {
	seed  uint64
	slots []int32 // position + 1, 0 for empty, accessed atomically; the length is a power of two
}

const smallestIndex = 64

func newIndex(slots int) *index {
	return &index{seed: rand.Uint64(), slots: make([]int32, slots)}
}

// find returns the position of the feature of a Layer with the id, -1 if there is none.
func (x *index) find(id string, of *Layer) int {
	mask := len(x.slots) - 1
	for i := x.slot(id); ; i = (i + 1) & mask {
		position := int(atomic.LoadInt32(&x.slots[i])) - 1
		if position < 0 {
			return -1
		}
		if position < of.Features.Len() && of.At(position).Is(id) && !of.isGone(position) {
			return position
		}
	}
}

// with returns an index that also has the features from a position on: the same one while it has
// room. Only the writer may call it.
func (x *index) with(features *feature.Table, from int) *index {
	if slots := len(x.slots); features.Len() > slots/4*3 {
		for features.Len() > slots/4*3 {
			slots *= 2
		}
		x, from = newIndex(slots), 0
	}
	for position := from; position < features.Len(); position++ {
		x.add(features.At(position).ID(), position)
	}
	return x
}

func (x *index) add(id string, position int) {
	mask := len(x.slots) - 1
	i := x.slot(id)
	for x.slots[i] != 0 {
		i = (i + 1) & mask
	}
	atomic.StoreInt32(&x.slots[i], int32(position+1))
}

func (x *index) slot(id string) int {
	var hash xxhash.Digest
	hash.ResetWithSeed(x.seed)
	_, _ = hash.WriteString(id) // never fails
	return int(hash.Sum64()) & (len(x.slots) - 1)
}

// write writes an index of the first n features, while others may be added: as these came later,
// no probe for the first passes one of them.
func (x *index) write(w *snapshot.Writer, features int) {
	snapshot.Put(w, []uint64{x.seed})
	slots := make([]int32, len(x.slots))
	for i := range slots {
		if position := atomic.LoadInt32(&x.slots[i]); int(position) <= features {
			slots[i] = position
		}
	}
	snapshot.Put(w, slots)
}

// readIndex reads an index of n features.
func readIndex(r *snapshot.Reader, features int) *index {
	x := &index{snapshot.GetOne[uint64](r), snapshot.Get[int32](r, 0)}
	if n := len(x.slots); n&(n-1) != 0 || features > n/4*3 {
		r.Fail(snapshot.ErrDamaged)
	}
	return x
}
