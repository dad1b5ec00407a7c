package atlas

import (
	"hash/maphash"
	"sync/atomic"

	"dateline/feature"
)

// index finds features by their ids: a hash table with open addressing that
// holds positions only, so that it costs about ten bytes a feature. One writer
// may add to it while others read: a slot is written once, and a reader who
// holds fewer features than there are now passes over positions beyond his.
type index struct {
	seed  maphash.Seed
	slots []atomic.Int32 // position + 1, 0 for empty; their number is a power of two
}

const smallestIndex = 64

func newIndex(slots int) *index {
	return &index{seed: maphash.MakeSeed(), slots: make([]atomic.Int32, slots)}
}

// find returns the position of the feature with the id, -1 when there is none.
func (x *index) find(id string, features *feature.Table) int {
	mask := len(x.slots) - 1
	for i := x.slot(id); ; i = (i + 1) & mask {
		position := int(x.slots[i].Load()) - 1
		if position < 0 {
			return -1
		}
		if position < features.Len() && features.At(position).Is(id) {
			return position
		}
	}
}

// with returns an index that also holds the features from a position on: the
// same one while there is space in it. Only the writer may call it.
func (x *index) with(features *feature.Table, from int) *index {
	if slots := len(x.slots); features.Len() > slots/2 {
		for features.Len() > slots/2 {
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
	for x.slots[i].Load() != 0 {
		i = (i + 1) & mask
	}
	x.slots[i].Store(int32(position + 1))
}

func (x *index) slot(id string) int { return int(maphash.String(x.seed, id)) & (len(x.slots) - 1) }
