// Package recent remembers what was answered last.
//
//	lengths := recent.New(1024, func(word string) int { return len(word) })
//	*lengths.To("Hama") // 4
package recent

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Answers remembers what a function returned for the strings that it was asked for last.
// It is safe for concurrent use, and no reader waits for another: two who ask the same
// at once may both compute it. The function must return the same for the same string.
type Answers[V any] struct {
	ask   func(string) V
	seed  maphash.Seed
	slots []atomic.Pointer[answer[V]]
}

type answer[V any] struct {
	to    string
	value V
}

// maxQuestionBytes is how long a string may be whose answer is kept.
const maxQuestionBytes = 64

// New returns Answers that keep at most so many, which is a power of two. Each has one
// place where it can lie, and takes it from the one before.
func New[V any](keep int, ask func(string) V) *Answers[V] {
	return &Answers[V]{ask: ask, seed: maphash.MakeSeed(), slots: make([]atomic.Pointer[answer[V]], keep)}
}

// To returns what the function returns for a question, which may not be changed.
func (a *Answers[V]) To(question string) *V {
	if len(question) > maxQuestionBytes {
		v := a.ask(question)
		return &v
	}
	slot := &a.slots[maphash.String(a.seed, question)&uint64(len(a.slots)-1)]
	if kept := slot.Load(); kept != nil && kept.to == question {
		return &kept.value
	}
	question = strings.Clone(question) // it may be a part of a long text
	kept := &answer[V]{question, a.ask(question)}
	slot.Store(kept)
	return &kept.value
}
