package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// spotCamel finds the name that a hashtag writes in one word with a capital for
// each of its own: #KhanSheikhoun.
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
