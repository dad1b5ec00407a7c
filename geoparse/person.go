package geoparse

import (
	"slices"
	"strings"

	"dateline/gazetteer"
)

// isPerson reports whether the words beside the name make it part of a
// person's name: a title or a given name before it, or a capitalised word that
// nothing else explains.
func (p *parse) isPerson(s *spotted) bool {
	if p.tokens[s.first].shape == arabic {
		return p.followsArabicPerson(s) || p.precedesArabicSurname(s)
	}
	return p.isTitled(s) || p.isNisba(s) || p.precedesByname(s) || p.followsPersonWord(s) || p.isGivenName(s) || p.precedesSurname(s) || p.isBareSurname(s) || p.isSpeaker(s)
}

// isTitled reports whether a name of several words, of a place not well known,
// begins with a title and stands where people do: Captain Cook.
func (p *parse) isTitled(s *spotted) bool {
	return s.first != s.last && p.words[s.first]&isTitle != 0 && p.words[s.first]&isAbbreviation == 0 && s.class == "" &&
		p.prominence(s) < commonNeeds && !p.isSaidAsLocated(s) &&
		!slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Curated(h.Ref) })
}

// isSaidAsLocated reports whether a preposition of place stands before a name.
func (p *parse) isSaidAsLocated(s *spotted) bool {
	before := s.first - 1
	return before >= 0 && p.words[before]&isLocative != 0 && !p.breaks(before)
}

// isBareSurname reports whether a single name is a common family name, of a
// place not well known, and does not stand where places do.
func (p *parse) isBareSurname(s *spotted) bool {
	return s.first == s.last && p.words[s.first]&isSurname != 0 && p.prominence(s) < commonNeeds && !p.standsAsPlace(s)
}

// standsAsPlace reports whether a name that people bear too follows a
// preposition of place, or belongs to the country that the text speaks of.
func (p *parse) standsAsPlace(s *spotted) bool {
	if i := s.first - 1; i >= 0 && p.words[i]&isPreposition != 0 && !p.breaks(i) {
		return true
	}
	return p.isOfTheTheatre(s)
}

// isOfTheTheatre reports whether a place so called stands in a table made by
// hand and lies in the country that the text speaks of.
func (p *parse) isOfTheTheatre(s *spotted) bool {
	for _, h := range s.hits {
		if p.gaz.Curated(h.Ref) && p.leaning[p.gaz.Place(h.Ref).Country] >= leaningEnough {
			return true
		}
	}
	return false
}

// leaningEnough is the share of a text's unambiguous names from which it
// speaks of their country.
const leaningEnough = 0.4

// followsArabicPerson reports whether the word before is a title, which takes
// the article where a person follows (الرئيس, not رئيس بلدية), or a given name
// that is no everyday word and ends no place's name (معرة النعمان).
func (p *parse) followsArabicPerson(s *spotted) bool {
	i := s.first - 1
	if i < 0 || p.breaks(i) || p.hasPrefix(s) {
		return false
	}
	w := p.words[i]
	if w&isTitle != 0 {
		return hasArticle(&p.tokens[i]) && !p.isOnlyPlace(s)
	}
	return w&isFirstName != 0 && w&(isStop|isPreposition|isCommon) == 0 && !p.endsPlace(i)
}

// precedesArabicSurname reports whether a name made of given names alone goes on
// with an unknown word, and nothing before it calls for a place: صلاح الدين
// دميرطاش.
func (p *parse) precedesArabicSurname(s *spotted) bool {
	after := s.last + 1
	if after >= len(p.tokens) || p.breaks(s.last) || p.words[after] != 0 || p.spotOf[after] >= 0 || p.hasPrefix(s) || s.class != "" {
		return false
	}
	if i := s.first - 1; i >= 0 && !p.breaks(i) && p.words[i]&isPreposition != 0 {
		return false
	}
	for i := s.first; i <= s.last; i++ {
		if p.words[i]&isFirstName == 0 {
			return false
		}
	}
	return true
}

// isOnlyPlace reports whether some word of an Arabic name is not a person's, nor
// its only one an everyday word, and a place so called is well known or in a table made by
// hand: what the envoy entered, not what he is called.
func (p *parse) isOnlyPlace(s *spotted) bool {
	other := isFirstName | isSurname
	if s.first == s.last {
		other |= isCommon
	}
	i := s.first
	for i <= s.last && p.words[i]&other != 0 {
		i++
	}
	if i > s.last || !p.hasItsArticle(s) {
		return false
	}
	return p.prominence(s) >= commonNeeds || slices.ContainsFunc(s.hits, func(h gazetteer.Hit) bool { return p.gaz.Curated(h.Ref) })
}

// endsPlace reports whether token i is the last of several words that name a
// place.
func (p *parse) endsPlace(i int) bool {
	k := p.spotOf[i]
	return k >= 0 && p.spots[k].first != p.spots[k].last && p.spots[k].role == RolePlace
}

// followsPersonWord reports whether the word before the name makes it a
// surname.
func (p *parse) followsPersonWord(s *spotted) bool {
	i := s.first - 1
	if i < 0 || p.gap(i) != " " && p.gap(i) != ". " {
		return false
	}
	before := &p.tokens[i]
	switch {
	case p.gap(i) == ". ":
		return len(before.text) == 1 && before.shape == capital && i > 0 && p.tokens[i-1].shape == capital && p.gap(i-1) == " " ||
			p.words[i]&isTitle != 0 && before.shape == capital // John W. Chaffin, Capt. Brian
	case p.isMonth(i):
		return false
	case p.words[i]&isFirstName != 0 && before.shape.upperCase():
		return true
	case p.words[i]&isGivenOrPlace != 0 && before.shape == capital && p.words[s.first]&isSurname != 0:
		return true // Jordan Henderson
	case p.words[i]&isTitle != 0:
		return before.shape == capital && !(p.isCountry(s) && p.inHeadline(i)) || before.shape == lower && p.prominence(s) < commonNeeds
	}
	return before.shape == capital && p.isUnexplained(i)
}

// isMonth reports whether token i is a month and no given name: "on 9 January",
// "in June".
func (p *parse) isMonth(i int) bool {
	return p.words[i]&isCalendar != 0 && i > 0 && !p.breaks(i-1) && (p.tokens[i-1].shape == number || p.words[i-1]&isPreposition != 0)
}

// isGivenName reports whether a single name is a given name and not a place
// well known.
func (p *parse) isGivenName(s *spotted) bool {
	if s.first != s.last || p.words[s.first]&isFirstName == 0 {
		return false
	}
	return p.precedesSurname(s) || p.prominence(s) < commonFirstNeeds && !p.standsAsPlace(s)
}

// precedesSurname reports whether a capitalised word goes on after a name that
// is little known or given to people too.
func (p *parse) precedesSurname(s *spotted) bool {
	i := s.last + 1
	if i >= len(p.tokens) || p.gap(s.last) != " " {
		return false
	}
	if p.isArticleBefore(i) { // Khattab al-Maghribi, Horas al-Din: the two together are no place
		return s.first == s.last && p.spotOf[i+1] != p.spotOf[s.first] && (!s.exact || p.prominence(s) < commonNeeds) && p.words[i+1]&isClass == 0
	}
	if p.tokens[i].shape != capital {
		return false
	}
	if p.words[s.first]&isFirstName != 0 && s.first == s.last && p.spotOf[i] >= 0 && p.words[i]&notSurname == 0 && !p.inHeadline(i) && !p.isDemonymToken(i) {
		return true // Michael Jackson
	}
	if p.words[i]&(isFirstName|isSurname) == 0 && !p.isUnexplained(i) {
		return false
	}
	if p.isCountry(s) && p.words[i]&isSurname != 0 && p.words[i]&(isCommon|isOrgTail|isClass) == 0 && !p.inHeadline(i) {
		return true // Mali Traore
	}
	return s.first == s.last && (p.words[s.first]&(isFirstName|isGivenOrPlace) != 0 || p.prominence(s) < commonNeeds)
}

// notSurname are the words that follow a place called like a person, not a given name.
const notSurname = isClass | isSpanClass | isCalendar | isOrgTail | isOrgHead | isTitle | isDirection | isStop | isStreet

// isNisba reports whether a name is a person's nisba and no place's own name.
func (p *parse) isNisba(s *spotted) bool {
	return s.first+1 == s.last && !s.exact && p.endsAsNisba(s)
}

// precedesByname reports whether a father's name or where somebody comes from
// follows: al-Zubair bin Awam, Salah al-Din al-Shishani.
func (p *parse) precedesByname(s *spotted) bool {
	i := s.last + 1
	if i+1 >= len(p.tokens) || p.gap(s.last) != " " || p.isCountry(s) || s.class != "" {
		return false
	}
	if p.words[i]&isPatronym != 0 {
		return true
	}
	word := p.tokens[i+1].fold
	return gazetteer.IsArticle(p.tokens[i].fold) && p.joins(i) && p.tokens[i+1].shape == capital &&
		len(word) > 3 && strings.HasSuffix(word, "i") && p.words[i+1]&isSide == 0 && !p.beginsName(i)
}

// isUnexplained reports whether a capitalised word is neither in the lexicon,
// nor a demonym, nor part of the name of a known place, nor in a headline, nor
// an everyday word that the text has with a small letter too.
func (p *parse) isUnexplained(i int) bool {
	if p.words[i]&^isCommon != 0 || p.inHeadline(i) || (p.tokens[i].newSentence || p.words[i] != 0) && p.lowered[p.tokens[i].fold] || p.tokens[i].newSentence && p.words[i] != 0 {
		return false
	}
	if _, ok := p.demonym(i); ok {
		return false
	}
	if k := p.spotOf[i]; k >= 0 {
		s := &p.spots[k]
		return s.first == s.last && p.prominence(s) < commonNeeds && s.class == ""
	}
	return true
}

// learnPerson remembers the words of a person's name, so that a bare surname
// is known later.
func (p *parse) learnPerson(s *spotted) {
	for i := s.first; i <= s.last; i++ {
		if !gazetteer.IsArticle(p.tokens[i].fold) && p.words[i]&isClass == 0 {
			p.persons[p.tokens[i].fold] = true
		}
	}
}

// dropKnownPersons turns bare surnames of people named in full into persons,
// unless a class word or the words around call them a place or they are a
// well-known name of two words, as Hong Kong is where a Ms Kong speaks.
func (p *parse) dropKnownPersons() {
	for i := range p.spots {
		s := &p.spots[i]
		wellKnown := s.first != s.last && s.exact && p.prominence(s) >= commonFirstNeeds
		if s.role == RolePlace && s.class == "" && p.persons[p.tokens[s.last].fold] && s.last-s.first <= 1 && !wellKnown && !p.isSaidAsPlace(i) {
			s.role, s.reason = rolePerson, "the name of a person met in the text"
		}
	}
}

// isSaidAsPlace reports whether spotted name i can't be the person so called:
// behind "in", as the country that somebody rules, or before what it lies in
// (Clinton, Iowa).
func (p *parse) isSaidAsPlace(i int) bool {
	s := &p.spots[i]
	if before := s.first - 1; before >= 0 && !p.breaks(before) && !p.hasPrefix(s) {
		if p.words[before]&isLocative != 0 || p.tokens[before].fold == "of" && p.isCountry(s) {
			return true
		}
	}
	if p.hasPrefix(s) && strings.HasSuffix(p.text[p.tokens[s.first].start:s.start], "ب") {
		return true
	}
	return i+1 < len(p.spots) && p.between(i) == ", " && p.mayLieIn(s, &p.spots[i+1])
}

// mayLieIn reports whether a place called as inner lies in one called as outer.
func (p *parse) mayLieIn(inner, outer *spotted) bool {
	for _, o := range outer.hits {
		holder := p.gaz.Place(o.Ref)
		for _, h := range inner.hits {
			if place := p.gaz.Place(h.Ref); contains(&holder, &place) {
				return true
			}
		}
	}
	return false
}
