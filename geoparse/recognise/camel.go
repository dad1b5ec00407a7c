package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// spotCamel finds a name written as one word in a hashtag with a capital for each part:
// #KhanSheikhoun.
func (r *Recogniser) spotCamel(i int) (toponym.Toponym, bool) {
	t := &r.Tokens[i]
	if t.Shape != token.Capital || !strings.HasSuffix(r.Source[:t.Start], "#") {
		return toponym.Toponym{}, false
	}
	words := camelWords(t.Text)
	if len(words) < 2 || len(words) > toponym.MaxNameWords {
		return toponym.Toponym{}, false
	}
	written := strings.Join(words, " ")
	s := toponym.Toponym{First: i, Last: i, Start: t.Start, End: t.End, Exact: true, Written: written, Hits: r.Gaz.ByName(written)}
	if len(s.Hits) == 0 {
		s.Exact, s.Hits = false, r.BySound(written, toponym.MinSound)
	}
	return s, len(s.Hits) > 0
}

// camelWords splits a word before each capital that follows a lower-case letter.
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
