// Package actor finds who is named in a sentence: actors of the tables, states and peoples,
// and what is called forces, rebels or an army.
package actor

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage is a sentence as this package looks at it: its actors.
type stage struct{ *sentence.Sentence }

// Find labels the actors of a sentence, whose places are known.
func Find(s *sentence.Sentence, bounds event.Range) { stage{s}.findActors(bounds) }
