// Package attach joins a trigger with the places that it governs: the nearest, where words,
// clauses and other triggers between add to the way.
package attach

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage is a sentence as this package looks at it: its ways.
type stage struct{ *sentence.Sentence }

// Join gives a candidate its group of places, and says how far it lies; it reports whether
// there is one.
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
