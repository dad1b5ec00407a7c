package classify

import (
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isAged reports whether a name is one of two capitalised names followed by an age: "Dallas Bremen,
// 29, was held".
func (c *classifier) isAged(s *toponym.Toponym) bool {
	const given = lexicon.FirstName | lexicon.GivenOrPlace | lexicon.Surname
	before, last := s.First-1, s.Last
	switch {
	case c.goesOn(last) && c.Words[last+1]&notSurname == 0:
		last++
	case before < 0 || c.Gap(before) != " " || c.Tokens[before].Shape != token.Capital || c.Words[before]&^given != 0:
		return false
	}
	age := last + 1
	return age < len(c.Tokens) && c.Gap(last) == ", " && c.Tokens[age].Shape == token.Number && len(c.Tokens[age].Text) <= maxAgeDigits &&
		(age+1 == len(c.Tokens) || c.Breaks(age))
}

// maxAgeDigits is the maximum number of digits of an age.
const maxAgeDigits = 2

// isKin reports whether token i is a word for somebody's relative: "his daughter Chicago".
func (c *classifier) isKin(i int) bool {
	if i < 1 || !c.Lex.Kin[c.Tokens[i].Fold] || c.Tokens[i].Shape != token.Lower {
		return false
	}
	whose := &c.Tokens[i-1]
	return (c.Lex.Possessives[whose.Fold] || whose.Full != "") && c.Source[whose.FullEnd:c.Tokens[i].Start] == " "
}

// followsTitle reports whether a title precedes token i, as before a given name: Rev. Houston.
func (c *classifier) followsTitle(i int) bool {
	return i > 0 && c.Words[i-1]&lexicon.Title != 0 && c.Tokens[i-1].Shape == token.Capital && (c.Gap(i-1) == " " || c.Gap(i-1) == ". ")
}

// isFamily reports whether a name that is not well known is between "the" and a word for relatives
// of that name: the Rael family, the Deri brothers; but not an Azaz family.
func (c *classifier) isFamily(s *toponym.Toponym) bool {
	before, after := s.First-1, s.Last+1
	return before >= 0 && c.Tokens[before].Fold == "the" && c.FollowsBlank(s.First) && c.FollowsBlank(after) && c.Lex.Families[c.Tokens[after].Fold] &&
		c.Tokens[after].Shape == token.Lower && c.Prominence(s) < toponym.CommonNeeds && !c.IsCountry(s)
}

// isSpeltUnlikePlaces reports whether a name folds to one of places that is not written with its
// apostrophe: Amar'e, which is not Amare.
func (c *classifier) isSpeltUnlikePlaces(s *toponym.Toponym) bool {
	const apostrophes = "'’‘`"
	return strings.ContainsAny(s.Written, apostrophes) && !slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool {
		return strings.ContainsAny(h.Name, apostrophes)
	})
}
