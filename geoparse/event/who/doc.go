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

// stage is a sentence as this package looks at it: who is told in it.
type stage struct{ *sentence.Sentence }

// Fill fills in agent, target, holder and from of what a candidate reports.
func Fill(s *sentence.Sentence, c *sentence.Candidate, r *event.Report) { stage{s}.fillWho(c, r) }

// Did returns who did what a candidate tells, or holds the place.
func Did(s *sentence.Sentence, c *sentence.Candidate) event.Range { return stage{s}.whoDid(c) }

// Source returns to whom a sentence attributes what it tells, empty where it speaks for itself.
func Source(s *sentence.Sentence) event.Range { return stage{s}.findSource() }
