package token

import "unicode/utf8"

// Span is a range of text in Unicode code points, End exclusive.
type Span struct{ Start, End int }

func (s Span) Moved(by int) Span { return Span{s.Start + by, s.End + by} }

// Overlaps reports whether two spans share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// RuneCursor converts byte ranges of a text to Spans, each from where the one before it ended.
type RuneCursor struct {
	text         string
	bytes, runes int // up to the end of the last range
}

// NewRuneCursor returns a RuneCursor at the beginning of a text.
func NewRuneCursor(text string) *RuneCursor { return &RuneCursor{text: text} }

// Span converts the byte range from start, at or after the end of the last one, to end.
func (c *RuneCursor) Span(start, end int) Span {
	first := c.runes + utf8.RuneCountInString(c.text[c.bytes:start])
	c.bytes, c.runes = end, first+utf8.RuneCountInString(c.text[start:end])
	return Span{first, c.runes}
}

// RuneOffsets returns the byte offset of every runeStep-th code point.
func RuneOffsets(text string) []int {
	var offsets []int
	n := 0
	for i := range text {
		if n%runeStep == 0 {
			offsets = append(offsets, i)
		}
		n++
	}
	return offsets
}

// runeStep is the number of code points between two offsets.
const runeStep = 256

// ByteAt converts a code point offset to a byte offset, using those of RuneOffsets.
func ByteAt(text string, offsets []int, at int) int {
	if at/runeStep >= len(offsets) {
		return len(text)
	}
	i := offsets[at/runeStep]
	for range at % runeStep {
		if i >= len(text) {
			break
		}
		_, w := utf8.DecodeRuneInString(text[i:])
		i += w
	}
	return i
}
