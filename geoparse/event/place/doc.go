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

// stage is a sentence as this package looks at it: its places.
type stage struct{ *sentence.Sentence }

// Find puts the places of a sentence into groups.
func Find(s *sentence.Sentence, bounds event.Range) {
	s.Caps = stage{s}.inCapitals()
	stage{s}.findPlaces(bounds)
}

// Bridge takes names that no gazetteer holds into the lists that they stand in. Actors are
// known by then, and none of them is such a name.
func Bridge(s *sentence.Sentence) { stage{s}.bridgeUnknown() }

// FindUnlisted adds names that no gazetteer holds and no list. Triggers are known by then:
// what is seized or besieged is a place.
func FindUnlisted(s *sentence.Sentence) { stage{s}.findUnlisted() }
