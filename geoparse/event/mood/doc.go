// Package mood reads how a trigger is built into what its sentence asserts: as done, tried,
// planned, possible, denied, or only claimed.
package mood

import "dateline/geoparse/event/sentence"

// stage is a sentence as this package looks at it: its helping words.
type stage struct{ *sentence.Sentence }

// Of reads the mood of a candidate.
func Of(s *sentence.Sentence, c *sentence.Candidate) sentence.Mood { return stage{s}.moodOf(c) }
