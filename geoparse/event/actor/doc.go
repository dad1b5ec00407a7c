// Package actor labels the actors of a sentence: those in the tables ("Ahrar al-Sham"),
// states and peoples ("Russian"), and phrases whose head word is one of forces ("two army
// brigades", "قوات النظام").
//
//	actor.Find(s, bounds)
//	s.Acting // the words of each actor
//
// Time is linear in the words of the sentence.
package actor

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Find labels the actors of a sentence, whose places are known.
func Find(s *sentence.Sentence, bounds event.Range) { stage{s}.findActors(bounds) }
