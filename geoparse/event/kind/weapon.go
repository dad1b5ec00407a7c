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

// isOfForces reports whether soldiers or fighters are what a verb is said of.
func (s stage) isOfForces(c *sentence.Candidate) bool {
	at := c.First - 1
	for s.Is(at, lexicon.Be|lexicon.Have|lexicon.Adverb) {
		at--
	}
	return at >= 0 && s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor) && !s.Is(at, lexicon.Aircraft)
}

// flight tells fighters who leave a place from people who flee it.
func (s stage) flight(c *sentence.Candidate) event.Type {
	for at := c.First - 1; at >= 0 && at >= c.First-6; at-- {
		switch {
		case s.Is(at, lexicon.Civilian) && s.Is(at, lexicon.Actor):
			return event.Displacement // Kurds
		case s.Is(at, lexicon.Actor) && s.Words[at].Actor >= 0:
			return event.Withdrawal
		case s.Is(at, lexicon.Person):
			return event.Displacement
		}
	}
	return event.Displacement
}

// fleesWhat reports whether people flee something that is no place, and the place before
// is only where they are: "a camp in X housing civilians fleeing the war".
func (s stage) fleesWhat(c *sentence.Candidate) bool {
	if c.Form == lexicon.Noun || c.Passive || s.Groups[c.Group].First > c.First {
		return false
	}
	next := c.Last + 1
	for i := next; i <= next+4; i++ {
		if s.Is(i, lexicon.Civilian|lexicon.Person) {
			return false // evacuating them
		}
	}
	return s.Is(next, lexicon.Article) && !s.Is(next+1, lexicon.PlaceNoun|lexicon.Part)
}

// isOfCivilians reports whether people who are no side of a war are those that a verb of
// going is said of: "refugees arrived in X", "villagers abandoned X".
func (s stage) isOfCivilians(c *sentence.Candidate) bool {
	const far = 7
	if s.Words[c.First].Arabic && s.isOfCiviliansBehind(c.Last) {
		return true
	}
	for at := c.First - 1; at >= 0 && at >= c.First-far; at-- {
		w := &s.Words[at]
		switch {
		case s.Is(at, lexicon.Civilian):
			return true
		case w.Actor >= 0 && !s.Is(s.Acting[w.Actor].Last, lexicon.Actor) && s.Says(s.Acting[w.Actor].First-1, lexicon.OfWord) && s.Is(s.Acting[w.Actor].First-2, lexicon.Civilian):
			return true // thousands of Palestinians
		case w.Group >= 0 && (s.Says(s.Groups[w.Group].Prep, lexicon.FromWord) || s.Says(s.Groups[w.Group].Prep, lexicon.OfWord)):
			at = s.Groups[w.Group].Prep // refugees from X, residents of X
		case w.Actor >= 0, w.Group >= 0, w.Trigger >= 0, s.Words[at+1].Stop, w.Set&lexicon.Goods != 0:
			return false
		}
	}
	return false
}

// isOfCiviliansBehind reports whether people who are no side of a war stand behind an
// Arabic verb of going at word i, before its place.
func (s stage) isOfCiviliansBehind(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+4; at++ {
		switch {
		case s.Is(at, lexicon.Civilian):
			next := at + 1 // hundreds of fighters
			return next == len(s.Words) || s.Words[next].Actor < 0 || !s.Is(next, lexicon.Actor)
		case s.Words[at].Group >= 0 && s.Says(at+1, lexicon.FromWord) && s.Is(at+2, lexicon.Civilian):
			return true // إخلاء X من سكانها
		case s.Words[at].Group >= 0, s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor), s.Words[at].Stop, s.Words[at].Comma:
			return false
		}
	}
	return false
}

// drivesOut reports whether people who are no side of a war are driven from their homes:
// "forced 3,000 families from their homes in X".
func (s stage) drivesOut(c *sentence.Candidate) bool {
	people, from := c.Passive && s.isOfCivilians(c), false
	gr := &s.Groups[c.Group]
	for at := c.Last + 1; at < len(s.Words) && at <= c.Last+8 && !s.Words[at].Stop; at++ {
		switch {
		case s.Is(at, lexicon.Civilian):
			people = true
		case s.Says(at, lexicon.FromWord), s.Says(at, lexicon.OutOf):
			if from = true; at == gr.Prep || at+1 == gr.Prep {
				return people // out of X
			}
		case s.Says(at, lexicon.Homes):
			return people && from
		case s.Words[at].Trigger >= 0, s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor):
			return false
		}
	}
	return false
}
