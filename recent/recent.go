// Package recent remembers what was found out last.
//
//	lengths := recent.New(1024, func(word string) int { return len(word) })
//	*lengths.To("Hama") // 4
package recent

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Values caches recent values by string. It is safe for concurrent use; readers do not block
// each other.
type Values[V any] struct {
	seed maphash.Seed
	sets []set[V]
}

// set is a two-way set of the cache: with a single slot, two frequent keys could evict each
// other forever.
type set[V any] [2]atomic.Pointer[entry[V]]

type entry[V any] struct {
	key   string
	value V
}

// maxKeyBytes is the maximum length of a cached key.
const maxKeyBytes = 64

// NewValues returns a cache of a fixed number of values, a power of two from 2. Each key has two
// slots, and evicts the older value.
func NewValues[V any](keep int) *Values[V] {
	return &Values[V]{seed: maphash.MakeSeed(), sets: make([]set[V], keep/2)}
}

// At returns the value of a key, which must not be changed; nil if not cached.
func (v *Values[V]) At(key string) *V {
	if len(key) > maxKeyBytes {
		return nil
	}
	places, _ := v.places(key)
	for i := range places {
		if kept := places[i].Load(); kept != nil && kept.key == key {
			return &kept.value
		}
	}
	return nil
}

// Keep caches a value, and returns the cached copy.
func (v *Values[V]) Keep(key string, value V) *V {
	kept := &entry[V]{key, value}
	if len(key) <= maxKeyBytes {
		places, at := v.places(key)
		if places[1-at].Load() == nil {
			at = 1 - at
		}
		places[at].Store(kept)
	}
	return &kept.value
}

// places returns the set of a key, and the slot to evict if both are in use.
func (v *Values[V]) places(key string) (*set[V], int) {
	hash := maphash.String(v.seed, key)
	return &v.sets[hash&uint64(len(v.sets)-1)], int(hash >> 63)
}

// Answers caches the results of a function, as Values does. Concurrent callers with the same key
// may both compute it. The function must be deterministic.
type Answers[V any] struct {
	ask    func(string) V
	values *Values[V]
}

// New returns a cache of the results of a function with a fixed number of values (NewValues).
func New[V any](keep int, ask func(string) V) *Answers[V] {
	return &Answers[V]{ask, NewValues[V](keep)}
}

// To returns the result for a key, which must not be changed.
func (a *Answers[V]) To(question string) *V {
	if known := a.values.At(question); known != nil {
		return known
	}
	question = strings.Clone(question) // do not retain the long text it may be a part of
	return a.values.Keep(question, a.ask(question))
}
