package newsdate

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/text"
)

// token is a number or a word of a text.
type token struct {
	start, end int   // bytes
	number     int   // value of the digits
	word             // what the tables say of it; zero for other words
	digits     uint8 // how many, maxDigits where there are more; 0 for a word
	upper      bool
}

// maxDigits bounds the digits that are counted and whose value is taken.
const maxDigits = 9

// scan is a text cut into tokens.
type scan struct {
	text     string
	tokens   []token
	capitals bool        // whether any word begins with one
	arabic   bool        // whether any word is Arabic
	steps    int         // tokens looked at, for the test of cost
	bound    *expression // the last that something began or was so by: since 2015
}

// newScan cuts a text into tokens, in the space of those given.
func newScan(text string, space []token) scan {
	s := scan{text: text, tokens: slices.Grow(space[:0], 8+len(text)/8)}
	words := vocabulary()
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isDigit(r):
			s.tokens = append(s.tokens, numberAt(text, i))
		case isLetter(r):
			t := words.wordAt(text, i)
			s.capitals, s.arabic = s.capitals || t.upper, s.arabic || t.is&isArabic != 0
			s.tokens = append(s.tokens, t)
		default:
			i += n
			continue
		}
		i = s.tokens[len(s.tokens)-1].end
	}
	return s
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && r != tatweel
}

// tatweel makes an Arabic word longer; by itself it is a dash.
const tatweel = 'ـ'

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	_, ok := text.Digit(r)
	return ok
}

// digit returns the value of a digit.
func digit(r rune) int {
	d, _ := text.Digit(r)
	return d
}

func numberAt(text string, start int) token {
	t := token{start: start, end: start}
	for t.end < len(text) {
		r, n := utf8.DecodeRuneInString(text[t.end:])
		if !isDigit(r) {
			break
		}
		if t.digits < maxDigits {
			t.digits, t.number = t.digits+1, t.number*10+digit(r)
		}
		t.end += n
	}
	if isGlued(text[start:t.end], text[t.end:]) {
		t.end, t.digits = start+4, 4
		t.number, _ = strconv.Atoi(text[start:t.end])
	}
	return t
}

// isGlued reports whether digits are a year and the hour behind it, as pages give them that
// part the two by their look alone: "July 12, 20236:40 PM".
func isGlued(digits, rest string) bool {
	return (len(digits) == 5 || len(digits) == 6) && (digits[:2] == "19" || digits[:2] == "20") && len(rest) > 1 && rest[0] == ':' && isDigit(rune(rest[1]))
}

// wordAt reads the word that begins at a byte: letters, with marks and what
// can't be seen between them.
func (w *tables) wordAt(text string, start int) token {
	first, n := utf8.DecodeRuneInString(text[start:])
	t := token{start: start, end: start + n, upper: unicode.IsUpper(first)}
	for t.end < len(text) {
		if byteKinds[text[t.end]] == wordByte {
			t.end++
			continue
		}
		if text[t.end] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[t.end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		t.end += n
	}
	if s := text[start:t.end]; w.mayKnow(s) {
		t.word = w.lookUp(s)
	}
	return t
}

// at returns token i, an empty one where there is none.
func (s *scan) at(i int) *token {
	s.steps++
	if i < 0 || i >= len(s.tokens) {
		return &noToken
	}
	return &s.tokens[i]
}

var noToken token // never written to

// gap returns what stands between token i and the next; what stands before the
// first where i is -1, nothing after the last.
func (s *scan) gap(i int) string {
	switch {
	case i+1 >= len(s.tokens) || i < -1:
		return ""
	case i < 0:
		return s.text[:s.tokens[0].start]
	}
	return s.text[s.tokens[i].end:s.tokens[i+1].start]
}

// tail returns what stands between token i and the next or the end.
func (s *scan) tail(i int) string {
	if i+1 >= len(s.tokens) {
		return s.text[s.at(i).end:]
	}
	return s.gap(i)
}

// beside reports whether nothing but blanks stands between token i and the next.
func (s *scan) beside(i int) bool {
	if i < 0 || i+1 >= len(s.tokens) {
		return false
	}
	g := s.gap(i)
	return g == " " || strings.TrimLeft(g, " \u00a0\t\n") == ""
}

// tight reports whether nothing but the marks of a date stands there.
func (s *scan) tight(i int) bool {
	if i < 0 || i+1 >= len(s.tokens) {
		return false
	}
	g := s.gap(i)
	return len(g) <= 5 && strings.Trim(g, " \u00a0\n,.،/-–()|'’") == ""
}

// is reports whether token i has one of the classes.
func (s *scan) is(i int, c class) bool { return s.at(i).is&c != 0 }
