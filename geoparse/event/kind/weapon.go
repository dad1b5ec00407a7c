package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// raid tells raids on the ground from those of aircraft by who makes them.
func (s stage) raid(c *sentence.Candidate) event.Type {
	if t := s.byMeans(c, ""); t != "" {
		return t
	}
	for at := c.First - 1; at >= 0 && at >= c.First-8; at-- {
		if s.Says(at, lexicon.GroundForce) {
			return event.Clash
		}
	}
	return event.AirStrike
}

// isSent reports whether people or forces are sent to the place.
func (s stage) isSent(c *sentence.Candidate) bool {
	g := &s.Groups[c.Group]
	if g.First < c.Last || g.Prep < c.Last || !s.Is(g.Prep, lexicon.To|lexicon.In) || s.Is(g.Prep, lexicon.From) {
		return false
	}
	for i := c.Last + 1; i < g.Prep; i++ {
		if s.Is(i, lexicon.Person|lexicon.Goods) || s.Words[i].Actor >= 0 || s.Says(i, lexicon.Sendable) {
			return true
		}
	}
	return c.Passive && s.Subject(c.First) != event.Range{}
}

// flight tells fighters who leave a place from people who flee it.
func (s stage) flight(c *sentence.Candidate) event.Type {
	for at := c.First - 1; at >= 0 && at >= c.First-6; at-- {
		switch {
		case s.Is(at, lexicon.Actor) && s.Words[at].Actor >= 0:
			return event.Withdrawal
		case s.Is(at, lexicon.Person):
			return event.Displacement
		}
	}
	return event.Displacement
}

// isOfCivilians reports whether people who are no side of a war are those that a verb of
// going is said of: "refugees arrived in X", "villagers abandoned X".
func (s stage) isOfCivilians(c *sentence.Candidate) bool {
	for at := c.First - 1; at >= 0 && at >= c.First-5; at-- {
		switch {
		case s.Words[at].Actor >= 0, s.Words[at].Group >= 0, s.Words[at].Trigger >= 0, s.Words[at+1].Stop:
			return false
		case s.Is(at, lexicon.Civilian):
			return true
		}
	}
	return false
}
