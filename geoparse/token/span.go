package token

import "unicode/utf8"

// Span is a range of text in Unicode code points, End exclusive.
type Span struct{ Start, End int }

func (s Span) Moved(by int) Span { return Span{s.Start + by, s.End + by} }

// Overlaps reports whether two spans share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

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
