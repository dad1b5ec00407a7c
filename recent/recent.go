// Package recent caches recent values and results of functions by string, in bounded memory.
//
//	lengths := recent.NewMemo(1024, func(word string) int { return len(word) })
//	*lengths.Get("Hama") // 4
package recent

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Cache caches recent values by string. It is safe for concurrent use; readers do not block
// each other.
type Cache[V any] struct {
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

// NewCache returns a cache of a fixed number of values, a power of two from 2. Each key has two
// slots; if both are in use, it evicts the value in the one that its hash picks.
func NewCache[V any](keep int) *Cache[V] {
	return &Cache[V]{seed: maphash.MakeSeed(), sets: make([]set[V], keep/2)}
}

// Get returns the value of a key, which must not be changed; nil if not cached.
func (v *Cache[V]) Get(key string) *V {
	if len(key) > maxKeyBytes {
		return nil
	}
	places, _ := v.slots(key)
	for i := range places {
		if kept := places[i].Load(); kept != nil && kept.key == key {
			return &kept.value
		}
	}
	return nil
}

// Put caches a value, and returns the cached copy.
func (v *Cache[V]) Put(key string, value V) *V {
	kept := &entry[V]{key, value}
	if len(key) <= maxKeyBytes {
		places, at := v.slots(key)
		if places[1-at].Load() == nil {
			at = 1 - at
		}
		places[at].Store(kept)
	}
	return &kept.value
}

// slots returns the set of a key, and the slot to evict if both are in use.
func (v *Cache[V]) slots(key string) (*set[V], int) {
	hash := maphash.String(v.seed, key)
	return &v.sets[hash&uint64(len(v.sets)-1)], int(hash >> 63)
}

// Memo caches the results of a function, as Cache does. Concurrent callers with the same key
// may both compute it. The function must be deterministic.
type Memo[V any] struct {
	ask    func(string) V
	values *Cache[V]
}

// NewMemo returns a cache of the results of a function with a fixed number of values (NewCache).
func NewMemo[V any](keep int, ask func(string) V) *Memo[V] {
	return &Memo[V]{ask, NewCache[V](keep)}
}

// Get returns the result for a key, which must not be changed.
func (a *Memo[V]) Get(question string) *V {
	if known := a.values.Get(question); known != nil {
		return known
	}
	question = strings.Clone(question) // do not retain the long text it may be a part of
	return a.values.Put(question, a.ask(question))
}
