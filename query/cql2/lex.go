package cql2

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is the kind of a token.
type class int

const (
	atEnd   class = iota
	word          // property name, keyword or function
	quoted        // property name in double quotes
	literal       // text in single quotes
	digits        // number
	sign          // operator or punctuation
)

// token is a token of CQL2 text (OGC 21-065r2, annex B).
type token struct {
	class class
	text  string // its value, without quotes
	at    int    // byte offset
	place string // the same as an Error gives it
}

// is reports whether the token is a keyword or sign, ignoring case.
func (t token) is(text string) bool {
	return (t.class == word || t.class == sign) && strings.EqualFold(t.text, text)
}

// isAny reports whether it is one of several.
func (t token) isAny(texts []string) bool { return slices.ContainsFunc(texts, t.is) }

func (t token) isComparison() bool { return t.isAny([]string{"=", "<>", "<=", ">=", "<", ">"}) }

// makes returns an expression whose operator the token names.
func (t token) makes(op string, args ...*Expression) *Expression {
	return &Expression{Op: op, at: t.place, Args: args}
}

// holds returns an expression whose value the token begins.
func (t token) holds(op string, value any) *Expression {
	return &Expression{Op: op, at: t.place, Value: value}
}

// fail returns an error at a token.
func (t token) fail(format string, args ...any) error {
	return &Error{At: t.place, Reason: fmt.Sprintf(format, args...)}
}

func (t token) String() string {
	if t.class == atEnd {
		return "the end"
	}
	return fmt.Sprintf("%q", t.text)
}

// lexer splits CQL2 text into tokens.
type lexer struct {
	text    string
	at      int
	counted int // bytes whose code points column counts
	column  int
}

// begin returns a token at the lexer's position.
func (l *lexer) begin(c class) token {
	l.column += utf8.RuneCountInString(l.text[l.counted:l.at])
	l.counted = l.at
	return token{class: c, at: l.at, place: "column " + strconv.Itoa(l.column+1)}
}

// next returns the next token.
func (l *lexer) next() (token, error) {
	l.at += len(l.text[l.at:]) - len(strings.TrimLeftFunc(l.text[l.at:], unicode.IsSpace))
	rest := l.text[l.at:]
	if rest == "" {
		return l.begin(atEnd), nil
	}
	switch first, _ := utf8.DecodeRuneInString(rest); {
	case first == '\'':
		return l.quotedBy('\'', literal)
	case first == '"':
		return l.quotedBy('"', quoted)
	case isNameStart(first):
		return l.take(word, len(rest)-len(strings.TrimLeftFunc(rest, isNamePart))), nil
	case strings.ContainsRune("0123456789.", first):
		return l.take(digits, numberLength(rest)), nil
	}
	for _, s := range []string{"<>", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "%", "^"} {
		if strings.HasPrefix(rest, s) {
			return l.take(sign, len(s)), nil
		}
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return token{}, l.begin(sign).fail("unexpected character %q", r)
}

func (l *lexer) take(c class, n int) token {
	t := l.begin(c)
	t.text = l.text[l.at : l.at+n]
	l.at += n
	return t
}

// quotedBy reads a quoted text; a quote in it is doubled, or escaped with a backslash.
func (l *lexer) quotedBy(quote byte, c class) (token, error) {
	var b strings.Builder
	t := l.begin(c)
	for i := l.at + 1; i < len(l.text); i++ {
		switch ch := l.text[i]; {
		case ch != quote && (ch != '\\' || i+1 == len(l.text) || l.text[i+1] != quote):
			b.WriteByte(ch)
		case ch == '\\' || i+1 < len(l.text) && l.text[i+1] == quote:
			i++
			b.WriteByte(quote)
		default:
			l.at = i + 1
			t.text = b.String()
			return t, nil
		}
	}
	return token{}, t.fail("the quotation mark that opens here is not closed")
}

func isNameStart(r rune) bool { return r == '_' || r == ':' || unicode.IsLetter(r) }

func isNamePart(r rune) bool {
	return isNameStart(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '.'
}

// numberLength returns the length of an unsigned number at the start of the text.
func numberLength(s string) int {
	for i := range len(s) {
		exponent := i > 0 && (s[i-1] == 'e' || s[i-1] == 'E')
		if !strings.ContainsRune("0123456789.eE", rune(s[i])) && !(exponent && strings.ContainsRune("+-", rune(s[i]))) {
			return i
		}
	}
	return len(s)
}
