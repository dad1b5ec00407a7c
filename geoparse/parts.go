package geoparse

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/geoparse/event"
)

// maxPartBytes is how much of a text is parsed at once: some 40,000 words, several times the
// size of a long report. It bounds the memory needed for longer texts, whose parts share nothing
// but the title.
const maxPartBytes = 256 << 10

// part is a range of a text that is parsed separately.
type part struct {
	Input
	before int         // code points of the text before it
	given  []int       // indexes of its Spans in the text's
	stamp  event.Range // in the first part: the date that the text begins with
}

// splitter splits a text into parts.
type splitter struct {
	whole  Input
	text   string // the remaining text
	before int    // code points before that
	skip   []Span // ranges to skip that may extend into it
	given  []int  // indexes of the spans that begin in it, in order
	stamp  event.Range
	done   bool
}

func newSplitter(in Input) *splitter {
	s := &splitter{whole: in, text: in.Text, skip: in.Skip, given: make([]int, len(in.Spans))}
	for i := range s.given {
		s.given[i] = i
	}
	slices.SortStableFunc(s.given, func(i, j int) int { return cmp.Compare(in.Spans[i].Start, in.Spans[j].Start) })
	return s
}

// next returns the next part; an empty text has one, which is empty. It returns false after the
// last.
func (s *splitter) next() (part, bool) {
	if s.done {
		return part{}, false
	}
	p := part{Input: s.whole, before: s.before, stamp: s.stamp}
	s.stamp = event.Range{}
	p.Text = s.text[:partEnd(s.text)]
	s.text = s.text[len(p.Text):]
	s.before += utf8.RuneCountInString(p.Text)
	s.done = s.text == ""
	p.Skip = s.cutSkip(p.before)
	p.given, p.Spans = s.cutSpans(p.before)
	return p, true
}

// partEnd returns the end of the first part: the last end of a paragraph, line, sentence or word
// in the second half of maxPartBytes, else any code point boundary.
func partEnd(text string) int {
	if len(text) <= maxPartBytes {
		return len(text)
	}
	const half = maxPartBytes / 2
	window := text[half:maxPartBytes]
	for _, end := range [...]string{"\n\n", "\n", ". ", "؟ ", "! ", "? ", " "} {
		if at := strings.LastIndex(window, end); at >= 0 {
			return half + at + len(end)
		}
	}
	at := maxPartBytes
	for at > half && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// cutSkip returns the ranges to skip in the part that ends at s.before, relative to its start.
func (s *splitter) cutSkip(from int) []Span {
	var cut []Span
	for len(s.skip) > 0 && s.skip[0].Start < s.before {
		skip := s.skip[0]
		cut = append(cut, Span{Start: max(0, skip.Start-from), End: min(skip.End, s.before) - from})
		if skip.End > s.before {
			break // it extends into the next part
		}
		s.skip = s.skip[1:]
	}
	return cut
}

// cutSpans returns the spans that begin in the part that ends at s.before, relative to its start
// and cut off at its end.
func (s *splitter) cutSpans(from int) (given []int, spans []Span) {
	if s.whole.Spans == nil {
		return nil, nil
	}
	n := 0
	for n < len(s.given) && (s.done || s.whole.Spans[s.given[n]].Start < s.before) {
		n++
	}
	given, s.given = s.given[:n], s.given[n:]
	spans = make([]Span, n)
	for i, k := range given {
		span := s.whole.Spans[k]
		spans[i] = Span{Start: span.Start - from, End: min(span.End, s.before) - from}
	}
	return given, spans
}
