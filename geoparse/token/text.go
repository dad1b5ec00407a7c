package token

import (
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/geoparse/lexicon"
)

// Text is a text split into words and sentences, with the lexicon's classes of each word.
type Text struct {
	Steps
	Lex         *lexicon.Lexicon
	Source      string
	Tokens      []Token
	Words       []lexicon.Set // classes of each token
	Sentences   []Range       // in order, covering everything but white space
	lines       []line
	lowered     map[string]bool // folded words that occur in lower case; nil until first used
	capitalised map[string]bool // folded words that were recapitalised
}

// NewText tokenises a text, except the ranges to skip, which are in order. Line breaks of
// hard-wrapped text count as spaces, and words divided at the ends of lines are whole. Call
// CutLines once it is known which words have capitals.
func NewText(steps Steps, words *Vocabulary, source string, skip []Span) *Text {
	steps.Step(1 + len(source)/BytesPerStep)
	t := &Text{Steps: steps, Lex: words.Lexicon, Source: words.rejoined(source, Unwrapped(source))}
	t.Tokens = withoutSkipped(words.Tokenize(t.Source), skip)
	t.readWords()
	t.Sentences = sentences(t.Source, t.Lex.Dotted)
	return t
}

// readWords looks up every token in the lexicon.
func (x *Text) readWords() {
	x.Words = make([]lexicon.Set, len(x.Tokens))
	for i := range x.Tokens {
		x.Words[i] = x.Tokens[i].set
	}
}

// IsLowered reports whether a folded word occurs in lower case and was never recapitalised.
func (x *Text) IsLowered(fold string) bool {
	if x.lowered == nil {
		x.lowered = make(map[string]bool, len(x.Tokens)/2)
		for i := range x.Tokens {
			if t := &x.Tokens[i]; t.Shape == Lower && !x.capitalised[t.Fold] {
				x.lowered[t.Fold] = true
			}
		}
	}
	return x.lowered[fold]
}

// Capitalise capitalises token i, the lower-case name of a place.
func (x *Text) Capitalise(i int) {
	t := &x.Tokens[i]
	t.Shape = Capital
	if x.capitalised == nil {
		x.capitalised = map[string]bool{}
	}
	x.capitalised[t.Fold] = true
}

// WithoutAnd removes the proclitic و or ف (and) of an Arabic word.
func WithoutAnd(word string) string {
	for _, and := range [...]string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(word, and); ok {
			return rest
		}
	}
	return word
}

// TokenAt returns the first token that ends after byte at.
func (x *Text) TokenAt(at int) int {
	x.Step(1)
	return sort.Search(len(x.Tokens), func(i int) bool { return x.Tokens[i].End > at })
}

// TokenFrom returns the first token that begins at byte at or after it.
func (x *Text) TokenFrom(at int) int {
	x.Step(1)
	return sort.Search(len(x.Tokens), func(i int) bool { return x.Tokens[i].Start >= at })
}

// RuneSpan converts a byte range to a Span in code points.
func (x *Text) RuneSpan(start, end int) Span {
	i := x.TokenAt(start)
	from := 0
	if i < len(x.Tokens) {
		t := x.Tokens[i]
		x.Step(max(t.Start-start, 0) / BytesPerStep)
		if start >= t.Start {
			from = t.RuneStart + utf8.RuneCountInString(x.Source[t.Start:start])
		} else {
			from = t.RuneStart - utf8.RuneCountInString(x.Source[start:t.Start])
		}
	} else {
		x.Step(start / BytesPerStep)
		from = utf8.RuneCountInString(x.Source[:start])
	}
	return Span{from, from + utf8.RuneCountInString(x.Source[start:end])}
}

// Range is a range of text in bytes and in code points.
type Range struct {
	Start, End int
	Span       Span
}
