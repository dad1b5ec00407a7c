package geoparse

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/geoparse/event"
)

// maxPartBytes is how much of a text is read as one: some 40,000 words, several
// times a long report. What a longer one costs while it is parsed does not grow
// with it; its parts share nothing but the title.
const maxPartBytes = 256 << 10

// part is a stretch of a text that is parsed by itself.
type part struct {
	Input
	before int         // code points of the text before it
	given  []int       // which spans of the text its Spans are
	stamp  event.Range // of the first: the date that the text begins with
}

// splitter cuts a text into parts.
type splitter struct {
	whole  Input
	text   string // what is left
	before int    // code points before that
	skip   []Span // those that may reach into it
	given  []int  // spans that begin in it, in order
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

// next returns the next part, of an empty text one; false when all were returned.
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

// partEnd returns where the first part of a text ends: at the last end of a
// paragraph, a line, a sentence or a word in the second half of what may be read
// as one, else anywhere between two letters.
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

// cutSkip returns the stretches to be left unread in the part from a code point up
// to s.before, counted from there.
func (s *splitter) cutSkip(from int) []Span {
	var cut []Span
	for len(s.skip) > 0 && s.skip[0].Start < s.before {
		skip := s.skip[0]
		cut = append(cut, Span{Start: max(0, skip.Start-from), End: min(skip.End, s.before) - from})
		if skip.End > s.before {
			break // it goes on in the next part
		}
		s.skip = s.skip[1:]
	}
	return cut
}

// cutSpans returns the given spans that begin in the part from a code point up to
// s.before, counted from there and cut to it.
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
