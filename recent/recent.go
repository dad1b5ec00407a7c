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

// Values remembers values by strings, those that were kept last. It is safe for
// concurrent use, and no reader waits for another.
type Values[V any] struct {
	seed maphash.Seed
	sets []set[V]
}

// set is the two places where a value can lie: with one, two strings that are asked for
// often would take it from each other for ever.
type set[V any] [2]atomic.Pointer[entry[V]]

type entry[V any] struct {
	key   string
	value V
}

// maxKeyBytes is how long a string may be whose value is kept.
const maxKeyBytes = 64

// NewValues returns Values that keep at most so many, which is a power of two from 2.
// Each has two places where it can lie, and takes one of them from the value before.
func NewValues[V any](keep int) *Values[V] {
	return &Values[V]{seed: maphash.MakeSeed(), sets: make([]set[V], keep/2)}
}

// At returns the value of a string, which may not be changed; nil for none.
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

// Keep keeps the value of a string, and returns it as it is kept.
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

// places returns where a string can lie, and the place of the two that it takes where
// both are taken.
func (v *Values[V]) places(key string) (*set[V], int) {
	hash := maphash.String(v.seed, key)
	return &v.sets[hash&uint64(len(v.sets)-1)], int(hash >> 63)
}

// Answers remembers what a function returned for the strings that it was asked for last,
// as Values do: two who ask the same at once may both compute it. The function must
// return the same for the same string.
type Answers[V any] struct {
	ask    func(string) V
	values *Values[V]
}

// New returns Answers that keep at most so many (NewValues).
func New[V any](keep int, ask func(string) V) *Answers[V] {
	return &Answers[V]{ask, NewValues[V](keep)}
}

// To returns what the function returns for a question, which may not be changed.
func (a *Answers[V]) To(question string) *V {
	if known := a.values.At(question); known != nil {
		return known
	}
	question = strings.Clone(question) // it may be a part of a long text
	return a.values.Keep(question, a.ask(question))
}
