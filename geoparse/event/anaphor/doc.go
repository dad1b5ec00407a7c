// Package anaphor resolves references to places named before ("the town", "there", "it",
// "المدينة") to the group of places that is meant.
//
//	anaphor.Find(s) // adds to s.Groups
//
// A reference looks back over a bounded number of places.
package anaphor

import "dateline/geoparse/event/sentence"

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Find adds groups for words that refer to places, and one for the topic of the text if the
// sentence names and refers to no other town.
func Find(s *sentence.Sentence) {
	stage{s}.findAnaphors()
	stage{s}.addTopic()
}
