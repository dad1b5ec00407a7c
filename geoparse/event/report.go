package event

import (
	"math"
	"strings"
)

// report fills in who, whom and how of a candidate.
func (s *sentence) report(c *candidate) Report {
	r := Report{Trigger: s.rangeOf(c.span), Type: c.kind, Places: s.groups[c.group].spots, Status: c.mood.status(), Before: s.isBefore(c), Attributed: s.isAttributed(c), Lasting: s.isLasting(c), Definite: s.isDefinite(c), Implied: c.group == s.topic || s.isUntold(c.group)}
	s.fillWho(c, &r)
	r.Confidence = math.Round(100/(1+math.Exp((c.cost-18)/5))) / 100
	r.Reason = formNames[c.form]
	return r
}

var formNames = [...]string{noun: "a noun", verb: "a verb", participle: "a participle", gerund: "a verbal noun", state: "a state"}

// isBefore reports whether a trigger is told as over: "had been", "former",
// "previously".
func (s *sentence) isBefore(c *candidate) bool {
	for at := c.first - 1; at >= 0 && at >= c.first-4; at-- {
		if s.foldIs(at, "had") && s.isQuoted(at) {
			return false // said that it had been hit
		}
		if s.foldIs(at, "had", "former", "formerly", "previously", "previous", "once", "ex") {
			return true
		}
		if s.words[at].stop || s.words[at].trigger >= 0 {
			break
		}
	}
	return false
}

// maxQuoted is how many words may stand between a verb of saying and what it was said of.
const maxQuoted = 14

// isQuoted reports whether a verb of saying governs the clause of word i.
func (s *sentence) isQuoted(i int) bool {
	for at := i - 1; at >= 0 && at >= i-maxQuoted && !s.words[at+1].stop; at-- {
		if s.is(at, isSay|isClaim) {
			return true
		}
		if s.is(at, isClause) {
			break
		}
	}
	return false
}

// isAttributed reports whether a state describes its place in passing: "rebel-held X",
// "the besieged city of X", "the opposition bastion east of X".
func (s *sentence) isAttributed(c *candidate) bool {
	switch {
	case c.kind != Control && c.kind != Siege:
		return false
	case s.words[c.first].dash:
		return true
	case c.form == state:
		return s.is(c.last, isPlaceNoun|isPosition)
	case c.form != participle || s.is(c.first-1, isBe|isHave|isAdverb):
		return false
	}
	return c.last+1 < len(s.words) && (s.words[c.last+1].group >= 0 || s.is(c.last+1, isPlaceNoun|isPart))
}

// isLasting reports whether fighting or fire is told as going on, or as a sum
// of days.
func (s *sentence) isLasting(c *candidate) bool {
	if s.isRecent(c) || s.continues(c) {
		return true
	}
	switch c.kind {
	case Clash, AirStrike, Shelling, Deployment, Displacement, Killing, Aid, Protest:
	default:
		return false
	}
	at := c.first
	if c.form == noun {
		if s.isDuring(c.first) {
			return true
		}
		if at = s.lightBefore(c.first); at < 0 {
			return false
		}
	}
	return s.isGoingOn(at) || c.mood == attempted && s.isGoingOn(s.governor(at))
}

// continues reports whether a noun is told as going on: "continued their advance",
// "لا تزال الاشتباكات مستمرة".
func (s *sentence) continues(c *candidate) bool {
	if c.form != noun {
		return false
	}
	if at := s.lightBefore(c.first); s.is(at, isOngoing) && !s.words[at].Arabic {
		return true
	}
	for at := c.first - 3; at <= c.last+3; at++ {
		if s.is(at, isOngoing) && s.words[at].Arabic {
			return true
		}
	}
	return false
}

// isDuring reports whether the noun at word i is what something else happened during:
// "during a rebel offensive".
func (s *sentence) isDuring(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		switch {
		case s.foldIs(at, "during"):
			return true
		case s.words[at+1].comma, s.words[at].trigger >= 0, s.words[at].group >= 0, s.is(at, isBe|isHave|isSay|isAnd):
			return false
		}
	}
	return false
}

// governor returns the verb that an infinitive completes: "are pressing a battle to
// retake"; -1 for none.
func (s *sentence) governor(i int) int {
	if !s.foldIs(i-1, "to") {
		return -1
	}
	for at := i - 2; at >= 0 && at >= i-8 && !s.words[at+1].comma && !s.words[at+1].stop; at-- {
		if strings.HasSuffix(s.words[at].Fold, "ing") && s.is(at-1, isBe|isAdverb) {
			return at
		}
	}
	return -1
}

// isGoingOn reports whether the helping words before a verb tell it as going on, or as
// a sum of days: "are fighting", "is said to be massing", "have brutally been killed".
func (s *sentence) isGoingOn(verb int) bool {
	for i := verb - 1; i >= 0 && i >= verb-5; i-- {
		switch {
		case s.foldIs(i, "has", "have"):
			return true
		case s.foldIs(i, "is", "are") && strings.HasSuffix(s.words[verb].Fold, "ing"):
			return true
		case !s.is(i, isAdverb|isBe) && !strings.HasSuffix(s.words[i].Fold, "ly") && !(s.foldIs(i, "to") && s.foldIs(i+1, "be")) && !(s.is(i, isSay) && s.foldIs(i+1, "to")):
			return false
		}
	}
	return false
}

// isRecent reports whether a trigger is told as of the last days or weeks: "recently",
// "the recent offensive", "in recent months".
func (s *sentence) isRecent(c *candidate) bool {
	for at := max(0, c.first-3); at < len(s.words) && at <= c.last+2; at++ {
		if s.foldIs(at, "recently", "recent", "مؤخرا", "موخرا") {
			return true
		}
	}
	for at := c.last + 3; at < len(s.words) && at <= c.last+15 && !s.words[at].stop && s.words[at].trigger < 0; at++ {
		if s.foldIs(at, "recent") && s.foldIs(at+1, "days", "weeks", "months") {
			return true
		}
	}
	return false
}

// isDefinite reports whether a noun is spoken of as told before.
func (s *sentence) isDefinite(c *candidate) bool {
	if c.form != noun {
		return false
	}
	for i := c.first - 1; i >= 0 && i >= c.first-4; i-- {
		switch {
		case s.foldIs(i, "the", "this", "these", "both"):
			return true
		case s.is(i, isIn|isOf|isAnd|isBe), s.words[i].trigger >= 0, s.words[i+1].comma:
			return false
		}
	}
	return s.words[c.first].Arabic && strings.HasPrefix(s.words[c.first].of(s.Text.Text), "ال")
}
