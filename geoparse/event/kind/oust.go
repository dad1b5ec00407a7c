package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// ousted returns the type for a verb of driving out: displacement of people, or the capture of
// the place from a side.
func (s stage) ousted(c *sentence.Candidate) (event.Type, bool) {
	if s.drivesOut(c) {
		return event.Displacement, c.IsFactual()
	}
	return event.Capture, s.isOusted(c) || s.Says(c.First, lexicon.Clears) && s.isObject(c)
}

// isFrom reports whether word i is "from", "out of" or the like.
func (s stage) isFrom(i int) bool {
	return s.Is(i, lexicon.From) || s.Is(i, lexicon.Of) && s.Says(i-1, lexicon.Out)
}

// isOusted reports whether a side is driven from the place.
func (s stage) isOusted(c *sentence.Candidate) bool {
	g := &s.Groups[c.Group]
	if g.First < c.Last || g.Prep < c.Last || c.Mood == sentence.Attempted {
		return false
	}
	if !s.isFrom(g.Prep) {
		return false
	}
	for i := c.Last + 1; i < g.Prep; i++ {
		if s.Words[i].Actor >= 0 || s.Is(i, lexicon.Person) || s.IsName(i) {
			return true
		}
	}
	return c.Passive
}

// drivesOut reports whether civilians are driven from their homes: "forced 3,000 families from
// their homes in X".
func (s stage) drivesOut(c *sentence.Candidate) bool {
	people, from := c.Passive && s.isOfCivilians(c), false
	gr := &s.Groups[c.Group]
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+8 && !s.Words[at].Stop; at++ {
		switch {
		case s.Is(at, lexicon.Civilian):
			people = true
		case s.isFrom(at):
			if from = true; at == gr.Prep {
				return people
			}
		case s.Says(at, lexicon.Homes):
			return people && from
		case s.Words[at].Trigger >= 0, s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor):
			return false
		}
	}
	return false
}

// lost returns the type for a verb of losing or giving up a place.
func (s stage) lost(c *sentence.Candidate) (event.Type, bool) {
	place := s.object(c) == placeObject
	if !c.Passive && (s.Words[c.First].Arabic || place) && s.isOfCivilians(c) {
		return event.Displacement, c.IsFactual()
	}
	return event.Withdrawal, c.Passive || place && c.Mood != sentence.Attempted && c.Mood != sentence.Intended
}
