// Package trigger finds the words of a sentence that report events: verbs, nouns and
// adjectives of the lexicon, alone or with their particles ("captured", "took control of",
// "قصف").
//
//	trigger.Find(s)
//	s.Triggers[0].Class // lexicon.AttackClass
//
// Time is linear in the words of the sentence.
package trigger

import "dateline/geoparse/event/sentence"

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Find labels the triggers of a sentence, whose places and actors are known.
func Find(s *sentence.Sentence) { stage{s}.findTriggers() }
