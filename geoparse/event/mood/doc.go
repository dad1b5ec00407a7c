// Package mood tells how a sentence presents an event: as done, attempted, planned,
// possible, denied or only claimed.
//
//	mood.Of(s, &candidate) // sentence.Negated, of "denied that it had shelled Kurna"
//
// A call looks at a bounded number of words around the trigger.
package mood

import "dateline/geoparse/event/sentence"

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Of reads the mood of a candidate.
func Of(s *sentence.Sentence, c *sentence.Candidate) sentence.Mood { return stage{s}.moodOf(c) }
