package geoparse

import "strings"

// A surname stands alone where somebody speaks, is spoken for or is described:
// said Kellogg; a spokesman for Kellogg; Kellogg, a lawyer. Governments speak
// too, so that capitals and countries are left to speaks.

// isSpeaker reports whether a bare name of a place that is not well known, and
// that the text calls a place nowhere, does what people do.
func (p *parse) isSpeaker(s *spotted) bool {
	if s.first != s.last && !p.isTiedArticle(s.first) || s.class != "" || p.located[p.tokens[s.last].fold] {
		return false
	}
	known := commonFirstNeeds // prominence from which it is rather the place
	switch {
	case p.isSpokenFor(s), p.isDescribed(s):
	case p.actsAsPerson(s):
		known = commonNeeds
	default:
		return false
	}
	return p.prominence(s) < known && !p.isCountry(s) && !p.isCapital(s) && (!p.isOfTheTheatre(s) || p.endsAsNisba(s))
}

// noteLocated notes the names that the text says are places somewhere, by their
// last word.
func (p *parse) noteLocated() {
	p.located = map[string]bool{}
	for i := range p.spots {
		if s := &p.spots[i]; s.class != "" || p.isLocatedOrPeopled(s) {
			p.located[p.tokens[s.last].fold] = true
		}
	}
}

// isLocatedOrPeopled reports whether a preposition of place stands before a name
// or people after it: in Kellogg, a Kellogg resident; but not a Kellogg aide.
func (p *parse) isLocatedOrPeopled(s *spotted) bool {
	if before := s.first - 1; before >= 0 && p.words[before]&isLocative != 0 && !p.breaks(before) {
		return true
	}
	after := s.last + 1
	return p.followsBlank(after) && p.tokens[after].shape == lower && p.words[after]&isTitle != 0 && p.words[after]&isAttached == 0
}

// isSpokenFor reports whether a name follows "by" behind a verb of saying, or
// "for" and its like behind who belongs to a person: rejected by X, a spokesman
// for X, aides to X.
func (p *parse) isSpokenFor(s *spotted) bool {
	i := s.first - 1
	if i < 1 || p.gap(i) != " " || p.gap(i-1) != " " || s.last+1 < len(p.tokens) && p.isHyphen(s.last) {
		return false
	}
	before := &p.tokens[i-1]
	switch p.tokens[i].fold {
	case "by":
		return p.words[i-1]&isSay != 0 || p.lex.governing[verbStem(before.fold, p.lex.governing)]
	case "for":
		return p.words[i-1]&(isTitle|isAttached) != 0 && (before.shape == lower || before.newSentence) && p.wordAfter(s, 1)&isOrgTail == 0
	case "to", "of":
		return p.words[i-1]&isAttached != 0
	}
	return false
}

// isDescribed reports whether an apposition calls the name a person: X, a nurse;
// but not X, a nurse said.
func (p *parse) isDescribed(s *spotted) bool {
	i := s.last + 1
	if i+1 >= len(p.tokens) || p.gap(s.last) != ", " || p.gap(i) != " " {
		return false
	}
	if article := p.tokens[i].fold; article != "a" && article != "an" || p.words[i+1]&isTitle == 0 {
		return false
	}
	return i+2 == len(p.tokens) || p.words[i+2]&isSay == 0
}

// actsAsPerson reports whether a verb follows the name of what people do: said,
// resigned, fled. A preposition of place before the name says that it does not
// govern the verb.
func (p *parse) actsAsPerson(s *spotted) bool {
	if p.wordAfter(s, 1)&(isSay|isDeed) == 0 || p.tokens[s.last+1].shape != lower {
		return false
	}
	i := s.first - 1
	return i < 0 || p.breaks(i) || p.words[i]&isPreposition == 0 && p.tokens[i].fold != "of"
}

// endsAsNisba reports whether a name is of the form al-…i, as people are called
// after where they come from.
func (p *parse) endsAsNisba(s *spotted) bool {
	fold := p.tokens[s.last].fold
	return p.isTiedArticle(s.first) && len(fold) > 3 && strings.HasSuffix(fold, "i")
}
