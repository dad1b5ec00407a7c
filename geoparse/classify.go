package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// classify gives every spotted name its role: what is part of a person's or an
// organisation's name is no place, whatever the gazetteer holds.
func (p *parse) classify() {
	p.noteSpots()
	p.lean()
	for i := range p.spots {
		s := &p.spots[i]
		s.role, s.reason = p.roleOf(s)
		if s.role == rolePerson {
			p.learnPerson(s)
		}
	}
	p.dropKnownPersons()
}

// noteSpots notes of each token which spotted name it belongs to, and which
// words the text has with a small letter.
func (p *parse) noteSpots() {
	p.spotOf = make([]int32, len(p.tokens))
	for i := range p.spotOf {
		p.spotOf[i] = -1
	}
	for k := range p.spots {
		for i := p.spots[k].first; i <= p.spots[k].last; i++ {
			p.spotOf[i] = int32(k)
		}
	}
	p.lowered = map[string]bool{}
	for i := range p.tokens {
		if p.tokens[i].shape == lower {
			p.lowered[p.tokens[i].fold] = true
		}
	}
}

// roleOf decides the role of a name by the words around it.
func (p *parse) roleOf(s *spotted) (Role, string) {
	switch {
	case s.role == roleOrg:
		return roleOrg, "an organisation"
	case s.cued:
		return RolePlace, "called a place"
	case p.isDemonym(s), p.isAdjective(s):
		return RoleDemonym, "a people or their adjective"
	case p.isCommonWord(s):
		return roleNone, "a common word"
	case p.calledClass(s):
		return RolePlace, "called a " + s.class
	case p.isOrganisation(s):
		return roleOrg, "part of an organisation's name"
	case p.isPerson(s):
		return rolePerson, "part of a person's name"
	case p.speaks(s):
		return RoleMetonym, "it speaks or acts: a government"
	}
	return RolePlace, ""
}

// calledClass reports whether a class word that tells a kind ("area" tells none)
// stands beside the name, and one of the places so called is of that kind.
func (p *parse) calledClass(s *spotted) bool {
	if s.class == "" || p.lex.classes[s.class][0] == "-" {
		return false
	}
	for _, h := range s.hits {
		if p.lex.fits(s.class, p.gaz.Place(h.Ref).Kind) {
			return true
		}
	}
	return false
}

// Prominence that a word of everyday language needs to be taken for a name
// where it stands with a capital, and where any word would.
const (
	commonNeeds      = 0.62 // some 100,000 people
	commonFirstNeeds = 0.75 // a country, a capital, or a million
)

// isCommonWord reports whether a single word is rather one that begins
// sentences and fills headlines, or a month or day.
func (p *parse) isCommonWord(s *spotted) bool {
	if s.first != s.last {
		return false
	}
	w, t := p.words[s.first], &p.tokens[s.first]
	switch {
	case w&isCalendar != 0:
		return true
	case t.shape == arabic:
		return p.isCommonArabic(s)
	case t.shape == caps && len(t.fold) <= 3 && !p.inHeadline(s.first):
		return false
	case w&isStop != 0:
		return true
	case p.calledClass(s):
		return false
	case w&(isCommon|isClass|isDirection|isPreposition|isOrgHead|isTitle) == 0:
		return false
	case t.newSentence || p.inHeadline(s.first):
		return p.prominence(s) < commonFirstNeeds
	}
	return p.prominence(s) < commonNeeds
}

// isCommonArabic reports whether a single Arabic word, which no capital tells
// from a name, is rather one of everyday language.
func (p *parse) isCommonArabic(s *spotted) bool {
	w := p.words[s.first]
	switch {
	case w == 0 || p.calledClass(s):
		return false
	case w&(isStop|isPreposition|isClass|isDirection|isOrgHead|isTitle) != 0:
		return true
	}
	return p.prominence(s) < commonNeeds || !p.leansTo(s)
}

// leansTo reports whether a place so called lies in a country that the text
// speaks of.
func (p *parse) leansTo(s *spotted) bool {
	for _, h := range s.hits {
		if p.leaning[p.gaz.Place(h.Ref).Country] >= supportEnough {
			return true
		}
	}
	return false
}

func (p *parse) prominence(s *spotted) float64 {
	best := 0.0
	for _, h := range s.hits {
		best = max(best, p.gaz.Prominence(h.Ref))
	}
	return best
}

// isDemonym reports whether the name is a people or their adjective, in Arabic
// unless it is also written like the name of a country (سورية).
func (p *parse) isDemonym(s *spotted) bool {
	if s.first != s.last {
		return false
	}
	country, ok := p.demonym(s.first)
	if !ok {
		return false
	}
	if p.tokens[s.first].shape != arabic {
		return true
	}
	for _, h := range s.hits {
		if h.Ref == country && gazetteer.Fold(h.Name) == gazetteer.Fold(s.written) && p.articlesAgree(s, h.Name) {
			return false
		}
	}
	return true
}

// demonym returns the country whose people or adjective token i is. Of Arabic
// adjectives any gender and number will do.
func (p *parse) demonym(i int) (gazetteer.Ref, bool) {
	t := &p.tokens[i]
	if t.shape != arabic {
		return p.gaz.Demonym(t.fold)
	}
	for _, skip := range append([]int{0}, clitics(t.text)...) {
		fold := gazetteer.FoldWord(t.text[skip:])
		for _, ending := range [...]string{"", "ه", "ون", "ين", "ان", "ات", "تين"} {
			if stem, ok := strings.CutSuffix(fold, ending); ok {
				if r, ok := p.gaz.Demonym(stem); ok {
					return r, true
				}
			}
		}
	}
	return 0, false
}

// isAdjective reports whether a country's name is used as an adjective:
// "US-backed", "pro-Turkey".
func (p *parse) isAdjective(s *spotted) bool {
	if !p.isCountry(s) {
		return false
	}
	if i := s.last; i+1 < len(p.tokens) && p.isHyphen(i) && (p.words[i+1]&isParticiple != 0 || p.isDemonymToken(i+1)) {
		return true
	}
	return s.first > 0 && p.isHyphen(s.first-1) && (p.tokens[s.first-1].fold == "pro" || p.tokens[s.first-1].fold == "anti")
}

func (p *parse) isDemonymToken(i int) bool {
	_, ok := p.demonym(i)
	return ok
}

// articlesAgree reports whether both or neither of an Arabic word and a name
// have the article.
func (p *parse) articlesAgree(s *spotted, name string) bool {
	return strings.HasPrefix(s.written, "ال") == strings.HasPrefix(name, "ال")
}

// isOrganisation reports whether the words after the name, or an "X of"
// before it, make it part of an organisation's name.
func (p *parse) isOrganisation(s *spotted) bool {
	if p.tokens[s.first].shape == arabic {
		return s.first > 0 && !p.breaks(s.first-1) && p.words[s.first-1]&isOrgHead != 0
	}
	if p.namesOrganisation(s) {
		return true
	}
	if p.inHeadline(s.first) {
		return p.wordAfter(s, 1)&isOrgTail != 0
	}
	for n := 1; n <= 3; n++ {
		i := s.last + n
		if i >= len(p.tokens) || !p.joins(i-1) || !p.tokens[i].shape.upperCase() {
			break
		}
		if p.words[i]&isOrgTail != 0 {
			return true
		}
	}
	i := s.first - 1
	if i >= 0 && p.tokens[i].fold == "the" {
		i--
	}
	return i >= 1 && (p.tokens[i].fold == "of" || p.tokens[i].fold == "in") && !p.breaks(i) && !p.breaks(i-1) &&
		p.tokens[i-1].shape == capital && p.words[i-1]&isOrgHead != 0
}

// wordAfter returns what the lexicon says of the n-th word after the name, 0
// when punctuation stands between.
func (p *parse) wordAfter(s *spotted, n int) wordSet {
	for i := s.last + 1; i <= s.last+n; i++ {
		if i >= len(p.tokens) || p.breaks(i-1) {
			return 0
		}
	}
	return p.words[s.last+n]
}

// namesOrganisation reports whether the word before says that what follows is
// an organisation: "the news agency SANA".
func (p *parse) namesOrganisation(s *spotted) bool {
	i := s.first - 1
	return i >= 0 && p.gap(i) == " " && p.tokens[i].shape == lower && p.words[i]&isOrgNoun != 0
}

// isPerson reports whether the words beside the name make it part of a
// person's name: a title or a given name before it, or a capitalised word that
// nothing else explains.
func (p *parse) isPerson(s *spotted) bool {
	if p.tokens[s.first].shape == arabic {
		return p.followsArabicPerson(s)
	}
	return p.isNisba(s) || p.followsPersonWord(s) || p.isGivenName(s) || p.precedesSurname(s) || p.isBareSurname(s)
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

// lean counts for each country the names of the text that can only lie there.
func (p *parse) lean() {
	p.leaning = map[string]float64{}
	total := 0.0
	for i := range p.spots {
		country := ""
		for j, h := range p.spots[i].hits {
			if c := p.gaz.Place(h.Ref).Country; j == 0 {
				country = c
			} else if c != country {
				country = ""
			}
		}
		if country != "" {
			p.leaning[country]++
			total++
		}
	}
	for c := range p.leaning {
		p.leaning[c] /= total
	}
}

// followsArabicPerson reports whether the word before is a title, which takes
// the article where a person follows (الرئيس, not رئيس بلدية), or a given name
// that is no everyday word.
func (p *parse) followsArabicPerson(s *spotted) bool {
	i := s.first - 1
	if i < 0 || p.breaks(i) {
		return false
	}
	w := p.words[i]
	if w&isTitle != 0 {
		return strings.Contains(p.tokens[i].text, "ال")
	}
	return w&isFirstName != 0 && w&(isStop|isPreposition|isCommon) == 0
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
	case p.words[i]&isFirstName != 0 && before.shape.upperCase():
		return true
	case p.words[i]&isTitle != 0:
		return before.shape == capital && !p.isCountry(s) || before.shape == lower && p.prominence(s) < commonNeeds
	}
	return before.shape == capital && p.isUnexplained(i)
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
	if p.tokens[i].shape != capital || p.words[i]&(isFirstName|isSurname) == 0 && !p.isUnexplained(i) {
		return false
	}
	return s.first == s.last && (p.words[s.first]&(isFirstName|isGivenOrPlace) != 0 || p.prominence(s) < commonNeeds)
}

// isNisba reports whether a bare name is of the form al-…i, by which people are
// called after where they come from.
func (p *parse) isNisba(s *spotted) bool {
	if s.first+1 != s.last || !gazetteer.IsArticle(p.tokens[s.first].fold) || !p.isHyphen(s.first) {
		return false
	}
	fold := p.tokens[s.last].fold
	return len(fold) > 3 && strings.HasSuffix(fold, "i") && !s.exact
}

func (p *parse) isCountry(s *spotted) bool {
	for _, h := range s.hits {
		if p.gaz.Place(h.Ref).Kind.IsCountry() {
			return true
		}
	}
	return false
}

// isUnexplained reports whether a capitalised word is neither in the lexicon,
// nor a demonym, nor part of the name of a known place, nor in a headline.
func (p *parse) isUnexplained(i int) bool {
	if p.words[i]&^isCommon != 0 || p.inHeadline(i) || p.tokens[i].newSentence && (p.words[i] != 0 || p.lowered[p.tokens[i].fold]) {
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

// speaks reports whether a country or capital is said to say, want or do what
// governments do.
func (p *parse) speaks(s *spotted) bool {
	if !p.isCountry(s) && !p.isCapital(s) {
		return false
	}
	if p.tokens[s.first].shape == arabic {
		return s.first > 0 && !p.breaks(s.first-1) && p.words[s.first-1]&isSay != 0
	}
	return p.wordAfter(s, 1)&isSay != 0 || p.wordAfter(s, 1) == 0 && p.wordAfter(s, 2)&isSay != 0
}

func (p *parse) isCapital(s *spotted) bool {
	for _, h := range s.hits {
		if p.gaz.Place(h.Ref).Kind == gazetteer.Capital {
			return true
		}
	}
	return false
}

// learnPerson remembers the words of a person's name, so that a bare surname
// is known later.
func (p *parse) learnPerson(s *spotted) {
	for i := s.first; i <= s.last; i++ {
		if !gazetteer.IsArticle(p.tokens[i].fold) {
			p.persons[p.tokens[i].fold] = true
		}
	}
}

// dropKnownPersons turns bare surnames of people named in full into persons,
// unless a class word calls them a place.
func (p *parse) dropKnownPersons() {
	for i := range p.spots {
		s := &p.spots[i]
		if s.role == RolePlace && s.class == "" && p.persons[p.tokens[s.last].fold] && s.last-s.first <= 1 {
			s.role, s.reason = rolePerson, "the name of a person met in the text"
		}
	}
}
