package token

import (
	"strings"

	"dateline/newsdate/words"
)

// Token is a number or a word of a text.
type Token struct {
	Start, End int   // bytes
	Number     int   // value of the digits
	words.Word       // table entry; zero for unknown words
	Digits     uint8 // number of digits, at most maxDigits; 0 for a word
	Upper      bool  // the word starts with a capital
}

// IsDay reports whether a token is a number of one or two digits, as days and months are.
func (t *Token) IsDay() bool { return t.Digits == 1 || t.Digits == 2 }

// Scan is a text split into tokens.
type Scan struct {
	Text     string
	Tokens   []Token
	Capitals bool // some word starts with a capital
	Arabic   bool // some word is in Arabic script
	steps    int
}

// At returns token i, an empty one if it does not exist.
func (s *Scan) At(i int) *Token {
	s.steps++
	if i < 0 || i >= len(s.Tokens) {
		return &noToken
	}
	return &s.Tokens[i]
}

var noToken Token // never written to

// Gap returns the text between token i and the next; before the first if i is -1, nothing after
// the last.
func (s *Scan) Gap(i int) string {
	switch {
	case i+1 >= len(s.Tokens) || i < -1:
		return ""
	case i < 0:
		return s.Text[:s.Tokens[0].Start]
	}
	return s.Text[s.Tokens[i].End:s.Tokens[i+1].Start]
}

// Tail returns the text between token i and the next or the end.
func (s *Scan) Tail(i int) string {
	if i+1 >= len(s.Tokens) {
		return s.Text[s.At(i).End:]
	}
	return s.Gap(i)
}

// Beside reports whether only blanks separate token i and the next.
func (s *Scan) Beside(i int) bool {
	if i < 0 || i+1 >= len(s.Tokens) {
		return false
	}
	g := s.Gap(i)
	return g == " " || strings.TrimLeft(g, " \u00a0\t\n") == ""
}

// Tight reports whether only the punctuation of a date is there.
func (s *Scan) Tight(i int) bool {
	if i < 0 || i+1 >= len(s.Tokens) {
		return false
	}
	g := s.Gap(i)
	return len(g) <= 5 && strings.Trim(g, " \u00a0\n,.،/-–()|'’") == ""
}

// Is reports whether token i is in one of the classes.
func (s *Scan) Is(i int, c words.Class) bool { return s.At(i).Is&c != 0 }

// Word returns the text of token i, which must exist.
func (s *Scan) Word(i int) string { return s.Text[s.Tokens[i].Start:s.Tokens[i].End] }

// Steps returns the number of tokens looked at, for tests of cost.
func (s *Scan) Steps() int { return s.steps }

// TightRow reports whether n gaps from i on have only the punctuation of a date.
func (s *Scan) TightRow(i, n int) bool {
	for ; n > 0; n-- {
		if !s.Tight(i) {
			return false
		}
		i++
	}
	return true
}

// Near reports whether only a blank or a hyphen follows token i.
func (s *Scan) Near(i int) bool { return s.Beside(i) || s.Gap(i) == "-" }

// InNumber reports whether token i is part of a longer number or a time: 1,200,
// 5.5, 10:30.
func (s *Scan) InNumber(i int) bool {
	before, after := s.Gap(i-1), s.Gap(i)
	return s.At(i+1).Digits > 0 && isPoint(after) || s.At(i-1).Digits > 0 && isPoint(before)
}

func isPoint(gap string) bool {
	return gap == "," || gap == "." || gap == ":" || gap == "٫" || gap == "٬"
}
