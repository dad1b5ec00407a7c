package who

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// fromActor returns from whom a place was taken: "from X", or its last reported holder.
func (s stage) fromActor(c *sentence.Candidate) event.Range {
	if c.Class == lexicon.OustClass {
		if s.Words[c.First].Arabic { // those driven out may be named in between
			return s.secondActor(c.Last+1, 8)
		}
		return s.ActorAlone(c.Last+1, 6)
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+12; at++ {
		if s.Words[at].Stop || s.Words[at].Trigger >= 0 && s.Triggers[s.Words[at].Trigger].Form == lexicon.Verb {
			break
		}
		if s.Is(at, lexicon.From) {
			if a := s.ActorWithin(at+1, 4); !a.IsEmpty() {
				return a
			}
		}
	}
	gr := &s.Groups[c.Group]
	for at := c.Last + 1; at < gr.First; at++ {
		if t := s.Words[at].Trigger; t >= 0 && s.Triggers[t].Class == lexicon.Class(event.Control) {
			if s.Words[at].Dash {
				return s.RangeOf(s.Dashed(at))
			}
			if a, ok := s.actorBefore(at); ok {
				return a
			}
		}
	}
	return event.Range{}
}

// secondActor returns the second actor within n words of word i.
func (s stage) secondActor(i, n int) event.Range {
	first := -1
	for at := i; at < len(s.Words) && at < i+n; at++ {
		switch a := s.Words[at].Actor; {
		case a < 0 || a == first:
		case first < 0:
			first = a
		default:
			return s.ActorRange(s.Acting[a])
		}
	}
	return event.Range{}
}

// toActor returns to whom a place was handed over.
func (s stage) toActor(c *sentence.Candidate) event.Range {
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+10 && !s.Words[at].Stop; at++ {
		if s.Says(at, lexicon.ToWord) || s.Words[at].Arabic && s.Is(at, lexicon.To) {
			if a := s.ActorWithin(at+1, 3); !a.IsEmpty() {
				return a
			}
		}
		if w := &s.Words[at]; w.Arabic && w.Actor >= 0 && w.Base != w.Fold && strings.HasPrefix(w.Of(s.Text.Text), "ل") {
			return s.ActorRange(s.Acting[w.Actor])
		}
	}
	return event.Range{}
}

// target returns the target of a trigger.
func (s stage) target(c *sentence.Candidate, agent event.Range) event.Range {
	switch c.Kind {
	case event.AirStrike, event.Shelling, event.Clash, event.Explosion, event.Killing, event.Siege, event.Detention, event.Protest:
	default:
		return event.Range{}
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+10; at++ {
		w := &s.Words[at]
		if w.Stop || w.Group >= 0 && !s.Is(at, lexicon.Position) || s.Is(at, lexicon.Clause) && !s.Says(at-1, lexicon.FromWord) {
			break
		}
		if s.isJoinedWeapon(at, c) {
			continue
		}
		if w.Actor >= 0 {
			if r := s.ActorRange(s.Acting[w.Actor]); r.Start < agent.Start || r.End > agent.End {
				return r
			}
			continue // of those who did it
		}
		if w.Set&lexicon.Person != 0 || w.Set&lexicon.Position != 0 && w.Set&lexicon.PlaceNoun == 0 && c.Form != lexicon.Noun {
			return s.RangeOf(sentence.Span{First: at, Last: at})
		}
	}
	return event.Range{}
}

// isJoinedWeapon reports whether word i is a second weapon of a strike, joined to the one that
// ends its trigger: "launched missiles and drones at X".
func (s stage) isJoinedWeapon(i int, c *sentence.Candidate) bool {
	return s.Is(i, lexicon.Aircraft) && s.Is(i-1, lexicon.And) && i-2 == c.Last && s.Is(c.Last, lexicon.Artillery)
}
