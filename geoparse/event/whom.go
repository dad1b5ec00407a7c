package event

import "strings"

// fromActor returns whom a place was taken from: "from X", or who is said to hold it.
func (s *sentence) fromActor(c *candidate) Range {
	if c.class == oustClass {
		if s.words[c.first].Arabic { // who drives out stands between
			return s.secondActor(c.last+1, 8)
		}
		return s.actorAlone(c.last+1, 6)
	}
	for at := c.last + 1; at < len(s.words) && at <= c.last+12; at++ {
		if s.words[at].stop || s.words[at].trigger >= 0 && s.triggers[s.words[at].trigger].form == verb {
			break
		}
		if s.is(at, isFrom) {
			if a := s.actorWithin(at+1, 4); !a.isEmpty() {
				return a
			}
		}
	}
	gr := &s.groups[c.group]
	for at := c.last + 1; at < gr.first; at++ {
		if t := s.words[at].trigger; t >= 0 && s.triggers[t].class == class(Control) {
			if s.words[at].dash {
				return s.rangeOf(s.dashed(at))
			}
			if a, ok := s.actorBefore(at); ok {
				return a
			}
		}
	}
	return Range{}
}

// secondActor returns the second of the actors within n words from word i.
func (s *sentence) secondActor(i, n int) Range {
	first := -1
	for at := i; at < len(s.words) && at < i+n; at++ {
		switch a := s.words[at].actor; {
		case a < 0 || a == first:
		case first < 0:
			first = a
		default:
			return s.actorRange(s.actors[a])
		}
	}
	return Range{}
}

// toActor returns to whom a place was handed over.
func (s *sentence) toActor(c *candidate) Range {
	for at := c.last + 1; at < len(s.words) && at <= c.last+10; at++ {
		if s.foldIs(at, "to") || s.words[at].Arabic && s.is(at, isTo) {
			if a := s.actorWithin(at+1, 3); !a.isEmpty() {
				return a
			}
		}
		if w := &s.words[at]; w.Arabic && w.actor >= 0 && w.base != w.Fold && strings.HasPrefix(w.of(s.Text.Text), "ل") {
			return s.actorRange(s.actors[w.actor])
		}
	}
	return Range{}
}

// target returns against whom or what a trigger is directed.
func (s *sentence) target(c *candidate, agent Range) Range {
	switch c.kind {
	case AirStrike, Shelling, Clash, Explosion, Killing, Siege, Detention, Protest:
	default:
		return Range{}
	}
	for at := c.last + 1; at < len(s.words) && at <= c.last+10; at++ {
		w := &s.words[at]
		if w.stop || w.group >= 0 && !s.is(at, isPosition) {
			break
		}
		if w.actor >= 0 {
			if r := s.actorRange(s.actors[w.actor]); r != agent {
				return r
			}
			continue
		}
		if w.set&isPerson != 0 || w.set&isPosition != 0 && w.set&isPlaceNoun == 0 && c.form != noun {
			return s.rangeOf(span{at, at})
		}
	}
	return Range{}
}
