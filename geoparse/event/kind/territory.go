package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isCut reports whether a road is the object of cutting.
func (s stage) isCut(c *sentence.Candidate) bool {
	if c.Last > c.First && c.Passive {
		return true // X is cut off
	}
	for i := c.Last + 1; i < len(s.Words) && i <= c.Last+5; i++ {
		if s.Is(i, lexicon.Route) {
			return true
		}
		if s.Words[i].Stop || s.Words[i].Comma {
			break
		}
	}
	return false
}

// isDestroyed reports whether the noun of a state is the object of destroying: "destroyed two
// dens in X".
func (s stage) isDestroyed(c *sentence.Candidate) bool {
	return c.Form == lexicon.State && s.Says(c.First, lexicon.Den) && s.isObjectOfTrigger(c)
}

// held returns the type for a verb of holding.
func (s stage) held(c *sentence.Candidate) (event.Type, bool) {
	if s.HolderBefore(&c.Trigger) >= 0 || s.IsActive(c) && s.RelativeObject(&c.Trigger) >= 0 {
		return event.Control, true
	}
	if c.Passive && !s.Words[c.First].Dash && !s.Says(c.Last+1, lexicon.ByWord) && !s.Says(c.Last, lexicon.ByWord) || !c.Passive && s.object(c) != placeObject || !c.Passive && s.Groups[c.Group].First < c.First {
		return "", false
	}
	if s.isHeadlineGain(c) {
		return event.Capture, true
	}
	if s.Says(c.First-1, lexicon.ToWord) && c.Mood == sentence.Asserted && !s.Is(c.First-2, lexicon.Ongoing) {
		return event.Capture, true // managed to control
	}
	return event.Control, c.IsFactual() || c.Mood == sentence.Negated
}

// occupied returns the type for a verb of occupying: the act, or the resulting state.
func (s stage) occupied(c *sentence.Candidate) (event.Type, bool) {
	lasts := s.Says(c.First, lexicon.Occupies) && c.Mood == sentence.Asserted && !s.Says(c.First-1, lexicon.ToWord)
	if c.Passive || s.Says(c.First-1, lexicon.Still) || lasts {
		return event.Control, true
	}
	return s.taken(c)
}

// entered returns the type for a verb of entering: forces capture, aid arrives; others are not
// an event.
func (s stage) entered(c *sentence.Candidate) (event.Type, bool) {
	if c.Mood == sentence.Attempted {
		return event.Clash, true
	}
	others := s.Is(c.First-1, lexicon.Goods|lexicon.Person) && s.Words[c.First-1].Actor < 0
	if others || s.Subject(c.First).IsEmpty() {
		return event.Aid, c.IsFactual() && s.isRelief(c.First-1, -1) // not journalists
	}
	return s.taken(c)
}

// isHeadlineGain reports whether a headline reports a capture in the present tense: "Army
// Controls Several Areas in X".
func (s stage) isHeadlineGain(c *sentence.Candidate) bool {
	return c.Form == lexicon.Verb && c.First > 0 && s.Words[c.First].Upper && s.Says(c.First, lexicon.Controls) && s.Says(c.Last+1, lexicon.Gained)
}

// isEnded reports whether a state has ended: "putting an end to the presence".
func (s stage) isEnded(i int) bool {
	for at := i - 1; at >= 0 && at >= i-6; at-- {
		if s.Says(at, lexicon.Ended) {
			return true
		}
	}
	return false
}

// taken returns the type for a verb of taking: detention of people, no event for weapons, a
// clash if not yet taken.
func (s stage) taken(c *sentence.Candidate) (event.Type, bool) {
	if s.isOnWay(c) {
		return event.Clash, true
	}
	if c.Form == lexicon.Noun {
		if s.Words[c.First].Arabic && s.HasTerm(c.First-7, c.First, lexicon.HasLost) {
			return "", false // lost the control of
		}
		if s.Words[c.First].Arabic && (s.Says(c.First-1, lexicon.SubjectTo) || s.isUnder(c.First) || s.HasTerm(c.First-8, c.First, lexicon.Retains)) {
			return event.Control, true
		}
		if s.Words[c.First].Arabic && c.Mood == sentence.Attempted {
			return event.Clash, true // tried to take
		}
		return event.Capture, true
	}
	if s.Words[c.First].Arabic {
		return s.arabicTaken(c)
	}
	if s.Says(c.First, lexicon.Clears) && s.clearsBombs(c) {
		return "", false
	}
	switch s.object(c) {
	case personObject:
		if s.Says(c.First, lexicon.Overruns) {
			break
		}
		return event.Detention, true
	case goodsObject:
		return "", false
	}
	switch {
	case c.Mood == sentence.Attempted:
		return event.Clash, true
	case c.Last > c.First && s.Is(c.Last, lexicon.To) && s.isOfGoods(c):
		return event.Deployment, true // tanks rolled into X
	}
	return event.Capture, true
}

// clearsBombs reports whether mines or bombs are the object of clearing.
func (s stage) clearsBombs(c *sentence.Candidate) bool {
	for i := c.Last + 1; i < len(s.Words) && i <= c.Last+3 && s.Words[i].Group < 0; i++ {
		if s.Is(i, lexicon.Bomb) {
			return true
		}
	}
	return false
}

// isOfGoods reports whether weapons or vehicles move to a place without being said to take it.
func (s stage) isOfGoods(c *sentence.Candidate) bool {
	at := s.BeforeHelping(c.First)
	return s.Is(at, lexicon.Goods) && (s.Words[at].Actor < 0 || s.Is(at, lexicon.Route))
}

// isUnder reports whether an Arabic noun at word i completes a verb of being subject to, with
// the place between them: "تخضع X لسيطرة Y".
func (s stage) isUnder(i int) bool {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.Says(at, lexicon.IsSubject) {
			return true
		}
		if s.Words[at].Stop || s.Words[at].Comma {
			break
		}
	}
	return false
}

// arabicTaken returns the type for an Arabic verb of taking or entering. A verb of holding in
// the present, before its subject, is a state; aid or a convoy may enter.
func (s stage) arabicTaken(c *sentence.Candidate) (event.Type, bool) {
	if s.Says(c.First, lexicon.Holds) && (c.First == 0 || s.Words[c.First-1].Actor < 0 || s.isLastingHold(c)) {
		return event.Control, c.IsFactual()
	}
	if s.Says(c.First, lexicon.Enters) {
		switch {
		case s.isRelief(c.Last+1, 1):
			return event.Aid, true
		case s.Says(c.Last+1, lexicon.Column):
			return event.Deployment, true
		}
	}
	if c.Mood == sentence.Attempted {
		return event.Clash, true
	}
	return event.Capture, true
}

// isOnWay reports whether a side only goes towards the place: "تقدم الجيش باتجاه X".
func (s stage) isOnWay(c *sentence.Candidate) bool {
	gr := &s.Groups[c.Group]
	return s.HasTerm(c.Last, gr.First+1, lexicon.Towards) || s.SaysBase(c.First, lexicon.Advances) && (gr.Prep > c.Last && s.Is(gr.Prep, lexicon.To) || s.isForAim(c, gr))
}

// isForAim reports whether another event at the place comes between, for which the side goes there:
// "تقدم الجيش لتحرير X".
func (s stage) isForAim(c *sentence.Candidate, gr *sentence.Group) bool {
	next := c.Index + 1
	return next < len(s.Triggers) && s.Triggers[next].Last < gr.First && s.Triggers[next].Form == lexicon.Noun
}

// isLastingHold reports whether the context of an Arabic verb of holding in the present shows
// that it is not news: "since", "still", "most of".
func (s stage) isLastingHold(c *sentence.Candidate) bool {
	return s.HasTerm(c.Last, c.Last+11, lexicon.SinceWord) || s.HasTerm(c.First-5, c.First, lexicon.Still) || s.Says(c.Last+1, lexicon.MostOf)
}
