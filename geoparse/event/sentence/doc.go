// Package sentence is the representation that the stages of the event reader share: a
// sentence as words, with what the lexicon says of each, and the labels that the stages put
// on them: groups of places, actors, triggers. It answers questions that more than one stage
// asks, such as for the subject of a verb.
//
//	s.Is(3, lexicon.Be)    // whether word 3 is a form of "to be"
//	s.Subject(t.First)     // who does it
//	s.IsPassive(&t)        // "was shelled"
//
// A question about a word looks at a bounded number of words around it. A Sentence is used
// by one goroutine at a time.
package sentence
