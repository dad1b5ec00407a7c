package classify

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// In Arabic a noun governs the name after it (the construct state: جيش حلب, شارع بغداد) only if the
// noun has no article and the name no prefix. So الجيش حلب is a subject and its object, and قوات
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
	if i > 0 && c.IsCountry(s) && c.isAim(i) {
		return true
	}
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

// maxAdjectives is how many adjectives the name of an organisation may have before its aim.
const maxAdjectives = 2

// isAim reports whether token i is the aim in the name of an organisation, after its noun and
// adjectives, all with the article: الجبهة الشعبية لتحرير.
func (c *classifier) isAim(i int) bool {
	const purpose = "ل"
	noun, aims := strings.CutPrefix(c.Tokens[i].Text, purpose)
	if !aims || c.Lex.Words[noun]&lexicon.Inner == 0 && !isVerbalNoun(noun) {
		return false
	}
	for n := 1; n <= 1+maxAdjectives && i-n >= 0 && !c.Breaks(i-n) && token.HasArticle(&c.Tokens[i-n]); n++ {
		head := c.Words[i-n] | c.Lex.Words[strings.TrimPrefix(c.Tokens[i-n].Text, "ال")]
		if n > 1 && head&(lexicon.OrgHead|lexicon.FrontHead) != 0 {
			return true
		}
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
	return isVerbalNoun(c.Tokens[i].Text)
}

// isVerbalNoun reports whether an Arabic word has the form تفعيل.
func isVerbalNoun(word string) bool {
	letters := []rune(word)
	return len(letters) == 5 && letters[0] == 'ت' && letters[3] == 'ي'
}
