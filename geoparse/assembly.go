package geoparse

import (
	"fmt"

	"dateline/geoparse/token"
)

// MaxMentions limits the mentions and fronts of one text together. As many occur in some 20 MB
// of news; each takes some two kilobytes of memory until it is stored.
const MaxMentions = 250_000

// ErrTooMany reports a text with more than MaxMentions.
var ErrTooMany = fmt.Errorf("more than %d names of places in one text; split it", MaxMentions)

// assembly joins the results of the parts of a text.
type assembly struct {
	in            Input
	whole         Result
	words, arabic int
	offsets       []int // of the text, by runeOffsets; computed on first use
}

func newAssembly(in Input) *assembly {
	a := &assembly{in: in}
	a.bound(len(in.Spans))
	if in.Spans != nil {
		a.whole.Mentions = make([]Mention, len(in.Spans))
	}
	return a
}

// add adds the results of a part, with offsets into the whole text. The focus is that of the
// first part that has one.
func (a *assembly) add(in *part, run *parse) {
	a.words += len(run.Tokens)
	a.arabic += run.CountArabic()
	r := run.result()
	if a.whole.Focus == nil {
		a.whole.Focus = r.Focus
	}
	for i := range r.Fronts {
		f := &r.Fronts[i]
		f.Span, f.Sentence = f.Span.Moved(in.before), f.Sentence.Moved(in.before)
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Span, m.Sentence = m.Span.Moved(in.before), m.Sentence.Moved(in.before)
	}
	for i := range r.Events {
		r.Events[i].move(in.before)
	}
	a.whole.Fronts = joined(a.whole.Fronts, r.Fronts)
	a.whole.Events = joined(a.whole.Events, r.Events)
	if a.in.Spans == nil {
		a.whole.Mentions = joined(a.whole.Mentions, r.Mentions)
	} else {
		a.addGiven(in, r.Mentions)
	}
	a.bound(len(a.whole.Mentions) + len(a.whole.Fronts) + len(a.whole.Events))
}

// joined appends what a part holds; of the first part, and most texts have no other, it keeps
// the list itself.
func joined[T any](whole, part []T) []T {
	if len(whole) == 0 {
		return part
	}
	return append(whole, part...)
}

// bound ends the parsing of a text that holds too much.
func (a *assembly) bound(found int) {
	if found > MaxMentions {
		panic(token.Stopped{Err: ErrTooMany})
	}
}

// addGiven sorts in the mentions of given spans. A span that continues in the next part is
// restored to its full length.
func (a *assembly) addGiven(in *part, mentions []Mention) {
	for i, k := range in.given {
		m := mentions[i]
		if given := a.in.Spans[k]; m.Span != given {
			m.Span, m.Phrase = given, a.phrase(given)
		}
		a.whole.Mentions[k] = m
	}
}

func (a *assembly) phrase(s Span) string {
	if a.offsets == nil {
		a.offsets = token.RuneOffsets(a.in.Text)
	}
	return a.in.Text[token.ByteAt(a.in.Text, a.offsets, s.Start):token.ByteAt(a.in.Text, a.offsets, s.End)]
}

func (a *assembly) result() Result {
	a.whole.Lang = "en"
	if 2*a.arabic > a.words {
		a.whole.Lang = "ar"
	}
	return a.whole
}
