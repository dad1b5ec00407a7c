package aspect

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isLasting reports whether fighting or fire is ongoing, or summed up over days.
func (s stage) isLasting(c *sentence.Candidate) bool {
	if s.isRecent(c) || s.continues(c) {
		return true
	}
	switch c.Kind {
	case event.Clash, event.AirStrike, event.Shelling, event.Deployment, event.Displacement, event.Killing, event.Aid, event.Protest:
	case event.Detention:
		if !c.Passive {
			return false
		}
	case event.Siege:
		return c.Form == lexicon.Noun && s.isLong(c.First)
	default:
		return false
	}
	at := c.First
	if c.Kind == event.Clash && c.Form == lexicon.Gerund && s.isAlongside(at) {
		return true
	}
	if c.Form == lexicon.Noun {
		if s.Is(c.First, lexicon.Long) || s.isDuring(c.First) || s.isLong(c.First) || s.isBacking(c.First) {
			return true
		}
		if at = s.LightBefore(c.First); at < 0 {
			return false
		}
	}
	return s.isGoingOn(at) || c.Mood == sentence.Attempted && s.isGoingOn(s.governor(at))
}

// continues reports whether a noun is said to go on: "continued their advance", "لا تزال
// الاشتباكات مستمرة".
func (s stage) continues(c *sentence.Candidate) bool {
	if c.Form != lexicon.Noun {
		return false
	}
	if at := s.LightBefore(c.First); s.Is(at, lexicon.Ongoing) && !s.Words[at].Arabic {
		return true
	}
	for at := c.First - 3; at <= c.Last+3; at++ {
		if s.Is(at, lexicon.Ongoing) && s.Words[at].Arabic {
			return true
		}
	}
	return false
}

// isDuring reports whether another event happened during the noun at word i: "during a rebel
// offensive".
func (s stage) isDuring(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		switch {
		case s.Says(at, lexicon.During):
			return true
		case s.Words[at+1].Comma, s.Words[at].Trigger >= 0, s.Words[at].Group >= 0, s.Is(at, lexicon.Be|lexicon.Have|lexicon.Say|lexicon.And):
			return false
		}
	}
	return false
}

// isLong reports whether the words before the noun at word i make it ongoing: "the month-long
// offensive", "ongoing fighting".
func (s stage) isLong(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4 && !s.Words[at+1].Comma && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.Long) {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 || s.Is(at, lexicon.Be|lexicon.Have|lexicon.Say) {
			break
		}
	}
	return false
}

// isBacking reports whether the noun at word i supports the actor of another event: "Backed by
// air strikes, troops advanced".
func (s stage) isBacking(i int) bool {
	for at := i - 1; at > 0 && at >= i-4 && !s.Words[at+1].Comma && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.By) {
			return s.Is(at-1, lexicon.Backing)
		}
	}
	return false
}

// isAlongside reports whether the gerund at word i modifies the actor before it: "an alliance
// fighting the militants".
func (s stage) isAlongside(i int) bool {
	at := i - 1
	for s.Is(at, lexicon.Adverb) {
		at--
	}
	return at >= 0 && at >= i-2 && s.Words[at].Actor >= 0 && !s.Words[at+1].Comma && !s.Words[at+1].Stop
}

// governor returns the verb completed by an infinitive: "are pressing a battle to retake"; -1 if
// none.
func (s stage) governor(i int) int {
	if !s.Says(i-1, lexicon.ToWord) {
		return -1
	}
	for at := i - 2; at >= 0 && at >= i-8 && !s.Words[at+1].Comma && !s.Words[at+1].Stop; at-- {
		if strings.HasSuffix(s.Words[at].Fold, "ing") && s.Is(at-1, lexicon.Be|lexicon.Adverb) {
			return at
		}
	}
	return -1
}

// isGoingOn reports whether the auxiliaries of a verb make it ongoing, or a sum over days: "are
// fighting", "is said to be massing", "have brutally been killed".
func (s stage) isGoingOn(verb int) bool {
	for i := verb - 1; i >= 0 && i >= verb-5; i-- {
		switch {
		case s.isParticiple(i), s.Is(i, lexicon.And) && s.isParticiple(i-1): // have been killed, kidnapped and tortured
		case s.Says(i, lexicon.HaveNow):
			return true
		case s.Says(i, lexicon.Presently) && strings.HasSuffix(s.Words[verb].Fold, "ing"):
			return true
		case !s.Is(i, lexicon.Adverb|lexicon.Be) && !strings.HasSuffix(s.Words[i].Fold, "ly") && !(s.Says(i, lexicon.ToWord) && s.Says(i+1, lexicon.BeWord)) && !(s.Is(i, lexicon.Say) && s.Says(i+1, lexicon.ToWord)):
			return false
		}
	}
	return false
}

// isParticiple reports whether word i is a participle that is a trigger.
func (s stage) isParticiple(i int) bool {
	if i < 0 || s.Words[i].Trigger < 0 {
		return false
	}
	t := &s.Triggers[s.Words[i].Trigger]
	return t.Form == lexicon.Participle && t.First == t.Last
}

// isRecent reports whether a trigger is of the last days or weeks: "recently", "the recent
// offensive", "in recent months".
func (s stage) isRecent(c *sentence.Candidate) bool {
	for at := max(0, c.First-3); at < len(s.Words) && at <= c.Last+2; at++ {
		if s.Says(at, lexicon.Recently) {
			return true
		}
	}
	for at := c.Last + 3; at < len(s.Words) && at <= c.Last+15 && !s.Words[at].Stop && s.Words[at].Trigger < 0; at++ {
		if s.Says(at, lexicon.RecentWord) && s.Says(at+1, lexicon.Periods) {
			return true
		}
	}
	return false
}
