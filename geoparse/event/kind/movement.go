package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// landed returns the type for a verb of coming down: a strike by projectiles, or a landing of
// soldiers. Aircraft that land are neither.
func (s stage) landed(c *sentence.Candidate) (event.Type, bool) {
	if at := s.BeforeHelping(c.First); s.Is(at, lexicon.Aircraft) && s.Says(c.Last, lexicon.InWord) {
		return "", false
	}
	t := s.byMeans(c, "")
	if t == "" && s.Is(c.Last, lexicon.In) && s.isOfForces(c) {
		t = event.Deployment
	}
	return t, t != ""
}

// isOfForces reports whether soldiers or fighters are the subject of a verb.
func (s stage) isOfForces(c *sentence.Candidate) bool {
	at := s.BeforeHelping(c.First)
	return at >= 0 && s.Words[at].Actor >= 0 && s.Is(at, lexicon.Actor) && !s.Is(at, lexicon.Aircraft)
}

// sent returns the type for a verb of sending: of aid, or of forces.
func (s stage) sent(c *sentence.Candidate) (event.Type, bool) {
	if s.isService(c) {
		return event.Aid, true
	}
	return event.Deployment, s.isSent(c)
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

// deployed returns the type for a verb or noun of moving forces; aid and people may move too.
func (s stage) deployed(c *sentence.Candidate) (event.Type, bool) {
	switch {
	case s.Words[c.First].Arabic && s.HasTerm(c.Last, c.Last+4, lexicon.Message):
		return "", false
	case s.Words[c.First].Arabic && c.Form == lexicon.Verb && s.HasTerm(c.Last, c.Last+4, lexicon.Protesters):
		return event.Protest, c.IsFactual()
	case (c.Form == lexicon.Verb || c.Form == lexicon.Participle) && s.isRelief(c.First-1, -1):
		return event.Aid, c.IsFactual()
	case c.Form != lexicon.Noun && s.isOfCivilians(c):
		return event.Displacement, c.IsFactual()
	}
	return event.Deployment, c.Form != lexicon.Noun || !s.isObjectOfTrigger(c)
}

// fled returns the type for a verb of fleeing: displacement of people, withdrawal of fighters.
func (s stage) fled(c *sentence.Candidate) (event.Type, bool) {
	if s.Words[c.First].Arabic {
		if s.HasTerm(c.Last, c.Last+4, lexicon.Protesters) {
			return event.Protest, c.IsFactual()
		}
		return event.Displacement, s.isOfCivilians(c) && !s.isBeforeProtest(c)
	}
	t := s.flight(c)
	if t == event.Withdrawal && s.isDestination(c) {
		return "", false
	}
	return t, !s.isOfOne(c) && !s.fleesWhat(c) && c.Mood != sentence.Intended && c.Mood != sentence.Possible
}

// isBeforeProtest reports whether people go out to protest: "خرج الأهالي في مظاهرة".
func (s stage) isBeforeProtest(c *sentence.Candidate) bool {
	t := c.Index + 1
	return t < len(s.Triggers) && s.Triggers[t].Class == lexicon.Class(event.Protest) && s.Triggers[t].First <= c.Last+5
}

// flight distinguishes fighters leaving a place from people fleeing it.
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

// isDestination reports whether the place is where those who flee go: fighters have not left it.
func (s stage) isDestination(c *sentence.Candidate) bool {
	to := s.Groups[c.Group].Prep
	return to > c.Last && s.Is(to, lexicon.To) && !s.Is(to, lexicon.From)
}

// isOfFighters reports whether fighters are the subject of an Arabic verb of fleeing: "فر المسلحون".
func (s stage) isOfFighters(c *sentence.Candidate) bool {
	next := c.Last + 1
	return s.SaysBase(c.First, lexicon.Flees) && s.Is(next, lexicon.Actor) && s.Words[next].Actor >= 0 && !s.Is(next, lexicon.Civilian)
}

// fleesWhat reports whether people flee something other than a place, and the place before is
// their location: "a camp in X housing civilians fleeing the war".
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

// left returns the type for a verb or noun of leaving a place: displacement of people,
// withdrawal of forces, capture if the place falls to somebody.
func (s stage) left(c *sentence.Candidate) (event.Type, bool) {
	switch {
	case (c.Form != lexicon.Noun || s.Words[c.First].Arabic) && s.isOfCivilians(c):
		return event.Displacement, c.IsFactual()
	case !s.TakerAfter(c).IsEmpty():
		return event.Capture, true // the fall of X to Y
	}
	return event.Withdrawal, s.isLeft(c)
}

// isLeft reports whether a place is the object of a verb of leaving.
func (s stage) isLeft(c *sentence.Candidate) bool {
	if s.Words[c.First].Arabic && s.Says(c.First, lexicon.GivesOver) {
		return !s.isGivenIn(c)
	}
	if c.Form == lexicon.Noun || s.Words[c.First].Arabic {
		return true
	}
	if c.Mood == sentence.Attempted || c.Mood == sentence.Intended && !s.Says(c.First, lexicon.HandsOver) {
		return false
	}
	o := s.object(c)
	return o != personObject && o != goodsObject
}

// isGivenIn reports whether the place of an Arabic verb of handing over is only where something
// is handed over: "سلم المسلحون أسلحتهم في X".
func (s stage) isGivenIn(c *sentence.Candidate) bool {
	gr := &s.Groups[c.Group]
	if gr.Prep <= c.Last {
		return false
	}
	for at := c.Last + 1; at < gr.Prep; at++ {
		if s.Is(at, lexicon.Position|lexicon.PlaceNoun) || s.Words[at].Trigger >= 0 {
			return false // مواقعهم في X
		}
	}
	return true
}

// isOfCivilians reports whether civilians are the subject of a verb of movement: "refugees
// arrived in X", "villagers abandoned X".
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

// isOfCiviliansBehind reports whether civilians follow an Arabic verb of movement at word i,
// before its place.
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
