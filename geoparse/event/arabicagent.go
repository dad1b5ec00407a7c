package event

import "strings"

// arabicAgent returns the actor behind an Arabic verb or noun, by "على يد", or between
// the verb that lends a noun its subject and the noun; else that before the verb.
func (s *sentence) arabicAgent(c *candidate) Range {
	if a := s.actorBehind(c.last); !a.isEmpty() {
		return a
	}
	for at := c.last + 1; at < len(s.words) && at <= c.last+12; at++ {
		if s.foldIs(at, "بين") && c.form == noun && s.words[min(at+1, len(s.words)-1)].group < 0 {
			return s.actorAlone(at+1, 3)
		}
		if s.words[at].base == "يد" || s.foldIs(at, "ايدي", "بقياده") {
			return s.actorAlone(at+1, 4)
		}
	}
	if c.form == noun {
		return s.lender(c.first)
	}
	if strings.HasPrefix(s.words[c.first].of(s.Text.Text), "و") {
		for t := c.index - 1; t >= 0 && t >= c.index-3; t-- { // and arrested: who stormed
			if a := s.actorBehind(s.triggers[t].last); !a.isEmpty() {
				return a
			}
		}
	}
	return s.subject(c.first)
}

// actorBehind returns the actor behind an Arabic trigger that ends with word i.
func (s *sentence) actorBehind(i int) Range {
	for at := i + 1; at < len(s.words) && at <= i+5 && (s.words[at].group < 0 || at == i+1 && s.groups[s.words[at].group].acts); at++ {
		if a := s.words[at].actor; a >= 0 && !s.isCounted(at) && !s.is(at, isFrom) && !s.is(at-1, isFrom|isWith) {
			return s.actorRange(s.actors[a])
		}
		if s.is(at, isPerson) || s.words[at].trigger >= 0 || s.is(at, isIn|isPosition) && s.words[i].trigger >= 0 && s.triggers[s.words[i].trigger].form == noun {
			break
		}
	}
	return Range{}
}

// isCounted reports whether an Arabic noun that is no force stands behind a number:
// "عشرة فلسطينيين" are who is arrested.
func (s *sentence) isCounted(i int) bool {
	return !s.is(i, isActor) && (strings.HasSuffix(s.words[i].Fold, "ين") || strings.HasSuffix(s.words[i].Fold, "يا"))
}

// lender returns the subject of the verb that lends it to an Arabic noun at word i:
// "شن الطيران غارات".
func (s *sentence) lender(i int) Range {
	for at := i - 1; at >= 0 && at >= i-7; at-- {
		if s.is(at, isLight|isPlan|isTry|isFail|isManage) {
			return s.actorAlone(at+1, i-at-1)
		}
		if s.words[at].stop || s.words[at].comma {
			break
		}
	}
	return Range{}
}
