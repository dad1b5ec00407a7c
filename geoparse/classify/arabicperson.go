package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// followsArabicPerson reports whether the word before is a title, which takes
// the article where a person follows (الرئيس, not رئيس بلدية), or a given name
// that is no everyday word and ends no place's name (معرة النعمان).
func (c *classifier) followsArabicPerson(s *toponym.Toponym) bool {
	i := s.First - 1
	if i < 0 || c.Breaks(i) || c.HasPrefix(s) {
		return false
	}
	w := c.Words[i]
	if w&lexicon.Title != 0 {
		return token.HasArticle(&c.Tokens[i]) && !c.isOnlyPlace(s)
	}
	return w&lexicon.FirstName != 0 && w&(lexicon.Stop|lexicon.Preposition|lexicon.Common) == 0 && !c.endsPlace(i)
}

// precedesArabicSurname reports whether a name made of given names alone goes on
// with an unknown word, and nothing before it calls for a place: صلاح الدين
// دميرطاش.
func (c *classifier) precedesArabicSurname(s *toponym.Toponym) bool {
	after := s.Last + 1
	if after >= len(c.Tokens) || c.Breaks(s.Last) || c.Words[after] != 0 || c.NameOf[after] >= 0 || c.HasPrefix(s) || s.Class != "" {
		return false
	}
	if i := s.First - 1; i >= 0 && !c.Breaks(i) && c.Words[i]&lexicon.Preposition != 0 {
		return false
	}
	for i := s.First; i <= s.Last; i++ {
		if c.Words[i]&lexicon.FirstName == 0 {
			return false
		}
	}
	return true
}

// isOnlyPlace reports whether some word of an Arabic name is not a person's, nor
// its only one an everyday word, and a place so called is well known or in a table made by
// hand: what the envoy entered, not what he is called.
func (c *classifier) isOnlyPlace(s *toponym.Toponym) bool {
	other := lexicon.FirstName | lexicon.Surname
	if s.First == s.Last {
		other |= lexicon.Common
	}
	i := s.First
	for i <= s.Last && c.Words[i]&other != 0 {
		i++
	}
	if i > s.Last || !c.hasItsArticle(s) {
		return false
	}
	return c.Prominence(s) >= toponym.CommonNeeds || slices.ContainsFunc(s.Hits, func(h gazetteer.Hit) bool { return c.Gaz.Curated(h.Ref) })
}

// endsPlace reports whether token i is the last of several words that name a
// place.
func (c *classifier) endsPlace(i int) bool {
	k := c.NameOf[i]
	return k >= 0 && c.Names[k].First != c.Names[k].Last && c.Names[k].Role == toponym.RolePlace
}
