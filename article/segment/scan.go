package segment

import (
	"unicode"
	"unicode/utf8"

	"dateline/text"
)

// token is a number or a word of a line.
type token struct {
	start, end int    // in bytes of the line
	digits     int    // how many digits; 0 for a word
	number     int    // value of the digits
	word       string // folded; empty for a number
}

// scan is a line cut into tokens.
type scan struct {
	line   string
	tokens []token
}

func newScan(line string) scan {
	s := scan{line: line}
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		_, isDigit := text.Digit(r)
		switch {
		case isDigit:
			s.tokens = append(s.tokens, numberAt(line, i))
		case unicode.IsLetter(r):
			s.tokens = append(s.tokens, wordAt(line, i))
		default:
			i += n
			continue
		}
		i = s.tokens[len(s.tokens)-1].end
	}
	return s
}

func numberAt(line string, start int) token {
	t := token{start: start, end: start}
	for t.end < len(line) {
		r, n := utf8.DecodeRuneInString(line[t.end:])
		d, ok := text.Digit(r)
		if !ok {
			break
		}
		if t.digits++; t.digits <= 9 {
			t.number = t.number*10 + d
		}
		t.end += n
	}
	return t
}

func wordAt(line string, start int) token {
	t := token{start: start, end: start}
	for t.end < len(line) {
		r, n := utf8.DecodeRuneInString(line[t.end:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		t.end += n
	}
	t.word = text.Fold(line[start:t.end])
	return t
}

// gap returns what stands between token i and the next; before the first token
// where i is -1, nothing after the last.
func (s scan) gap(i int) string {
	switch {
	case i+1 >= len(s.tokens):
		return ""
	case i < 0:
		return s.line[:s.tokens[0].start]
	}
	return s.line[s.tokens[i].end:s.tokens[i+1].start]
}

// at returns token i, an empty one past the end.
func (s scan) at(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}
