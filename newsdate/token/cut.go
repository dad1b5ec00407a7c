package token

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate/words"
	"dateline/text"
)

// New splits a text into tokens, in the given buffer, which may be nil.
func New(text string, space []Token) *Scan {
	s := &Scan{Text: text, Tokens: slices.Grow(space[:0], 8+len(text)/8)}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case IsDigit(r):
			s.Tokens = append(s.Tokens, numberAt(text, i))
		case IsLetter(r):
			t := wordAt(text, i)
			s.Capitals, s.Arabic = s.Capitals || t.Upper, s.Arabic || t.Is&words.Arabic != 0
			s.Tokens = append(s.Tokens, t)
		default:
			i += n
			continue
		}
		i = s.Tokens[len(s.Tokens)-1].End
	}
	return s
}

// maxDigits limits the digits that are counted and evaluated.
const maxDigits = 9

// IsLetter reports whether a word may start with a rune; a tatweel alone is a dash.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && r != tatweel
}

const tatweel = 'ـ'

// IsDigit reports whether a rune is a digit of any script.
func IsDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	_, ok := text.Digit(r)
	return ok
}

// Digit returns the value of a digit.
func Digit(r rune) int {
	d, _ := text.Digit(r)
	return d
}

func numberAt(text string, start int) Token {
	t := Token{Start: start, End: start}
	for t.End < len(text) {
		r, n := utf8.DecodeRuneInString(text[t.End:])
		if !IsDigit(r) {
			break
		}
		if t.Digits < maxDigits {
			t.Digits, t.Number = t.Digits+1, t.Number*10+Digit(r)
		}
		t.End += n
	}
	if isGlued(text[start:t.End], text[t.End:]) {
		t.End, t.Digits = start+4, 4
		t.Number, _ = strconv.Atoi(text[start:t.End])
	}
	return t
}

// isGlued reports whether digits are a year and the hour after it, as on pages that separate the
// two only visually: "July 12, 20236:40 PM".
func isGlued(digits, rest string) bool {
	return (len(digits) == 5 || len(digits) == 6) && (digits[:2] == "19" || digits[:2] == "20") && len(rest) > 1 && rest[0] == ':' && IsDigit(rune(rest[1]))
}

// wordAt reads the word at a byte: letters, with marks and invisible characters in between.
func wordAt(text string, start int) Token {
	first, n := utf8.DecodeRuneInString(text[start:])
	t := Token{Start: start, End: start + n, Upper: unicode.IsUpper(first)}
	for t.End < len(text) {
		if c := text[t.End]; c < utf8.RuneSelf {
			if !IsLetter(rune(c)) {
				break
			}
			t.End++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[t.End:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		t.End += n
	}
	t.Word = words.LookUp(text[start:t.End])
	return t
}
