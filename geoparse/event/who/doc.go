// Package who finds the participants of an event: who did it and to whom, who holds the place
// afterwards and who held it before, and to whom the sentence attributes it.
//
//	who.Fill(s, &candidate, &report)
//	report.Agent, report.Target // "rebels", "an army convoy"
//	who.Source(s)               // "the Observatory"
//
// A call looks at a bounded number of words around the trigger.
package who

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Fill sets agent, target, holder and from on the report of a candidate.
func Fill(s *sentence.Sentence, c *sentence.Candidate, r *event.Report) { stage{s}.fillWho(c, r) }

// Did returns the agent of a candidate, or the holder of the place.
func Did(s *sentence.Sentence, c *sentence.Candidate) event.Range { return stage{s}.whoDid(c) }

// Source returns the source that a sentence cites, empty if none.
func Source(s *sentence.Sentence) event.Range { return stage{s}.findSource() }
