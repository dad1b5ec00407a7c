package geoparse

import (
	"fmt"

	"dateline/geoparse/token"
)

// MaxMentions is how many mentions and fronts the result for one text may have
// together, as many as 20 MB of news: each takes some two kilobytes of memory until
// it is stored.
const MaxMentions = 250_000

// ErrTooMany is the error of a text with more than MaxMentions.
var ErrTooMany = fmt.Errorf("more than %d names of places in one text; split it", MaxMentions)

// assembly puts the results of parts together.
type assembly struct {
	in            Input
	whole         Result
	words, arabic int
	offsets       []int // runeOffsets of the text, made when first asked for
}

func newAssembly(in Input) *assembly {
	a := &assembly{in: in}
	a.bound(len(in.Spans))
	if in.Spans != nil {
		a.whole.Mentions = make([]Mention, len(in.Spans))
	}
	return a
}

// add adds what was found in a part, with its offsets moved to those of the text.
// The text is about what its first part that is about anything is about.
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

// addGiven puts the mentions of given spans where they belong. One that goes on
// in the next part has got its whole span back.
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
