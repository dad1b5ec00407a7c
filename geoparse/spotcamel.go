package geoparse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spotCamel finds the name that a hashtag writes in one word with a capital for
// each of its own: #KhanSheikhoun.
func (p *parse) spotCamel(i int) (spotted, bool) {
	t := &p.tokens[i]
	if t.shape != capital || !strings.HasSuffix(p.text[:t.start], "#") {
		return spotted{}, false
	}
	words := camelWords(t.text)
	if len(words) < 2 || len(words) > maxNameWords {
		return spotted{}, false
	}
	written := strings.Join(words, " ")
	s := spotted{first: i, last: i, start: t.start, end: t.end, exact: true, written: written, hits: p.gaz.ByName(written)}
	if len(s.hits) == 0 {
		s.exact, s.hits = false, p.bySound(written, minSound)
	}
	return s, len(s.hits) > 0
}

// camelWords cuts a word before each capital that follows a small letter.
func camelWords(word string) []string {
	var words []string
	start := 0
	for i, r := range word {
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(before) {
			words = append(words, word[start:i])
			start = i
		}
	}
	return append(words, word[start:])
}
