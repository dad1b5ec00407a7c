package geoparse

import (
	"slices"

	"dateline/gazetteer"
)

// Streets, treaties, ships, storms, football clubs, dishes and dukes are called
// after places and lie elsewhere, or nowhere.

// maxAgreementKinds is how many words may stand between a place and what was agreed
// there: the Dayton peace accords.
const maxAgreementKinds = 2

// isOfThing reports whether the words beside a name make it part of a thing's or
// a title's name.
func (p *parse) isOfThing(s *spotted) bool {
	return p.precedesThing(s) || p.followsThing(s) || p.isOfTitle(s)
}

// precedesThing reports whether what follows a name is called after it: Peking
// duck, Baghdad Street, the Minsk agreements.
func (p *parse) precedesThing(s *spotted) bool {
	i := s.last + 1
	for n := 0; n < maxAgreementKinds && p.followsBlank(i) && p.isAgreementKind(i); n++ {
		i++
	}
	if !p.followsBlank(i) {
		return false
	}
	w, isCapital := p.words[i], p.tokens[i].shape == capital
	switch {
	case w&isAgreement != 0:
		return (isCapital || !p.isCountry(s)) && !p.isVerbal(s, i)
	case i > s.last+1:
		return false
	case w&isThing != 0, w&isGoods != 0 && !p.isCountry(s):
		return true
	}
	return w&isNamedThing != 0 && isCapital && !p.inHeadline(i)
}

// takeStreet lets the Street, Square or Bridge that is called after a place into
// the span and leaves it without a place: it lies in some other town.
func (p *parse) takeStreet(s *spotted) {
	i := s.last + 1
	if !p.followsBlank(i) || p.words[i]&isStreet == 0 || p.tokens[i].shape != capital || s.role == roleOrg ||
		p.inHeadline(i) || p.isInPair(s) || p.isSite(s) || p.words[s.last]&isClass != 0 {
		return
	}
	s.last, s.end = i, p.tokens[i].end
	s.hits, s.cued = nil, true
}

// followsBlank reports whether there is a token i with only a blank before it.
func (p *parse) followsBlank(i int) bool { return i > 0 && i < len(p.tokens) && p.blankBefore(i) }

// isAgreementKind reports whether token i tells which agreement, between the
// place and the word for it: peace, II.
func (p *parse) isAgreementKind(i int) bool {
	return p.words[i]&isAgreementKind != 0 || p.tokens[i].shape == number || p.tokens[i].shape == caps && len(p.tokens[i].text) <= 3
}

// isVerbal reports whether the word for an agreement behind a name is a verb:
// what Cairo will deal with, but the Doha deal with the Taliban.
func (p *parse) isVerbal(s *spotted, i int) bool {
	return p.followsBlank(i+1) && p.tokens[i+1].fold == "with" && (s.first == 0 || p.tokens[s.first-1].fold != "the")
}

// isInPair reports whether a hyphen ties a name to the one before: the
// Hama-Aleppo Road leads there.
func (p *parse) isInPair(s *spotted) bool { return s.first > 0 && p.isHyphen(s.first-1) }

// followsThing reports whether the word before a name says what is called after
// the place: شارع بغداد, Hurricane Florence, the frigate Hamburg.
func (p *parse) followsThing(s *spotted) bool {
	if p.isHeadOfThing(s) {
		return true
	}
	i := s.first - 1
	if i < 0 || p.words[i]&(isVessel|isThingHead|isNamedHead) == 0 || p.breaks(i) || p.hasPrefix(s) || p.isSite(s) {
		return false
	}
	w := p.words[i]
	if p.tokens[s.first].shape == arabic {
		return w&isVessel != 0 || w&isThingHead != 0 && !hasArticle(&p.tokens[i])
	}
	return p.gap(i) == " " && (w&(isThingHead|isVessel) != 0 || w&isNamedHead != 0 && p.tokens[i].shape.upperCase())
}

// isHeadOfThing reports whether a name is itself such a word, before another
// name: Bayern Munich, بايرن ميونخ.
func (p *parse) isHeadOfThing(s *spotted) bool {
	i := s.last + 1
	if s.first != s.last || !p.followsBlank(i) || p.spotOf[i] < 0 {
		return false
	}
	if p.tokens[i].shape == arabic {
		return p.words[s.first]&isThingHead != 0 && !p.hasPrefix(&p.spots[p.spotOf[i]])
	}
	return p.words[s.first]&isNamedHead != 0 && p.tokens[i].shape == capital
}

// isOfTitle reports whether a name follows a rank of nobility or a given name
// and "of": the Duke of York, دوق يورك, Lawrence of Arabia. A country's prince
// rules it.
func (p *parse) isOfTitle(s *spotted) bool {
	i := s.first - 1
	if p.tokens[s.first].shape == arabic {
		i = p.governor(s)
		return i >= 0 && p.words[i]&isNoble != 0 && !p.isCountry(s)
	}
	if i < 1 || p.tokens[i].fold != "of" || p.gap(i) != " " || p.gap(i-1) != " " || p.tokens[i-1].shape != capital {
		return false
	}
	w := p.words[i-1]
	isSurname := i > 1 && p.gap(i-2) == " " && p.tokens[i-2].shape == capital
	return w&isNoble != 0 && !p.isCountry(s) || w&isFirstName != 0 && w&isCommon == 0 && !isSurname
}

// isSite reports whether a name can mean a road or a building itself: كورنيش
// النيل behind شارع.
func (p *parse) isSite(s *spotted) bool {
	return slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool {
		class := p.gaz.Place(h.Ref).Kind.Class()
		return class == 'R' || class == 'S'
	})
}
