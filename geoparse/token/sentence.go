package token

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences splits text into sentences: at line breaks, and at full stops and the like if
// followed by white space and a letter that can begin a sentence. Closing quotation marks belong
// to the sentence before.
func sentences(text string, dotted map[string]bool) []Range {
	var out []Range
	start, startRune := 0, 0
	flush := func(end int) {
		endRune := startRune + utf8.RuneCountInString(text[start:end])
		s := Range{Start: start, End: end, Span: Span{startRune, endRune}}
		if s.trim(text) {
			out = append(out, s)
		}
		start, startRune = end, endRune
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ', isAlnum(c): // most are
		case c == '\n', c == '\r':
			flush(i)
		case c == '.', c == '!', c == '?', strings.HasPrefix(text[i:], "؟"):
			_, w := utf8.DecodeRuneInString(text[i:])
			next := i + w
			if end := next + closing(text[next:]); isSentenceEnd(text[end:]) && (c != '.' || !endsInAbbreviation(text[:i], dotted)) {
				flush(end)
			}
		}
	}
	flush(len(text))
	return out
}

// closing returns the length of the initial closing quotation marks and brackets.
func closing(text string) int { return len(text) - len(strings.TrimLeft(text, "\"”’'»)]")) }

// isSentenceEnd reports whether a sentence may end before rest, which follows a full stop or the
// like.
func isSentenceEnd(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(rest) {
		return false // no space: 3.5, sana.sy
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed, "\"“‘'«(["))
	return !unicode.IsLower(first)
}

// endsInAbbreviation reports whether a text ends in a word whose dot does not end a sentence: a
// single letter, or a known abbreviation.
func endsInAbbreviation(text string, dotted map[string]bool) bool {
	i := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	word := text[i+1:]
	return dotted[word] || utf8.RuneCountInString(word) == 1
}

// trim shrinks the range by white space at both ends. It reports whether anything is left.
func (s *Range) trim(text string) bool {
	body := text[s.Start:s.End]
	left := len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	right := len(strings.TrimRightFunc(body, unicode.IsSpace))
	if left >= right {
		return false
	}
	s.Span.Start += utf8.RuneCountInString(body[:left])
	s.Span.End -= utf8.RuneCountInString(body[right:])
	s.Start, s.End = s.Start+left, s.Start+right
	return true
}

// SentenceOf returns the sentence that contains byte at.
func (x *Text) SentenceOf(at int) Range {
	if i := x.SentenceIndex(at); i < len(x.Sentences) {
		return x.Sentences[i]
	}
	return Range{}
}

// SentenceAround returns the sentence that contains the bytes from start to end, or the sentences
// that they cross, joined: a name may be broken at the end of a line.
func (x *Text) SentenceAround(start, end int) Range {
	whole := x.SentenceOf(start)
	if end > whole.End {
		last := x.SentenceOf(end - 1)
		whole.End, whole.Span.End = max(whole.End, last.End), max(whole.Span.End, last.Span.End)
	}
	return whole
}

// SentenceIndex returns the index of the sentence that contains byte at; the number of sentences
// if none does.
func (x *Text) SentenceIndex(at int) int {
	x.Step(1)
	return sort.Search(len(x.Sentences), func(i int) bool { return x.Sentences[i].End > at })
}
