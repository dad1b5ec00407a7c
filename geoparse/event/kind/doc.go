// Package kind decides the type of event that a trigger reports by the words beside it: an
// attack with mortars is shelling, the capture of soldiers is a detention, the capture of a
// port is a capture, and the capture of a picture is no event. Of triggers that report the
// same event it keeps one.
//
//	t, ok := kind.Of(s, &candidate) // event.Shelling, true
//	list = kind.Distinct(s, list)
//
// Of looks at a bounded number of words around the trigger.
package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Of returns the type of event that a candidate reports at its places; false if none.
func Of(s *sentence.Sentence, c *sentence.Candidate) (event.Type, bool) {
	if c.Group == s.About {
		return impliedType(c.Class), c.IsFactual()
	}
	if s.IsUnnamed(c.Group) && !lexicon.TellsHolder(c.Class) {
		return "", false
	}
	t, ok := stage{s}.typeOf(c)
	c.Kind = t
	return t, ok && stage{s}.isReportable(c)
}

// NeedsAgent reports whether a candidate is an event only if it has an agent: a convoy must be
// somebody's, as buses and guests arrive too; so must weapons.
func NeedsAgent(s *sentence.Sentence, c *sentence.Candidate) bool {
	if c.Kind == event.Withdrawal && s.Says(c.First, lexicon.Departs) {
		return true
	}
	if c.Class != lexicon.Class(event.Deployment) || c.Kind != event.Deployment {
		return false
	}
	return (s.Says(c.First, lexicon.Arrives) || s.Says(c.First, lexicon.Seen) || s.Says(c.Last, lexicon.OfSomebody) && (c.First == c.Last || !s.Says(c.Last, lexicon.Sendable))) && !s.HasTerm(c.First-7, c.First, lexicon.Arms)
}

// Distinct merges candidates of one type at the same places, and drops deaths whose cause is
// reported.
func Distinct(s *sentence.Sentence, list []sentence.Candidate) []sentence.Candidate {
	return stage{s}.distinct(list)
}
