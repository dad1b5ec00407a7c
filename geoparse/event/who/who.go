package who

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// fillWho sets agent, target, holder and from.
func (s stage) fillWho(c *sentence.Candidate, r *event.Report) {
	agent := s.whoDid(c)
	for _, t := range c.Also {
		if !agent.IsEmpty() {
			break
		}
		o := sentence.Candidate{Trigger: s.Triggers[t], Index: t, Kind: c.Kind, Group: c.Group, Passive: s.IsPassive(&s.Triggers[t])}
		agent = s.whoDid(&o)
	}
	if agent.IsEmpty() && c.Kind == event.Capture && c.Form == lexicon.Noun {
		agent = s.TakenBy[s.placeOf(c)]
	}
	if c.Kind == event.Capture && !agent.IsEmpty() && c.Mood == sentence.Asserted {
		if id := s.placeOf(c); id != "" {
			s.TakenBy[id] = agent
		}
	}
	switch c.Kind {
	case event.Control:
		r.Holder = agent
	case event.Capture:
		r.Agent, r.Holder = agent, agent
		r.From = s.fromActor(c)
	case event.Withdrawal:
		r.Agent, r.From = agent, agent
		r.Holder = s.toActor(c)
	default:
		r.Agent = agent
	}
	r.Target = s.target(c, agent)
}

// placeOf returns the ID of the first place of a candidate.
func (s stage) placeOf(c *sentence.Candidate) string {
	if p := s.Groups[c.Group].Spots[0].Place; p >= 0 {
		return s.Places[p].ID
	}
	return ""
}

// whoDid returns the agent of a trigger, or the holder of the place.
func (s stage) whoDid(c *sentence.Candidate) event.Range {
	switch {
	case c.Class == lexicon.Class(event.Withdrawal) && c.Kind == event.Capture:
		return s.TakerAfter(c)
	case s.Words[c.First].Arabic:
		return s.arabicAgent(c)
	case c.Class == lexicon.FallClass:
		return s.fallenTo(c.Last + 1)
	case c.Passive && s.Words[c.First].Dash:
		if s.Says(c.First-1, lexicon.Newly) {
			return event.Range{}
		}
		return s.RangeOf(s.Dashed(c.First))
	case c.Passive && s.HolderBefore(&c.Trigger) >= 0:
		return s.RangeOf(sentence.Span{First: s.HolderBefore(&c.Trigger), Last: c.First - 1})
	case c.Kind == event.Displacement:
		return s.people(c)
	case c.Kind == event.Protest:
		if a := s.Subject(c.First); !a.IsEmpty() {
			return a
		}
		return s.people(c)
	case c.Form == lexicon.Noun || c.Form == lexicon.State:
		return s.nounAgent(c)
	case c.Passive:
		if s.Is(c.Last, lexicon.Of|lexicon.By) {
			if a := s.ActorWithin(c.Last+1, 5); !a.IsEmpty() {
				return a
			}
			if a := s.NameFrom(c.Last + 1); !a.IsEmpty() {
				return a
			}
		}
		if a, ok := s.byActor(c.Last); ok {
			return a
		}
		if c.Kind == event.Control || c.Kind == event.Deployment {
			return s.Subject(c.First)
		}
		return event.Range{}
	case c.Form != lexicon.Verb && c.Kind == event.Control:
		return s.Adjoining(c.First)
	case c.Form == lexicon.Participle && (s.Is(c.First-1, lexicon.Article) || s.Is(c.First-1, lexicon.In)):
		return event.Range{} // besieged X
	case c.Form == lexicon.Gerund && s.Words[c.First].Comma:
		if i := s.mainVerb(c.Index); i >= 0 {
			return s.Subject(i)
		}
	}
	return s.Subject(c.First)
}

// fallenTo returns the actor or country to which a place falls, after word i.
func (s stage) fallenTo(i int) event.Range {
	if a := s.ActorWithin(i, 4); !a.IsEmpty() || i >= len(s.Words) {
		return a
	}
	if g := s.Words[i].Group; g >= 0 && s.Groups[g].Size == event.Country {
		return s.RangeOf(s.Groups[g].Span)
	}
	return event.Range{}
}

// mainVerb returns the main verb of a gerund after a comma, -1 if none.
func (s stage) mainVerb(t int) int {
	for least := t - 6; t > 0 && t > least; {
		t--
		if f := s.Triggers[t].Form; f == lexicon.Verb || f == lexicon.Participle && !s.IsPassive(&s.Triggers[t]) {
			return s.Triggers[t].First
		}
	}
	return -1
}

// people returns those who flee: the people before or after the trigger.
func (s stage) people(c *sentence.Candidate) event.Range {
	for at := c.First - 1; at >= 0 && at >= c.First-20; at-- {
		if s.Is(at, lexicon.Person|lexicon.Civilian) || s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor) {
			return s.RangeOf(sentence.Span{First: at, Last: at})
		}
	}
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+8 && !s.Is(at, lexicon.Clause); at++ {
		if s.Is(at, lexicon.Person|lexicon.Civilian) {
			return s.RangeOf(sentence.Span{First: at, Last: at})
		}
	}
	if c.Form != lexicon.Noun && !s.Words[c.First].Arabic {
		return s.Subject(c.First)
	}
	return event.Range{}
}
