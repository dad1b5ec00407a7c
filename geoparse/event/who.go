package event

// fillWho fills in agent, target, holder and from.
func (s *sentence) fillWho(c *candidate, r *Report) {
	agent := s.whoDid(c)
	for _, t := range c.also {
		if !agent.isEmpty() {
			break
		}
		o := candidate{found: s.triggers[t], index: t, kind: c.kind, group: c.group, passive: s.isPassive(&s.triggers[t])}
		agent = s.whoDid(&o)
	}
	if agent.isEmpty() && c.kind == Capture && c.form == noun {
		agent = s.takenBy[s.placeOf(c)]
	}
	if c.kind == Capture && !agent.isEmpty() && c.mood == asserted {
		if id := s.placeOf(c); id != "" {
			s.takenBy[id] = agent
		}
	}
	switch c.kind {
	case Control:
		r.Holder = agent
	case Capture:
		r.Agent, r.Holder = agent, agent
		r.From = s.fromActor(c)
	case Withdrawal:
		r.Agent, r.From = agent, agent
		r.Holder = s.toActor(c)
	default:
		r.Agent = agent
	}
	r.Target = s.target(c, agent)
}

// placeOf returns the ID of the first place of a candidate.
func (s *sentence) placeOf(c *candidate) string {
	if p := s.groups[c.group].spots[0].Place; p >= 0 {
		return s.Places[p].ID
	}
	return ""
}

// whoDid returns who did what a trigger tells, or holds the place.
func (s *sentence) whoDid(c *candidate) Range {
	switch {
	case c.class == class(Withdrawal) && c.kind == Capture:
		return s.takerAfter(c)
	case s.words[c.first].Arabic:
		return s.arabicAgent(c)
	case c.class == fallClass:
		return s.fallenTo(c.last + 1)
	case c.passive && s.words[c.first].dash:
		if s.foldIs(c.first-1, "newly", "recently", "long", "well", "re", "half") {
			return Range{}
		}
		return s.rangeOf(s.dashed(c.first))
	case c.passive && s.holderBefore(&c.found) >= 0:
		return s.rangeOf(span{s.holderBefore(&c.found), c.first - 1})
	case c.kind == Displacement:
		return s.people(c)
	case c.kind == Protest:
		if a := s.subject(c.first); !a.isEmpty() {
			return a
		}
		return s.people(c)
	case c.form == noun || c.form == state:
		return s.nounAgent(c)
	case c.passive:
		if s.is(c.last, isOf|isBy) {
			if a := s.actorWithin(c.last+1, 5); !a.isEmpty() {
				return a
			}
		}
		if a, ok := s.byActor(c.last); ok {
			return a
		}
		if c.kind == Control || c.kind == Deployment {
			return s.subject(c.first)
		}
		return Range{}
	case c.form != verb && c.kind == Control:
		return s.adjoining(c.first)
	case c.form == participle && (s.is(c.first-1, isArticle) || s.is(c.first-1, isIn)):
		return Range{} // besieged X
	case c.form == gerund && s.words[c.first].comma:
		if i := s.mainVerb(c.index); i >= 0 {
			return s.subject(i)
		}
	}
	return s.subject(c.first)
}

// fallenTo returns who takes what falls to them behind word i: an actor, or a country.
func (s *sentence) fallenTo(i int) Range {
	if a := s.actorWithin(i, 4); !a.isEmpty() || i >= len(s.words) {
		return a
	}
	if g := s.words[i].group; g >= 0 && s.groups[g].size == Country {
		return s.rangeOf(s.groups[g].span)
	}
	return Range{}
}

// mainVerb returns the verb that a gerund behind a comma goes with, -1 for none.
func (s *sentence) mainVerb(t int) int {
	for least := t - 6; t > 0 && t > least; {
		t--
		if f := s.triggers[t].form; f == verb || f == participle && !s.isPassive(&s.triggers[t]) {
			return s.triggers[t].first
		}
	}
	return -1
}

// people returns who flees: the people before or behind the trigger.
func (s *sentence) people(c *candidate) Range {
	for at := c.first - 1; at >= 0 && at >= c.first-20; at-- {
		if s.is(at, isPerson) || s.words[at].actor >= 0 && s.is(at, isActor) {
			return s.rangeOf(span{at, at})
		}
	}
	for at := c.last + 1; at < len(s.words) && at <= c.last+8; at++ {
		if s.is(at, isPerson) {
			return s.rangeOf(span{at, at})
		}
	}
	if c.form != noun && !s.words[c.first].Arabic {
		return s.subject(c.first)
	}
	return Range{}
}

// dashed returns what a hyphen joins to word i: IS-controlled, opposition-held.
func (s *sentence) dashed(i int) span {
	first := i - 1
	for first > 0 && s.words[first].dash {
		first--
	}
	return span{first, i - 1}
}
