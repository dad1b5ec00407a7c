package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letters counts the letters of Arabic and of other scripts.
func Letters(s string) (arabic, other int) {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				other++
			}
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.IsLetter(r):
			other++
		}
	}
	return arabic, other
}

// IsArabic reports whether most letters of a text are Arabic.
func IsArabic(s string) bool {
	arabic, other := Letters(s)
	return arabic > other
}

// Prefix returns at most n bytes of s, cut at a space where there is one.
func Prefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > n/2 {
		return s[:i]
	}
	return strings.ToValidUTF8(s[:n], "")
}
