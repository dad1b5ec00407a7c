package geoparse

import "strings"

// In Arabic a noun governs the name behind it (the construct state: جيش حلب,
// شارع بغداد) only where it has no article itself and nothing is written
// together with the name. So الجيش حلب is a subject and what it took, and قوات
// وحلب are two things.

// maxConstruct is how many nouns a chain of them before a name has at most:
// حزب مستقبل سوريا has two.
const maxConstruct = 3

// governor returns the token of the word before a name that can govern it, -1
// where none does: in Arabic a noun without article before a name without
// prefix, in English the word before a blank.
func (p *parse) governor(s *spotted) int {
	i := s.first - 1
	if i < 0 || p.breaks(i) || p.hasPrefix(s) || p.tokens[s.first].shape == arabic && hasArticle(&p.tokens[i]) {
		return -1
	}
	return i
}

// hasPrefix reports whether و, ب or their like is written together with the
// first word of a name, which cuts it off from the word before.
func (p *parse) hasPrefix(s *spotted) bool { return s.start > p.tokens[s.first].start }

// hasArticle reports whether an Arabic word has the article, behind prefixes
// too: الجيش, والجيش, للجيش, but not للواء, whose own letter the second ل is.
func hasArticle(t *token) bool {
	word := withoutAnd(t.text)
	if strings.HasPrefix(word, "لل") {
		return !strings.HasPrefix(t.base, "ل")
	}
	for _, in := range [...]string{"ب", "ك"} {
		if rest, ok := strings.CutPrefix(word, in); ok && strings.HasPrefix(rest, "ال") {
			return true
		}
	}
	return strings.HasPrefix(word, "ال")
}

// isGovernedByOrganisation reports whether an Arabic name ends a chain of nouns
// that an organisation begins: قوات سوريا, لواء ثوار الرقة, جيش تحرير السودان.
func (p *parse) isGovernedByOrganisation(s *spotted) bool {
	i := p.governor(s)
	for n := 1; i >= 0 && n <= maxConstruct; n++ {
		switch {
		case p.words[i]&isOrgHead != 0, n > 1 && p.words[i]&isFrontHead != 0:
			return true
		case !p.isInnerNoun(i) || i == 0 || p.breaks(i-1) || hasArticle(&p.tokens[i-1]):
			return false
		}
		i--
	}
	return false
}

// isInnerNoun reports whether token i can stand inside the name of an
// organisation, between its first noun and a place: no adjective, which would
// end what stands before it, but one of the nouns that such names are made of,
// or a noun of action of the form تفعيل (تحرير, توحيد).
func (p *parse) isInnerNoun(i int) bool {
	if p.words[i]&isInner != 0 {
		return true
	}
	letters := []rune(p.tokens[i].text)
	return len(letters) == 5 && letters[0] == 'ت' && letters[3] == 'ي'
}
