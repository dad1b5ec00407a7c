package classify

import (
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// In Arabic a noun governs the name behind it (the construct state: جيش حلب,
// شارع بغداد) only where it has no article itself and nothing is written
// together with the name. So الجيش حلب is a subject and what it took, and قوات
// وحلب are two things.

// maxConstruct is how many nouns may precede a name in the construct state: حزب مستقبل سوريا has
// two.
const maxConstruct = 3

// governor returns the token before a name that can govern it, -1 if none: in Arabic a noun
// without article before a name without proclitic, in English the word before a space.
func (c *classifier) governor(s *toponym.Toponym) int {
	i := s.First - 1
	if i < 0 || c.Breaks(i) || c.HasPrefix(s) || c.Tokens[s.First].Shape == token.Arabic && token.HasArticle(&c.Tokens[i]) {
		return -1
	}
	return i
}

// isGovernedByOrganisation reports whether an Arabic name ends a chain of nouns that begins with
// a word for an organisation: قوات سوريا, لواء ثوار الرقة, جيش تحرير السودان.
func (c *classifier) isGovernedByOrganisation(s *toponym.Toponym) bool {
	i := c.governor(s)
	for n := 1; i >= 0 && n <= maxConstruct; n++ {
		switch {
		case c.Words[i]&lexicon.OrgHead != 0, n > 1 && c.Words[i]&lexicon.FrontHead != 0:
			return true
		case !c.isInnerNoun(i) || i == 0 || c.Breaks(i-1) || token.HasArticle(&c.Tokens[i-1]):
			return false
		}
		i--
	}
	return false
}

// isInnerNoun reports whether token i can be inside the name of an organisation, between its
// first noun and a place: not an adjective, which would end the name, but one of the usual
// nouns, or a verbal noun of the form تفعيل (تحرير, توحيد).
func (c *classifier) isInnerNoun(i int) bool {
	if c.Words[i]&lexicon.Inner != 0 {
		return true
	}
	letters := []rune(c.Tokens[i].Text)
	return len(letters) == 5 && letters[0] == 'ت' && letters[3] == 'ي'
}
