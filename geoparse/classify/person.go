package classify

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isPerson reports whether the name is part of a person's name: after a title or given name, or
// next to a capitalised word without another explanation.
func (c *classifier) isPerson(s *toponym.Toponym) bool {
	if c.Tokens[s.First].Shape == token.Arabic {
		return c.followsArabicPerson(s) || c.precedesArabicSurname(s)
	}
	return c.isTitled(s) || c.isFamily(s) || c.isAged(s) || c.isNisba(s) || c.precedesByname(s) || c.followsPersonWord(s) || c.isGivenName(s) || c.precedesSurname(s) || c.isBareSurname(s) || c.isSpeaker(s)
}

// isTitled reports whether a name of several words, not of a well-known place, begins with a
// title and occurs where persons do: Captain Cook.
func (c *classifier) isTitled(s *toponym.Toponym) bool {
	return s.First != s.Last && c.Words[s.First]&lexicon.Title != 0 && c.Words[s.First]&lexicon.Abbreviation == 0 && s.Class == "" &&
		c.Prominence(s) < toponym.CommonNeeds && !c.isSaidAsLocated(s) &&
		!slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Curated(h.Ref) })
}

// isSaidAsLocated reports whether a preposition of place precedes a name.
func (c *classifier) isSaidAsLocated(s *toponym.Toponym) bool {
	before := s.First - 1
	return before >= 0 && c.Words[before]&lexicon.Locative != 0 && !c.Breaks(before)
}

// isBareSurname reports whether a one-word name is a common family name, not of a well-known
// place, and not in a context of places.
func (c *classifier) isBareSurname(s *toponym.Toponym) bool {
	return s.First == s.Last && c.Words[s.First]&lexicon.Surname != 0 && c.Prominence(s) < toponym.CommonNeeds && !c.standsAsPlace(s)
}

// precedesHolder reports whether name i is followed by a comma and a place that contains one of
// that name: Clinton, Iowa.
func (c *classifier) precedesHolder(i int) bool {
	return i >= 0 && i+1 < len(c.Names) && c.Between(i) == ", " && c.mayLieIn(&c.Names[i], &c.Names[i+1])
}

// standsAsPlace reports whether a name that persons also have is used as a place: after a
// preposition of place, before the place that contains it, or in the country that the text is
// about.
func (c *classifier) standsAsPlace(s *toponym.Toponym) bool {
	if i := s.First - 1; i >= 0 && c.Words[i]&lexicon.Preposition != 0 && !c.Breaks(i) {
		return true
	}
	return c.precedesHolder(int(c.NameOf[s.First])) || c.hasNeighbour(s) || c.isAmongNeighbours(s) || c.isBehindNeighbour(s) || c.isOfTheTheatre(s)
}

// isOfTheTheatre reports whether a place of that name is in a curated table and in the country
// that the text is about.
func (c *classifier) isOfTheTheatre(s *toponym.Toponym) bool {
	for _, h := range s.Hits {
		if c.Gaz.Curated(h.Ref) && c.leaning[c.Gaz.Country(h.Ref)] >= leaningEnough {
			return true
		}
	}
	return false
}

// leaningEnough is the share of unambiguous names above which a text is about their country.
const leaningEnough = 0.4

// followsPersonWord reports whether the word before makes the name a surname.
func (c *classifier) followsPersonWord(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Gap(i) != " " && c.Gap(i) != ". " {
		return false
	}
	before := &c.Tokens[i]
	switch {
	case c.Gap(i) == ". ":
		return len(before.Text) == 1 && before.Shape == token.Capital && i > 0 && c.Tokens[i-1].Shape == token.Capital && c.Gap(i-1) == " " ||
			c.Words[i]&lexicon.Title != 0 && before.Shape == token.Capital // John W. Chaffin, Capt. Brian
	case c.isMonth(i):
		return false
	case c.isKin(i), before.Shape == token.Capital && c.isBylined(i):
		return true
	case c.Words[i]&lexicon.FirstName != 0 && before.Shape.UpperCase():
		return true
	case c.Words[i]&lexicon.GivenOrPlace != 0 && before.Shape == token.Capital && (c.Words[s.First]&lexicon.Surname != 0 || c.areGivenNames(i) || c.followsTitle(i)):
		return true // Jordan Henderson, Paris Jackson, Rev. Houston Paris
	case c.Words[i]&lexicon.Title != 0:
		return before.Shape == token.Capital && !(c.IsCountry(s) && c.InHeadline(i)) || before.Shape == token.Lower && c.Prominence(s) < toponym.CommonNeeds
	}
	return before.Shape == token.Capital && c.isUnexplained(i) && !c.isNobodysName(s)
}

// maxBylined is how many words may precede a name within a byline.
const maxBylined = 8

// isBylined reports whether token i is in a byline or credit: Reporting by Fadimata Kidal and
// Moussa Segou.
func (c *classifier) isBylined(i int) bool {
	for n := 0; i > 0 && n < maxBylined && (c.Tokens[i].Shape == token.Capital || c.Tokens[i].Fold == "and"); n++ {
		if i--; c.Breaks(i) {
			return false
		}
	}
	return i > 0 && c.Tokens[i].Fold == "by" && c.Lex.Bylines[c.Tokens[i-1].Fold]
}

// isNobodysName reports whether a name is that of a country, a capital or a well-known place of
// the country that the text is about, and not also a personal name: "Mistura Syria talks",
// "Plowshares Into Swords Aleppo".
func (c *classifier) isNobodysName(s *toponym.Toponym) bool {
	if c.Words[s.First]&(lexicon.FirstName|lexicon.GivenOrPlace|lexicon.Surname) != 0 || c.IsTiedArticle(s.First) || c.IsTiedArticle(s.First-1) {
		return false
	}
	return c.IsCountry(s) || c.Prominence(s) >= toponym.CommonFirstNeeds && (c.isOfTheTheatre(s) || c.isCapital(s))
}

// isMonth reports whether token i is a month rather than a given name: "on 9 January", "in
// June".
func (c *classifier) isMonth(i int) bool {
	return c.Words[i]&lexicon.Calendar != 0 && i > 0 && !c.Breaks(i-1) && (c.Tokens[i-1].Shape == token.Number || c.Words[i-1]&lexicon.Preposition != 0)
}

// isGivenName reports whether a one-word name is a given name and not a well-known place.
func (c *classifier) isGivenName(s *toponym.Toponym) bool {
	if s.First != s.Last || c.Words[s.First]&lexicon.FirstName == 0 {
		return false
	}
	return c.precedesSurname(s) || c.Prominence(s) < toponym.CommonFirstNeeds && !c.standsAsPlace(s)
}

// precedesSurname reports whether a capitalised word follows a name that is little known or also
// a given name.
func (c *classifier) precedesSurname(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i >= len(c.Tokens) || c.Gap(s.Last) != " " {
		return false
	}
	if c.IsArticleBefore(i) {
		return c.precedesNisba(s)
	}
	if c.Tokens[i].Shape != token.Capital {
		return false
	}
	if c.Words[s.First]&lexicon.FirstName != 0 && s.First == s.Last && c.NameOf[i] >= 0 && c.Words[i]&notSurname == 0 && !c.InHeadline(i) && !c.IsDemonymToken(i) {
		return true // Michael Jackson
	}
	if c.areGivenNames(s.Last) {
		return true
	}
	if c.Words[i]&(lexicon.FirstName|lexicon.Surname) == 0 && !c.isUnexplained(i) {
		return false
	}
	if c.IsCountry(s) && c.Words[i]&lexicon.Surname != 0 && c.Words[i]&(lexicon.Common|lexicon.OrgTail|lexicon.Class) == 0 && !c.InHeadline(i) {
		return true // Mali Traore
	}
	return s.First == s.Last && (c.Words[s.First]&(lexicon.FirstName|lexicon.GivenOrPlace) != 0 || c.Prominence(s) < toponym.CommonNeeds ||
		c.Prominence(s) < toponym.CommonFirstNeeds && c.isSpeltUnlikePlaces(s))
}

// areGivenNames reports whether token i is a name of people and places alike and the next one
// too, or a little-known place, and the second is neither a country, division nor capital nor
// contains the first: Paris Jackson, Madison Charleston, but not Athens Georgia.
func (c *classifier) areGivenNames(i int) bool {
	if c.Words[i]&lexicon.GivenOrPlace == 0 || c.Tokens[i+1].Shape != token.Capital || c.InHeadline(i) {
		return false
	}
	first, second := c.NameOf[i], c.NameOf[i+1]
	if first < 0 || second < 0 || first == second {
		return false
	}
	next := &c.Names[second]
	mayBeGiven := c.Words[i+1]&lexicon.GivenOrPlace != 0 || c.Words[i+1]&(notSurname|lexicon.Common) == 0 && c.Prominence(next) < toponym.CommonFirstNeeds
	return mayBeGiven && next.First == next.Last && next.Class == "" && !c.isCapital(next) && !c.isCountryOrDivision(next) && !c.mayLieIn(&c.Names[first], next)
}

// isCountryOrDivision reports whether a name can mean a country or first-level division.
func (c *classifier) isCountryOrDivision(s *toponym.Toponym) bool {
	return slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		kind := c.Gaz.Kind(h.Ref)
		return kind.IsCountry() || kind == gazetteer.FirstDivision && gazetteer.Fold(c.Gaz.Place(h.Ref).Name) == gazetteer.Fold(h.Name)
	})
}

// precedesNisba reports whether a name before a word with the article is a given name: Khattab
// al-Maghribi, Horas al-Din, though the two together may be a place.
func (c *classifier) precedesNisba(s *toponym.Toponym) bool {
	behind := s.Last + 2
	if s.First != s.Last || c.NameOf[behind] == c.NameOf[s.First] {
		return false
	}
	if c.Words[s.First]&lexicon.FirstName != 0 && !c.HasUsualName(s) {
		return true // Riad al-Turk, though Riyadh is called so too
	}
	return (!s.Exact || c.Prominence(s) < toponym.CommonNeeds) && c.Words[behind]&lexicon.Class == 0
}

// notSurname are the classes of words that may follow a place, but not a given name.
const notSurname = lexicon.Class | lexicon.SpanClass | lexicon.Calendar | lexicon.OrgTail | lexicon.OrgHead | lexicon.Title | lexicon.Direction | lexicon.Stop | lexicon.Street

// isNisba reports whether a name is a person's nisba rather than a place's own name.
func (c *classifier) isNisba(s *toponym.Toponym) bool {
	return s.First+1 == s.Last && !s.Exact && c.endsAsNisba(s)
}

// precedesByname reports whether a patronym or nisba follows: al-Zubair bin Awam, Salah al-Din
// al-Shishani.
func (c *classifier) precedesByname(s *toponym.Toponym) bool {
	i := s.Last + 1
	if i+1 >= len(c.Tokens) || c.Gap(s.Last) != " " || c.IsCountry(s) || s.Class != "" {
		return false
	}
	if c.Words[i]&lexicon.Patronym != 0 {
		return true
	}
	word := c.Tokens[i+1].Fold
	if s.First != s.Last && c.Words[s.First]&lexicon.FirstName != 0 && c.Words[i+1]&lexicon.Side == 0 && gazetteer.IsArticle(c.Tokens[i].Fold) && c.Joins(i) {
		return !c.beginsName(i) // Salah al-Din al-Bitar
	}
	return gazetteer.IsArticle(c.Tokens[i].Fold) && c.Joins(i) && c.Tokens[i+1].Shape == token.Capital &&
		len(word) > 3 && strings.HasSuffix(word, "i") && c.Words[i+1]&lexicon.Side == 0 && !c.beginsName(i)
}

// isUnexplained reports whether a capitalised word is unknown: not in the lexicon, a demonym,
// part of a known place's name, in a headline, or an everyday word that occurs in lower case
// too.
func (c *classifier) isUnexplained(i int) bool {
	if c.Words[i]&^lexicon.Common != 0 || c.InHeadline(i) || (c.Tokens[i].NewSentence || c.Words[i] != 0) && c.IsLowered(c.Tokens[i].Fold) || c.Tokens[i].NewSentence && c.Words[i] != 0 {
		return false
	}
	if _, ok := c.Demonym(i); ok {
		return false
	}
	if k := c.NameOf[i]; k >= 0 {
		s := &c.Names[k]
		return s.First == s.Last && c.Prominence(s) < toponym.CommonNeeds && s.Class == ""
	}
	return true
}

// learnPerson records the words of a person's name, to recognise the bare surname later. A given
// name that is also a major place is not recorded: "Jordan Smith moved to Jordan".
func (c *classifier) learnPerson(s *toponym.Toponym) {
	if s.First == s.Last && c.Words[s.First]&lexicon.GivenOrPlace != 0 && c.Prominence(s) >= toponym.CommonFirstNeeds && c.precedesSurname(s) {
		return
	}
	for i := s.First; i <= s.Last; i++ {
		if !gazetteer.IsArticle(c.Tokens[i].Fold) && c.Words[i]&lexicon.Class == 0 {
			c.persons[c.Tokens[i].Fold] = true
		}
	}
}

// dropKnownPersons makes bare surnames of persons named in full persons, unless the context
// calls them a place or they are well-known names of two words: Hong Kong, in a text that quotes
// a Ms Kong.
func (c *classifier) dropKnownPersons() {
	for i := range c.Names {
		s := &c.Names[i]
		wellKnown := s.First != s.Last && s.Exact && c.Prominence(s) >= toponym.CommonFirstNeeds
		if s.Role == toponym.RolePlace && s.Class == "" && c.persons[c.Tokens[s.Last].Fold] && s.Last-s.First <= 1 && !wellKnown && !c.isSaidAsPlace(i) {
			s.Role, s.Reason = toponym.RolePerson, "the name of a person met in the text"
		}
	}
}

// isSaidAsPlace reports whether name i can't be the person of that name: after "in", as the
// country that somebody rules, or before the place that contains it (Clinton, Iowa).
func (c *classifier) isSaidAsPlace(i int) bool {
	s := &c.Names[i]
	if before := s.First - 1; before >= 0 && !c.Breaks(before) && !c.HasPrefix(s) {
		if c.Words[before]&lexicon.Locative != 0 || c.Tokens[before].Fold == "of" && c.IsCountry(s) {
			return true
		}
	}
	if c.HasPrefix(s) && strings.HasSuffix(c.Source[c.Tokens[s.First].Start:s.Start], "ب") {
		return true
	}
	return c.precedesHolder(i)
}

// mayLieIn reports whether a place named inner may lie in one named outer.
func (c *classifier) mayLieIn(inner, outer *toponym.Toponym) bool {
	for _, o := range outer.Hits {
		holder := c.Gaz.Place(o.Ref)
		for _, h := range inner.Hits {
			if place := c.Gaz.Place(h.Ref); toponym.Contains(&holder, &place) {
				return true
			}
		}
	}
	return false
}
