// Package place groups the places that a sentence names together: "Salma and Dourin in the
// countryside of Latakia" is one group of two towns, and what they lie in is left out. It
// also labels names that no gazetteer holds ("the village of Qarmanjiq").
//
//	place.Find(s, bounds)
//	s.Groups[0].Spots // Salma, Dourin
//
// Time is linear in the words of the sentence.
package place

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Find puts the places of a sentence into groups.
func Find(s *sentence.Sentence, bounds event.Range) {
	s.Caps = stage{s}.inCapitals()
	stage{s}.findPlaces(bounds)
}

// Bridge adds unknown names to the lists in which they occur. Call it after the actors are
// labelled, as they are not such names.
func Bridge(s *sentence.Sentence) { stage{s}.bridgeUnknown() }

// FindUnlisted adds unknown names outside of lists. Call it after the triggers are labelled: the
// object of seizing or besieging is a place.
func FindUnlisted(s *sentence.Sentence) { stage{s}.findUnlisted() }
