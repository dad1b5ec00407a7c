// Package trigger finds the words of a sentence that carry events.
package trigger

import "dateline/geoparse/event/sentence"

// stage is a sentence as this package looks at it: its triggers.
type stage struct{ *sentence.Sentence }

// Find labels the triggers of a sentence, whose places and actors are known.
func Find(s *sentence.Sentence) { stage{s}.findTriggers() }
