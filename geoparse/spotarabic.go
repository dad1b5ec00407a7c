package geoparse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
)

// spotArabic finds the longest Arabic name at token i, as it stands, without
// the prefixes that are written together with it, or written without the blank
// between its words.
func (p *parse) spotArabic(i int) (spotted, bool) {
	word := p.tokens[i].text
	best, found := p.longestArabic(i, word, 0)
	for _, skip := range p.prefixes(i) {
		s, ok := p.longestArabic(i, word, skip)
		if ok && (!found || s.last > best.last || s.last == best.last && p.prominence(&s) > p.prominence(&best)) {
			best, found = s, true // بروسيا is rather in Russia than Prussia
		}
	}
	for _, skip := range append([]int{0}, p.prefixes(i)...) {
		if !found {
			best, found = p.spotJoined(i, skip)
		}
	}
	if whole, ok := p.spotWholeArabic(i, &best, found); ok {
		return whole, true
	}
	if found && (p.isPartOfHashtag(&best) || p.isRoadTo(&best)) {
		return spotted{}, false
	}
	return best, found
}

// longestArabic walks the names from token i without so many bytes of it. When
// what looks like the article leads nowhere it is taken for part of the name.
func (p *parse) longestArabic(i int, word string, skip int) (spotted, bool) {
	s, ok := p.longest(i, gazetteer.FoldWord(word[skip:]), skip)
	if !ok && strings.HasPrefix(word[skip:], "ال") {
		s, ok = p.longest(i, gazetteer.FoldWhole(word[skip:]), skip)
	}
	return s, ok
}

// spotJoined finds a name of two words that is written as one at token i.
func (p *parse) spotJoined(i, skip int) (spotted, bool) {
	t := &p.tokens[i]
	written, hits := p.joined(t.text[skip:])
	return spotted{first: i, last: i, start: t.start + skip, end: t.end, exact: true, written: written, hits: hits}, len(hits) > 0
}

// maxJoinedBytes is how long a word may be that is two words of a name: 32
// letters of Arabic.
const maxJoinedBytes = 64

// joined returns the places whose name of two words is written as one, and the
// name with its blank: حفرالباطن, كفرزيتا. A word is cut before an inner article
// and behind the words that such names begin with.
func (p *parse) joined(word string) (written string, hits []gazetteer.Hit) {
	if len(word) > maxJoinedBytes {
		return "", nil
	}
	letters := -1
	for at := range word {
		if letters++; letters < 2 {
			continue
		}
		p.step(1)
		first := gazetteer.FoldWord(word[:at])
		if !strings.HasPrefix(word[at:], "ال") && p.lex.words[first]&isNameHead == 0 {
			continue
		}
		cursor := p.gaz.Start()
		if cursor.Next(first) && cursor.Next(gazetteer.FoldWord(word[at:])) && cursor.Complete() {
			return word[:at] + " " + word[at:], cursor.Hits(nil)
		}
	}
	return "", nil
}

// isRoadTo reports whether a name that is no road's is made of a word for a road
// and where the road leads (طريق حلب), and nothing calls it a quarter.
func (p *parse) isRoadTo(s *spotted) bool {
	if s.first == s.last || p.routeAt(s.first) == "" || p.isSite(s) || !p.beginsName(s.first+1) {
		return false
	}
	return s.first == 0 || p.breaks(s.first-1) || p.words[s.first-1]&isClass == 0
}

// isPartOfHashtag reports whether a name is only a part of a hashtag of several
// words, which tells a subject, not a place: #أمطار_الكويت.
func (p *parse) isPartOfHashtag(s *spotted) bool {
	start := p.tokens[s.first].start
	before, after := p.text[:start], p.text[s.end:]
	if strings.HasSuffix(before, "_") {
		return true
	}
	return strings.HasSuffix(before, "#") && strings.HasPrefix(after, "_")
}

// prefixes returns the clitics of token i that a name is looked for behind:
// of a word of everyday language (كورونا, وكورونا) only those that leave it whole.
func (p *parse) prefixes(i int) []int {
	t := &p.tokens[i]
	switch {
	case !p.uses(Prefixes), p.isGovernedBySettlement(i):
		return nil
	case p.hasNameHead(t):
		_, first := utf8.DecodeRuneInString(t.text)
		return []int{first}
	case p.words[i]&isCommon == 0:
		return clitics(t.text)
	}
	return slices.DeleteFunc(clitics(t.text), func(skip int) bool { return gazetteer.FoldWord(t.text[skip:]) != t.base })
}

// hasNameHead reports whether an Arabic word is a prefix before one of the short
// words that names begin with: وتل رفعت, بأم درمان.
func (p *parse) hasNameHead(t *token) bool {
	first, w := utf8.DecodeRuneInString(t.text)
	return strings.ContainsRune("وفبلك", first) && p.lex.words[gazetteer.FoldWord(t.text[w:])]&isNameHead != 0
}

// clitics returns how many bytes of an Arabic word can be prefixes: و and ف
// (and), then ب ل ك (in, to, as). What is left has at least three letters.
func clitics(word string) []int {
	var cuts []int
	skip := 0
	for _, set := range [...]string{"وف", "بلك"} {
		r, w := utf8.DecodeRuneInString(word[skip:])
		if !strings.ContainsRune(set, r) || utf8.RuneCountInString(word[skip+w:]) < 3 {
			continue
		}
		skip += w
		if r == 'ل' && strings.HasPrefix(word[skip:], "ل") {
			cuts = append(cuts, skip) // للواء: the word begins with ل itself
			skip += w                 // للرقة: the article has lost its alif
		}
		skip += len(word[skip:]) - len(strings.TrimLeft(word[skip:], "ـ")) // بـحلب
		cuts = append(cuts, skip)
	}
	return cuts
}
