package geoparse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences cuts text into sentences: at line breaks, and at stops that are
// followed by blanks and a letter that can begin a sentence.
func sentences(text string) []textRange {
	var out []textRange
	start, startRune := 0, 0
	runes := 0
	flush := func(end, endRune int) {
		s := textRange{start: start, end: end, span: Span{startRune, endRune}}
		if s.trim(text) {
			out = append(out, s)
		}
		start, startRune = end, endRune
	}
	for i, r := range text {
		switch r {
		case '\n', '\r':
			flush(i, runes)
		case '.', '!', '?', '؟':
			if isSentenceEnd(text, i, i+utf8.RuneLen(r)) {
				end := i + utf8.RuneLen(r)
				flush(end, runes+1)
			}
		}
		runes++
	}
	flush(len(text), runes)
	return out
}

// isSentenceEnd reports whether the stop in text[at:next] ends a sentence.
func isSentenceEnd(text string, at, next int) bool {
	rest := strings.TrimLeft(text[next:], "\"”’'»)]")
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false // no blank: 3.5, sana.sy
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed, "\"“‘'«(["))
	if unicode.IsLower(first) {
		return false
	}
	return text[at] != '.' || !endsInAbbreviation(text[:at])
}

// endsInAbbreviation reports whether a text ends in a word whose dot is not
// the end of a sentence: a single letter, or a short title.
func endsInAbbreviation(text string) bool {
	i := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	switch word := text[i+1:]; word {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "Sen", "Rep", "Gov", "Prof", "Rev", "Jr", "Sr", "No", "vs", "Mt", "Ft",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	default:
		return utf8.RuneCountInString(word) == 1
	}
}

// trim moves the bounds to the first and last character that is not blank. It
// reports whether anything is left.
func (s *textRange) trim(text string) bool {
	body := text[s.start:s.end]
	left := len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	right := len(strings.TrimRightFunc(body, unicode.IsSpace))
	if left >= right {
		return false
	}
	s.span.Start += utf8.RuneCountInString(body[:left])
	s.span.End -= utf8.RuneCountInString(body[right:])
	s.start, s.end = s.start+left, s.start+right
	return true
}

// sentenceOf returns the sentence that holds byte at.
func (p *parse) sentenceOf(at int) textRange {
	if i := p.sentenceIndex(at); i < len(p.sentences) {
		return p.sentences[i]
	}
	return textRange{}
}

// sentenceIndex returns which sentence holds byte at; the number of sentences
// when none does.
func (p *parse) sentenceIndex(at int) int {
	p.step(1)
	lo, hi := 0, len(p.sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.sentences[mid].end > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
