package atlas

import (
	"strings"
	"unicode/utf8"
)

// sentences cuts the sentences around mentions out of a text.
type sentences struct {
	text  string
	bytes []int32 // where each code point begins, and the end; nil where all are one byte
}

func newSentences(text string) sentences {
	n := utf8.RuneCountInString(text)
	if n == len(text) {
		return sentences{text: text}
	}
	bytes := make([]int32, 0, n+1)
	for i := range text {
		bytes = append(bytes, int32(i))
	}
	return sentences{text, append(bytes, int32(len(text)))}
}

// length counts code points.
func (s sentences) length() int {
	if s.bytes == nil {
		return len(s.text)
	}
	return len(s.bytes) - 1
}

// slice returns the text between two offsets.
func (s sentences) slice(start, end int) string {
	if s.bytes == nil {
		return s.text[start:end]
	}
	return s.text[s.bytes[start]:s.bytes[end]]
}

// around returns the sentence at the bounds given. Where there are none, it is
// the line, or what of it lies between full stops; the phrase alone where the
// text is not known. Offsets are in code points.
func (s sentences) around(bounds *[2]int, start, end int, phrase string) string {
	switch {
	case !s.holds(start, end):
		return phrase
	case bounds != nil && bounds[0] < bounds[1] && s.holds(bounds[0], bounds[1]):
		return s.slice(bounds[0], bounds[1])
	}
	return strings.TrimSpace(s.slice(s.begin(start), s.end(end)))
}

func (s sentences) holds(start, end int) bool {
	return 0 <= start && start <= end && end <= s.length() && len(s.text) > 0
}

// begin returns where the sentence around the offset begins.
func (s sentences) begin(at int) int {
	for at > 0 && !s.stopsAt(at-1) {
		at--
	}
	return at
}

// end returns where the sentence around the offset ends.
func (s sentences) end(at int) int {
	for at < s.length() && !s.stopsAt(at) {
		at++
	}
	if at < s.length() && s.slice(at, at+1) != "\n" {
		at++ // the full stop is part of it
	}
	return at
}

// stopsAt reports whether a sentence ends with the code point: the end of a
// line, or a full stop with a space after it.
func (s sentences) stopsAt(i int) bool {
	switch s.slice(i, i+1) {
	case "\n":
		return true
	case ".", "!", "?", "؟", "。":
		return i+1 == s.length() || s.slice(i+1, i+2) == " " || s.slice(i+1, i+2) == "\n"
	}
	return false
}
