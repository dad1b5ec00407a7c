// Package attach joins each trigger to the group of places that it governs: the one at the
// least cost, where the words, clause boundaries and other triggers in between each add to
// the cost.
//
//	attach.Join(s, &candidate) // false: the trigger has no place
//	s.Groups[candidate.Group]  // "shelled Kurna and Basat": both towns
//
// A trigger looks at the groups of its sentence, each at most once.
package attach

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Join attaches the cheapest group of places to a candidate, with its cost; false if none is
// affordable.
func Join(s *sentence.Sentence, c *sentence.Candidate) bool {
	in := stage{s}
	if of := in.subjectOf(c); of >= 0 && len(s.Groups[of].Spots) > 0 {
		c.Group, c.Cost = of, subjectCost
		return true
	}
	c.Group, c.Cost = -1, maxCost
	for g := range in.groupsAround(c.Span) {
		if cost := in.cost(c, g); cost < c.Cost {
			c.Group, c.Cost = g, cost
		}
	}
	if c.Group >= 0 && s.Groups[c.Group].Size == event.Country {
		in.preferFiner(c)
	}
	return c.Group >= 0 || in.implied(c)
}
