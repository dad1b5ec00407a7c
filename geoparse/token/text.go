package token

import (
	"sort"
	"strings"
	"unicode/utf8"

	"dateline/geoparse/lexicon"
)

// Text is a text cut into words and sentences, with what the lexicon says of each
// word.
type Text struct {
	Steps
	Lex       *lexicon.Lexicon
	Source    string
	Tokens    []Token
	Words     []lexicon.Set // what the lexicon says of each token
	Sentences []Range       // in order, covering all that is not blank
	lines     []line
	lowered   map[string]bool // folded words that the text has with a small letter; nil until one is asked for
	raised    map[string]bool // those that were given back their capital
}

// NewText reads a text but for stretches to be skipped, which are in order. Line
// breaks that were made to fit a page count as blanks. CutLines has to follow once
// it is settled which words have capitals.
func NewText(steps Steps, words *Vocabulary, source string, skip []Span) *Text {
	steps.Step(1 + len(source)/BytesPerStep)
	t := &Text{Steps: steps, Lex: words.Lexicon, Source: Unwrapped(source)}
	t.Tokens = withoutSkipped(words.Tokenize(t.Source), skip)
	t.readWords()
	t.Sentences = sentences(t.Source, t.Lex.Dotted)
	return t
}

// readWords notes what the lexicon says of every token.
func (x *Text) readWords() {
	x.Words = make([]lexicon.Set, len(x.Tokens))
	for i := range x.Tokens {
		x.Words[i] = x.Tokens[i].set
	}
}

// IsLowered reports whether the text has a folded word with a small letter, and nowhere
// was it given back its capital.
func (x *Text) IsLowered(fold string) bool {
	if x.lowered == nil {
		x.lowered = make(map[string]bool, len(x.Tokens)/2)
		for i := range x.Tokens {
			if t := &x.Tokens[i]; t.Shape == Lower && !x.raised[t.Fold] {
				x.lowered[t.Fold] = true
			}
		}
	}
	return x.lowered[fold]
}

// Raise gives token i, which is the name of a place without its capital, that back.
func (x *Text) Raise(i int) {
	t := &x.Tokens[i]
	t.Shape = Capital
	if x.raised == nil {
		x.raised = map[string]bool{}
	}
	x.raised[t.Fold] = true
}

// WithoutAnd cuts و or ف (and) off the front of an Arabic word.
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

// RuneSpan converts bytes of the text to a Span of code points.
func (x *Text) RuneSpan(start, end int) Span {
	i := x.TokenAt(start)
	from := 0
	if i < len(x.Tokens) {
		t := x.Tokens[i]
		if start >= t.Start {
			from = t.RuneStart + utf8.RuneCountInString(x.Source[t.Start:start])
		} else {
			from = t.RuneStart - utf8.RuneCountInString(x.Source[start:t.Start])
		}
	} else {
		from = utf8.RuneCountInString(x.Source[:start])
	}
	return Span{from, from + utf8.RuneCountInString(x.Source[start:end])}
}

// Range is a stretch of text in bytes and in code points.
type Range struct {
	Start, End int
	Span       Span
}
