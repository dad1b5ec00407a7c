package sentence

import (
	"slices"
	"sort"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Sentence is a sentence with labelled words.
type Sentence struct {
	*Reading
	Words    []Word
	Groups   []Group
	Acting   []Span
	Triggers []Trigger
	About    int  // the group of Text.Topic, -1 for none
	Caps     bool // it is in capitals
}

// Span is a range of words, last inclusive.
type Span struct{ First, Last int }

// Trigger is a trigger in its place.
type Trigger struct {
	Span
	Class lexicon.Class
	Form  lexicon.Form
}

// Next returns the next sentence, unlabelled. It is valid until the next call.
func (r *Reading) Next(bounds event.Range) *Sentence {
	for r.NextToken < len(r.Tokens) && r.Tokens[r.NextToken].Start < bounds.Start {
		r.NextToken++
	}
	first := r.NextToken
	for r.NextToken < len(r.Tokens) && r.Tokens[r.NextToken].Start < bounds.End {
		r.NextToken++
	}
	r.words = slices.Grow(r.words[:0], r.NextToken-first)
	for i := first; i < r.NextToken; i++ {
		r.words = append(r.words, r.word(i))
	}
	s := &Sentence{Reading: r, About: -1, Words: r.words}
	if len(s.Words) == 0 {
		return s
	}
	s.Words[0].Comma, s.Words[0].Stop, s.Words[0].Mark, s.Words[0].Dash = false, false, false, false
	s.Words[0].Depth, s.Words[0].Aside = 0, false
	for i := 1; i < len(s.Words); i++ {
		s.Words[i].Depth = max(0, s.Words[i].Depth+s.Words[i-1].Depth)
	}
	return s
}

func (s *Sentence) Is(i int, set lexicon.Set) bool {
	return i >= 0 && i < len(s.Words) && s.Words[i].Set&set != 0
}

// Says reports whether word i belongs to a term.
func (s *Sentence) Says(i int, term lexicon.Term) bool {
	return i >= 0 && i < len(s.Words) && s.Words[i].Terms.Has(term)
}

// SaysBase is Says of the word's base: without prefixes and pronouns.
func (s *Sentence) SaysBase(i int, term lexicon.Term) bool {
	if i < 0 || i >= len(s.Words) {
		return false
	}
	terms := s.Lex.TermsOfBase(s.Words[i].Word)
	return terms.Has(term)
}

// RangeOf returns the byte range of words.
func (s *Sentence) RangeOf(w Span) event.Range {
	return event.Range{Start: s.Words[w.First].Start, End: s.Words[w.Last].End}
}

// At returns the first word that ends after byte at.
func (s *Sentence) At(at int) int {
	return sort.Search(len(s.Words), func(i int) bool { return s.Words[i].End > at })
}

// IsDigit reports whether a word is a number in figures.
func IsDigit(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }
