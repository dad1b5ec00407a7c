package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FilterError says what is wrong with a filter, and where.
type FilterError struct {
	Column int // from 1, in code points
	Reason string
}

// Error says both in one line, as `column 8: there is no property "nam"`.
func (e *FilterError) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Reason) }

// class is what kind of token the text has at a place.
type class int

const (
	atEnd   class = iota
	word          // name of a property, keyword or function
	quoted        // name of a property in double quotes
	literal       // text in single quotes
	digits        // number
	sign          // operator or punctuation
)

// token is one of CQL2 text (OGC 21-065r2, annex B).
type token struct {
	class class
	text  string // as it means: without quotes
	at    int    // byte where it begins
	end   int    // byte behind it
}

// is reports whether the token is a keyword or sign, in any case.
func (t token) is(text string) bool {
	return (t.class == word || t.class == sign) && strings.EqualFold(t.text, text)
}

func (t token) String() string {
	if t.class == atEnd {
		return "the end"
	}
	return fmt.Sprintf("%q", t.text)
}

// lexer cuts CQL2 text into tokens.
type lexer struct {
	text string
	at   int
}

// fail makes the error for a byte of the text.
func (l *lexer) fail(at int, format string, args ...any) error {
	return &FilterError{Column: utf8.RuneCountInString(l.text[:at]) + 1, Reason: fmt.Sprintf(format, args...)}
}

// next returns the next token.
func (l *lexer) next() (token, error) {
	l.at += len(l.text[l.at:]) - len(strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace))
	rest := l.text[l.at:]
	if rest == "" {
		return token{atEnd, "", l.at, l.at}, nil
	}
	switch first, _ := utf8.DecodeRuneInString(rest); {
	case first == '\'':
		return l.quotedBy('\'', literal)
	case first == '"':
		return l.quotedBy('"', quoted)
	case isNameStart(first):
		return l.take(word, len(rest)-len(strings.TrimLeftFunc(rest, isNamePart))), nil
	case strings.ContainsRune("0123456789.", first) || (first == '-' || first == '+') && len(rest) > 1 && strings.ContainsRune("0123456789.", rune(rest[1])):
		return l.take(digits, numberLength(rest)), nil
	}
	for _, s := range []string{"<>", "<=", ">=", "=", "<", ">", "(", ")", ","} {
		if strings.HasPrefix(rest, s) {
			return l.take(sign, len(s)), nil
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return token{}, l.fail(l.at, "%q belongs to no CQL2", r)
}

func (l *lexer) take(c class, n int) token {
	t := token{c, l.text[l.at : l.at+n], l.at, l.at + n}
	l.at += n
	return t
}

// quotedBy takes what stands between two quotes; a quote in it is written twice,
// or with a backslash before it.
func (l *lexer) quotedBy(quote byte, c class) (token, error) {
	var b strings.Builder
	start := l.at
	for i := start + 1; i < len(l.text); i++ {
		switch ch := l.text[i]; {
		case ch != quote && (ch != '\\' || i+1 == len(l.text) || l.text[i+1] != quote):
			b.WriteByte(ch)
		case ch == '\\' || i+1 < len(l.text) && l.text[i+1] == quote:
			i++
			b.WriteByte(quote)
		default:
			l.at = i + 1
			return token{c, b.String(), start, l.at}, nil
		}
	}
	return token{}, l.fail(start, "the quote that opens here is not closed")
}

func isNameStart(r rune) bool { return r == '_' || unicode.IsLetter(r) }

func isNamePart(r rune) bool {
	return isNameStart(r) || unicode.IsDigit(r) || r == '.' || r == ':'
}

// numberLength returns how much of the text reads as a number.
func numberLength(s string) int {
	for i := range len(s) {
		exponent := i > 0 && (s[i-1] == 'e' || s[i-1] == 'E')
		if !strings.ContainsRune("0123456789.eE", rune(s[i])) && (i > 0 && !exponent || !strings.ContainsRune("+-", rune(s[i]))) {
			return i
		}
	}
	return len(s)
}
