package atlas

import "strings"

// sentences cuts the sentences around mentions out of a text.
type sentences struct {
	text []rune
}

func newSentences(text string) sentences { return sentences{[]rune(text)} }

// around returns the sentence at the bounds given. Where there are none, it is
// the line, or what of it lies between full stops; the phrase alone where the
// text is not known. Offsets are in code points.
func (s sentences) around(bounds *[2]int, start, end int, phrase string) string {
	switch {
	case !s.holds(start, end):
		return phrase
	case bounds != nil && bounds[0] < bounds[1] && s.holds(bounds[0], bounds[1]):
		return string(s.text[bounds[0]:bounds[1]])
	}
	return strings.TrimSpace(string(s.text[s.begin(start):s.end(end)]))
}

func (s sentences) holds(start, end int) bool {
	return 0 <= start && start <= end && end <= len(s.text) && len(s.text) > 0
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
	for at < len(s.text) && !s.stopsAt(at) {
		at++
	}
	if at < len(s.text) && s.text[at] != '\n' {
		at++ // the full stop is part of it
	}
	return at
}

// stopsAt reports whether a sentence ends with the code point: the end of a
// line, or a full stop with a space after it.
func (s sentences) stopsAt(i int) bool {
	switch s.text[i] {
	case '\n':
		return true
	case '.', '!', '?', '؟', '。':
		return i+1 == len(s.text) || s.text[i+1] == ' ' || s.text[i+1] == '\n'
	}
	return false
}
