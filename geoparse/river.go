package geoparse

import (
	"slices"

	"dateline/gazetteer"
)

// riverReach is how many words before "the X" may tell that X is a river.
const riverReach = 4

// readRivers takes names that stand as only rivers do for the rivers so called,
// and for nothing where the gazetteer has none: "the River Narva", "the left
// bank of the Dnipro", "they swam across the Jordan".
func (p *parse) readRivers() {
	for i := range p.spots {
		s := &p.spots[i]
		if !p.isPlaceRole(i) || s.class != "" && !p.isRiverWord(s.first-1) {
			continue
		}
		if stands := p.standsAsRiver(s); stands || p.standsAsNoTown(s) {
			if rivers := p.riversCalled(s); stands || len(rivers) > 0 {
				s.hits = rivers
			}
		}
	}
}

// riversCalled returns the waters among what a name can mean, with or without the
// word River.
func (p *parse) riversCalled(s *spotted) []gazetteer.Hit {
	return slices.DeleteFunc(slices.Concat(s.hits, p.gaz.ByName(s.written+" River")), func(h gazetteer.Hit) bool {
		return p.place(h.Ref).Kind.Class() != 'H'
	})
}

// standsAsNoTown reports whether a name follows "on the" or "along the", with no
// noun after it. Towns and provinces have no article, some countries have: on the
// White Nile, but on the Netherlands.
func (p *parse) standsAsNoTown(s *spotted) bool {
	i := s.first - 1
	if i < 1 || p.tokens[i].fold != "the" || p.breaks(i) || p.breaks(i-1) || !p.endsPhrase(s) || p.isCountry(s) {
		return false
	}
	return p.tokens[i-1].fold == "on" || p.tokens[i-1].fold == "along"
}

// standsAsRiver reports whether a name follows "the River", or the article and
// before that a word for what is beside or on water, with no noun after it.
func (p *parse) standsAsRiver(s *spotted) bool {
	i := s.first - 1
	if p.isRiverWord(i) && !p.breaks(i) {
		return p.wordAfter(s, 1)&(isClass|isStreet) == 0
	}
	if i < 1 || p.tokens[i].fold != "the" || p.breaks(i) || !p.endsPhrase(s) {
		return false
	}
	for j := i - 1; j >= 0 && i-j <= riverReach && !p.breaks(j); j-- {
		switch w := p.words[j]; {
		case w&isWaterside != 0:
			return true
		case w&(isPreposition|isDirection|isModifier) == 0 && p.tokens[j].fold != "the":
			return false
		}
	}
	return false
}

// isRiverWord reports whether token i is the word river before a name.
func (p *parse) isRiverWord(i int) bool {
	return i > 0 && p.tokens[i].fold == "river"
}

// endsPhrase reports whether no noun follows a name, of which the article before
// it would be: not "across the Damascus suburbs".
func (p *parse) endsPhrase(s *spotted) bool {
	i := s.last + 1
	return i >= len(p.tokens) || p.breaks(s.last) || p.words[i]&(isPreposition|isStop|isSay) != 0
}
