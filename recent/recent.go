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
	ask  func(string) V
	seed maphash.Seed
	sets []set[V]
}

// set is the two places where an answer can lie: with one, two questions that are asked for
// often would take it from each other for ever.
type set[V any] [2]atomic.Pointer[answer[V]]

type answer[V any] struct {
	to    string
	value V
}

// maxQuestionBytes is how long a string may be whose answer is kept.
const maxQuestionBytes = 64

// New returns Answers that keep at most so many, which is a power of two from 2. Each
// has two places where it can lie, and takes one of them from the answer before.
func New[V any](keep int, ask func(string) V) *Answers[V] {
	return &Answers[V]{ask: ask, seed: maphash.MakeSeed(), sets: make([]set[V], keep/2)}
}

// To returns what the function returns for a question, which may not be changed.
func (a *Answers[V]) To(question string) *V {
	if len(question) > maxQuestionBytes {
		v := a.ask(question)
		return &v
	}
	hash := maphash.String(a.seed, question)
	places := &a.sets[hash&uint64(len(a.sets)-1)]
	free := hash >> 63 // the place of the two that it takes, where both are taken
	for i := range places {
		kept := places[i].Load()
		if kept == nil {
			free = uint64(i)
			break
		}
		if kept.to == question {
			return &kept.value
		}
	}
	question = strings.Clone(question) // it may be a part of a long text
	kept := &answer[V]{question, a.ask(question)}
	places[free].Store(kept)
	return &kept.value
}
