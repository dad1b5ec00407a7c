package classify

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// followsArabicPerson reports whether the word before is a title, which before a person has the
// article (الرئيس, not رئيس بلدية), or a given name that is neither an everyday word nor the end
// of a place name (معرة النعمان).
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

// precedesArabicSurname reports whether a name that consists of given names is followed by an
// unknown word, with nothing before it that suggests a place: صلاح الدين دميرطاش.
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

// isOnlyPlace reports whether an Arabic name is more likely a place than a person: it has a word
// that persons don't have, other than a single everyday word, and it is a well-known place or
// one in a curated table.
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

// endsPlace reports whether token i is the last of several words that are the name of a place.
func (c *classifier) endsPlace(i int) bool {
	k := c.NameOf[i]
	return k >= 0 && c.Names[k].First != c.Names[k].Last && c.Names[k].Role == toponym.RolePlace
}
