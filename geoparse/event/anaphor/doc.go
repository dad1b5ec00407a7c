// Package anaphor resolves references to places named before ("the town", "there", "it",
// "المدينة") to the group of places that is meant.
//
//	anaphor.Find(s) // adds to s.Groups
//
// A reference looks back over a bounded number of places.
package anaphor

import "dateline/geoparse/event/sentence"

// stage is a sentence as this package looks at it: what refers back.
type stage struct{ *sentence.Sentence }

// Find adds groups for words that refer to places, and for the town that the text is about
// where the sentence names and means no other.
func Find(s *sentence.Sentence) {
	stage{s}.findAnaphors()
	stage{s}.addTopic()
}
