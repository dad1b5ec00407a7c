package rows

import (
	"strings"
	"unicode/utf8"
)

// sentences extracts the sentences around mentions from a text.
type sentences struct {
	text  string
	bytes []int32 // offsets of the code points, and the end; nil for ASCII
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

// maxSentence is the number of code points kept of a sentence: a text without full stops would
// be stored again for each of its names. Press sentences have some 700 at most.
const maxSentence = 1000

// around returns the sentence with the given bounds, or of a very long one the surroundings.
// Without bounds, it is the line, or the part of it between full stops; the phrase alone if
// there is no text. For a span longer than a sentence may be, as others may give it, it is the
// beginning. Offsets are in code points.
func (s sentences) around(bounds *[2]int, start, end int, phrase string) string {
	switch {
	case !s.holds(start, end):
		return phrase
	case bounds != nil && bounds[0] < bounds[1] && s.holds(bounds[0], bounds[1]):
		from, to := near(bounds, start)
		return s.slice(from, to)
	}
	return strings.TrimSpace(s.slice(s.begin(start), s.end(min(end, start+maxSentence))))
}

// near returns the part of a sentence that is kept for a mention at start: all of it, or its
// half-sentence block with a quarter on each side. So neighbouring mentions share it.
func near(sentence *[2]int, start int) (from, to int) {
	const half, quarter = maxSentence / 2, maxSentence / 4
	from, to = sentence[0], sentence[1]
	if to-from <= maxSentence {
		return from, to
	}
	at := from + (min(max(start, from), to-1)-from)/half*half
	return max(from, at-quarter), min(to, at+half+quarter)
}

func (s sentences) holds(start, end int) bool {
	return 0 <= start && start <= end && end <= s.length() && len(s.text) > 0
}

// begin returns the start of the sentence around the offset, if it is near.
func (s sentences) begin(at int) int {
	for least := max(0, at-maxSentence/2); at > least && !s.stopsAt(at-1); {
		at--
	}
	return at
}

// end returns the end of the sentence around the offset, if it is near.
func (s sentences) end(at int) int {
	for most := min(s.length(), at+maxSentence/2); at < most && !s.stopsAt(at); {
		at++
	}
	if at < s.length() && s.slice(at, at+1) != "\n" {
		at++ // the full stop is part of it
	}
	return at
}

// stopsAt reports whether a sentence ends with the code point: the end of a line, or a full stop
// followed by a space.
func (s sentences) stopsAt(i int) bool {
	switch s.slice(i, i+1) {
	case "\n":
		return true
	case ".", "!", "?", "؟", "。":
		return i+1 == s.length() || s.slice(i+1, i+2) == " " || s.slice(i+1, i+2) == "\n"
	}
	return false
}
