package event

import "strings"

// mood is how a trigger is built into what its sentence asserts.
type mood uint8

const (
	asserted  mood = iota
	attempted      // tried to, the battle to
	intended       // will, plans to
	possible       // could, if
	negated        // did not, denied
	alleged        // claimed, allegedly
)

func (m mood) status() Status {
	switch m {
	case intended:
		return Planned
	case possible:
		return Hypothetical
	case negated:
		return Denied
	case alleged:
		return Claimed
	}
	return Reported
}

// moodOf reads the mood of a trigger from the words before it.
func (s *sentence) moodOf(c *candidate) mood {
	at := c.first
	if c.form == noun {
		if m := s.nounMood(c.first); m != asserted {
			return m
		}
		if i := s.lightBefore(c.first); i >= 0 {
			at = i
		}
	}
	if c.form == gerund && s.is(at-1, isIn) && s.is(at-2, isPlan) {
		return intended // will focus on clearing
	}
	if m := s.verbMood(at); m != asserted && (c.form != state || m != intended) {
		if m == attempted && s.clauseMood(c.first) == possible {
			return possible
		}
		return m
	}
	if c.form == gerund && c.first <= 1 {
		for i := c.last + 1; i < len(s.words) && i <= c.last+8; i++ {
			if s.foldIs(i, "would", "could", "might") {
				return possible
			}
		}
	}
	return s.clauseMood(c.first)
}

// nounMood reads what stands before a noun: planned, possible, no, alleged.
func (s *sentence) nounMood(i int) mood {
	for at := i - 1; at >= 0 && at >= i-5; at-- {
		w := &s.words[at]
		switch {
		case s.foldIs(at, "no", "لا") && at >= i-2:
			return negated
		case s.foldIs(at, "preparing", "prepare", "prepares", "prepared", "preparations", "paves", "paving", "pave", "paved", "calls", "called") && (s.hasWord(at, i, "for")):
			return intended
		case s.foldIs(at, "planned", "upcoming", "future", "impending", "imminent", "expected", "scheduled", "looming"):
			return intended
		case s.foldIs(at, "possible", "potential", "hypothetical", "such"), s.foldIs(at, "of") && s.foldIs(at-1, "event"):
			return possible
		case s.foldIs(at, "alleged", "claimed", "purported", "supposed") && at == i-1:
			return alleged
		case w.set&(isIn|isBe|isSay|isClause|isRelative) != 0, w.trigger >= 0, s.words[at+1].comma, s.words[at+1].stop:
			return asserted
		}
	}
	return asserted
}

// verbMood reads the helping words before a verb at word i.
func (s *sentence) verbMood(i int) mood {
	if s.words[i].Arabic {
		return s.arabicMood(i)
	}
	for at := i - 1; at >= 0 && at >= i-5; at-- {
		w := &s.words[at]
		switch {
		case s.words[at+1].stop, s.words[at+1].comma:
			return asserted
		case s.foldIs(at, "to"):
			return s.infinitive(at)
		case w.set&isNot != 0 && !s.foldIs(at+1, "only"):
			return negated
		case w.set&isWill != 0:
			return intended
		case w.set&isMay != 0:
			return possible
		case s.foldIs(at, "allegedly", "purportedly", "supposedly"):
			return alleged
		case w.set&isTry != 0 && w.trigger < 0:
			return attempted
		case w.set&(isAdverb|isBe|isHave|isArticle) == 0:
			return asserted
		}
	}
	return asserted
}

// infinitive reads what governs the "to" at word i.
func (s *sentence) infinitive(i int) mood {
	for at := i - 1; at > 0 && at >= i-6 && !s.words[at+1].stop; at-- {
		if s.foldIs(at, "operation", "operations", "offensive", "campaign", "assault", "battle") {
			return attempted // an operation aimed to liberate X
		}
		if w := &s.words[at]; w.group >= 0 || w.actor >= 0 || w.set&(isSay|isRelative|isManage) != 0 {
			break
		}
	}
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		w := &s.words[at]
		switch {
		case w.set&isClaim != 0 && at == i-1:
			return alleged
		case w.set&isManage != 0, at == i-1 && w.set&isSay != 0 && s.is(at-1, isBe):
			return asserted // was reported to hold
		case w.set&(isTry|isFail) != 0:
			return attempted
		case w.set&isPlan != 0 || w.set&isWill != 0:
			return intended
		case w.trigger >= 0 && Type(s.triggers[w.trigger].class) == Clash:
			return attempted
		case w.stop, w.set&isSay != 0:
			return intended
		}
	}
	for at := i - 1; at >= 0 && at >= i-maxWay; at-- {
		if t := s.words[at].trigger; t >= 0 && (Type(s.triggers[t].class) == Clash || s.triggers[t].class == attackClass) {
			return attempted
		}
	}
	return intended
}

func (s *sentence) arabicMood(i int) mood {
	if f := s.words[i].Fold; strings.HasPrefix(f, "سي") || strings.HasPrefix(f, "ست") {
		if base := f[len("س"):]; s.lex.triggers[base] != nil {
			return intended
		}
	}
	for at := i - 1; at >= 0 && at >= i-3; at-- {
		w := &s.words[at]
		switch {
		case w.comma || w.stop:
			return asserted
		case w.set&isNot != 0 && w.Fold != "ما" && !s.foldIs(at+1, "يزال", "تزال", "زال", "زالت", "يزالون"):
			return negated
		case w.set&isWill != 0, w.set&isPlan != 0:
			return intended
		case w.set&isMay != 0:
			return possible
		case w.set&(isTry|isFail) != 0:
			return attempted
		}
	}
	return asserted
}

// denies reports whether a claim at word i is what is denied: "denied Russian claims that".
func (s *sentence) denies(i int) bool {
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		if s.is(at, isDeny) {
			return true
		}
	}
	return false
}

// clauseMood reads the words of the clause before a trigger that put all of it in
// doubt: if, denied, claimed, rumours of.
func (s *sentence) clauseMood(i int) mood {
	for at := i - 1; at >= 0 && at >= i-14; at-- {
		w := &s.words[at]
		switch {
		case w.set&isIf != 0:
			return possible
		case w.set&isDeny != 0:
			return negated
		case w.set&isClaim != 0 && s.denies(at):
			return negated
		case w.set&isClaim != 0 && !s.foldIs(at+1, "responsibility", "the", "lives", "victory", "of") && !s.foldIs(at+2, "lives"):
			return alleged
		}
		if w.stop || w.set&isClause != 0 && w.set&isIf == 0 {
			return asserted
		}
	}
	return asserted
}
