// Package text normalises spellings and identifies the script of a text. Its functions are pure
// and safe for concurrent use.
//
//	text.Fold("Khān Shaykhūn") == text.Fold("khan shaykhun")
//	text.IsArabic("خان شيخون") // true
//
// Each takes time linear in its input.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold normalises a text: letter case, quotes, dashes, digits of any script, runs of white
// space, Arabic vowel marks and forms of alef; it drops invisible characters.
func Fold(s string) string {
	var short [64]byte
	b := short[:0]
	if len(s) > len(short) {
		b = make([]byte, 0, len(s))
	}
	return string(AppendFold(b, s))
}

// AppendFold appends the normalised text to b.
func AppendFold(b []byte, s string) []byte {
	start, space := len(b), false
	for _, r := range s {
		r = foldRune(r)
		switch {
		case r < 0:
		case r == ' ':
			space = len(b) > start
		default:
			if space {
				b = append(b, ' ')
				space = false
			}
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// foldRune returns -1 for what is dropped.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return foldASCII(r)
	}
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == '’' || r == '‘' || r == 'ʼ':
		return '\''
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
		return '"'
	case r >= '‐' && r <= '―' || r == '−':
		return '-'
	case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
		return 'ا'
	case r == 'ى':
		return 'ي'
	case r == 'ـ' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return -1
	}
	if d, ok := Digit(r); ok {
		return '0' + rune(d)
	}
	return unicode.ToLower(r)
}

func foldASCII(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= '\t' && r <= '\r':
		return ' '
	case r == '`':
		return '\''
	}
	return r
}

// Digit returns the value of a European, Arabic-Indic or Persian digit.
func Digit(r rune) (int, bool) {
	for _, zero := range [...]rune{'0', '٠', '۰'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// SameWords folds further, to compare titles: without punctuation.
func SameWords(s string) string {
	return strings.Join(strings.FieldsFunc(Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// OneLine replaces every run of white space with a space, and drops those at the ends.
func OneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isOneLine reports whether OneLine leaves s as it is, as it does most of the time.
func isOneLine(s string) bool {
	blank := true // the rune before
	for _, r := range s {
		if unicode.IsSpace(r) && (blank || r != ' ') {
			return false
		}
		blank = r == ' '
	}
	return s == "" || !blank
}

// Clip cuts a line at a word boundary to at most n code points.
func Clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-،؛") + "…"
}
