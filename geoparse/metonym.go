package geoparse

import (
	"slices"
	"strings"

	"dateline/gazetteer"
)

// markMetonyms gives the names of countries and capitals that stand for their
// government the role of a metonym: what says, wants, blames or agrees, what
// is blamed or supported, what has a policy. Names joined by "and" share the
// role.
func (p *parse) markMetonyms() {
	for i := range p.spots {
		if s := &p.spots[i]; s.role == RolePlace && p.canGovern(s) && p.governs(i) {
			s.role, s.reason = RoleMetonym, "it speaks or acts: a government"
		}
	}
	p.keepSense()
	for i := 1; i < len(p.spots); i++ {
		p.shareRole(i, i-1)
	}
	for i := len(p.spots) - 2; i >= 0; i-- {
		p.shareRole(i, i+1)
	}
}

// keepSense makes every other mention of a capital that is a government in the
// text one too, unless the words before it speak of the city.
func (p *parse) keepSense() {
	governments := map[string]bool{}
	for i := range p.spots {
		if s := &p.spots[i]; s.role == RoleMetonym && p.isCapital(s) {
			governments[s.written] = true
		}
	}
	for i := range p.spots {
		s := &p.spots[i]
		if s.role == RolePlace && governments[s.written] && p.canGovern(s) && !p.isLocated(s) && !p.isOfCity(s) {
			s.role, s.reason = RoleMetonym, "a government elsewhere in the text"
		}
	}
}

// isOfCity reports whether a name stands where cities do: "the suburbs of
// Damascus", "from Damascus to Homs", "the Damascus suburbs", ريف دمشق.
func (p *parse) isOfCity(s *spotted) bool {
	at := s.first - 1
	if p.tokens[s.first].shape == arabic {
		return true // a noun before it may be anything that a city has
	}
	if at < 0 || p.breaks(at) {
		next := s.last + 1
		return next < len(p.tokens) && (p.breaks(s.last) || p.isRouteOrRegion(next))
	}
	switch p.tokens[at].fold {
	case "of", "from", "to", "the", "capital", "a", "and", "or":
		return true
	}
	return p.bearingAt(at) != "" || p.words[at]&isClass != 0 || p.isRouteOrRegion(s.last+1)
}

func (p *parse) isRouteOrRegion(i int) bool { return p.routeAt(i) != "" || p.regionAt(i) != "" }

// shareRole makes name i a metonym where the name beside it, joined by "and",
// is one: "Ankara and Moscow agreed".
func (p *parse) shareRole(i, beside int) {
	s := &p.spots[i]
	if s.role != RolePlace || p.spots[beside].role != RoleMetonym || !p.canGovern(s) || p.isLocated(s) {
		return
	}
	switch gap := p.between(min(i, beside)); strings.TrimSpace(gap) {
	case "and", "و", "":
		s.role, s.reason = RoleMetonym, p.spots[beside].reason
	}
}

// canGovern reports whether a name may stand for a government: a country's or a
// capital's, not called a town or a province and no part of a longer name.
func (p *parse) canGovern(s *spotted) bool {
	return s.class == "" && (p.isCountry(s) || p.isCapital(s))
}

func (p *parse) isCapital(s *spotted) bool {
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Place(h.Ref).Kind == gazetteer.Capital })
}

// governs reports whether the words around name i make it a government.
func (p *parse) governs(i int) bool {
	s := &p.spots[i]
	if p.tokens[s.first].shape == arabic {
		return p.governsInArabic(s)
	}
	return p.isAgent(s) || p.isPossessor(s) || p.isObject(s)
}

// isLocated reports whether a preposition of place stands before a name: "in
// Ankara".
func (p *parse) isLocated(s *spotted) bool {
	at := s.first - 1
	return at >= 0 && !p.breaks(at) && p.words[at]&isPreposition != 0
}

// maxVerbWords is how many words may stand between a subject and the verb that
// tells it: "Washington has since been trying".
const maxVerbWords = 5

// isAgent reports whether a name is the subject of what governments do:
// "Ankara wants", "Washington has never agreed", "Moscow was quick to dismiss".
func (p *parse) isAgent(s *spotted) bool {
	if s.first > 0 && !p.breaks(s.first-1) && (p.tokens[s.first-1].fold == "the" || p.isLocated(s)) {
		return false
	}
	if p.tokens[s.last].full != "" {
		return false // Ankara's
	}
	for at := s.last + 1; at < len(p.tokens) && at <= s.last+maxVerbWords && !p.breaks(at-1); at++ {
		t := &p.tokens[at]
		switch {
		case p.lex.governing[verbStem(t.fold, p.lex.governing)]:
			return true
		case p.lex.auxiliary[t.fold], strings.HasSuffix(t.fold, "ly"):
		default:
			return false
		}
	}
	return false
}

// maxPossessed is how many adjectives may stand before what a government has:
// "Washington's own maximum pressure campaign".
const maxPossessed = 3

// isPossessor reports whether a name has what governments have: "Turkey's
// permission".
func (p *parse) isPossessor(s *spotted) bool {
	if p.tokens[s.last].full == "" {
		return false
	}
	for at := s.last + 1; at < len(p.tokens) && at <= s.last+maxPossessed; at++ {
		if p.lex.policy[p.tokens[at].fold] || p.lex.policy[strings.TrimSuffix(p.tokens[at].fold, "s")] {
			return true
		}
		if at+1 == len(p.tokens) || p.breaks(at) || p.tokens[at].shape != lower || p.words[at]&(isStop|isPreposition|isClass) != 0 {
			return false
		}
	}
	return false
}

// isObject reports whether something is done to a name that is done to
// governments: "blackmail Moscow", "pressure on Tehran", "the deal between
// Ankara and Moscow".
func (p *parse) isObject(s *spotted) bool {
	at := s.first - 1
	if at < 1 || p.breaks(at) {
		return false
	}
	if p.lex.targeting[verbStem(p.tokens[at].fold, p.lex.targeting)] {
		return true
	}
	switch p.tokens[at].fold {
	case "with", "by", "from", "on", "against", "to", "for", "between":
		before := &p.tokens[at-1]
		return !p.breaks(at-1) && (p.lex.policy[before.fold] || p.lex.policy[strings.TrimSuffix(before.fold, "s")] || p.lex.targeting[verbStem(before.fold, p.lex.targeting)])
	}
	return false
}

// governsInArabic reads the same in Arabic: the verb, or what a government has,
// stands right before it.
func (p *parse) governsInArabic(s *spotted) bool {
	at := s.first - 1
	if at < 0 || p.breaks(at) || s.start > p.tokens[s.first].start && !strings.HasPrefix(p.tokens[s.first].text, "و") {
		return false
	}
	return p.words[at]&isSay != 0 || p.lex.policy[p.tokens[at].base] ||
		at > 0 && !p.breaks(at-1) && p.tokens[at].base == "بين" && p.lex.policy[p.tokens[at-1].base]
}

// verbStem returns the base form that an English verb is an inflection of, by
// the verbs known; the word itself when none fits.
func verbStem(word string, verbs map[string]bool) string {
	for _, ending := range [...]string{"s", "es", "d", "ed", "ing"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok {
			continue
		}
		if verbs[stem] {
			return stem
		}
		if ending == "ing" && verbs[stem+"e"] {
			return stem + "e"
		}
		if n := len(stem); n > 2 && stem[n-1] == stem[n-2] && verbs[stem[:n-1]] {
			return stem[:n-1] // planned
		}
		if ending == "es" || ending == "ed" {
			if y := strings.TrimSuffix(stem, "i") + "y"; y != stem+"y" && verbs[y] {
				return y // denies
			}
		}
	}
	return word
}
