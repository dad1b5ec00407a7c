package query

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold normalises text for searches: lower case, compatibility decomposition (Unicode NFKD)
// without marks, without apostrophes, variants of Arabic letters unified, digits 0 to 9.
func Fold(s string) string { return string(appendFold(make([]byte, 0, len(s)), s)) }

func appendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = appendASCII(b, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isArabicLetter(r) {
			b = appendArabic(b, r)
		} else if d := norm.NFKD.PropertiesString(s[i:]).Decomposition(); d != nil {
			for _, r := range string(d) {
				b = appendRune(b, r)
			}
		} else {
			b = appendRune(b, r)
		}
		i += size
	}
	return b
}

func appendASCII(b []byte, c byte) []byte {
	switch {
	case c == '\'' || c == '`':
		return b
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	}
	return append(b, c)
}

// isArabicLetter reports whether a rune is in the basic alphabet, most of Arabic text, which has
// neither decomposition nor case.
func isArabicLetter(r rune) bool { return 'ا' <= r && r <= 'ي' }

func appendArabic(b []byte, r rune) []byte {
	switch r {
	case 'ـ': // lengthens the line
		return b
	case 'ة':
		r = 'ه'
	case 'ى':
		r = 'ي'
	}
	return utf8.AppendRune(b, r)
}

// appendRune appends the folded form of a rune without decomposition.
func appendRune(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return appendASCII(b, byte(r))
	case isArabicLetter(r):
		return appendArabic(b, r)
	}
	if isIgnored(r) {
		return b
	}
	switch {
	case '٠' <= r && r <= '٩':
		r -= '٠' - '0'
	case '۰' <= r && r <= '۹':
		r -= '۰' - '0'
	default:
		r = plain(unicode.ToLower(r))
	}
	return utf8.AppendRune(b, r)
}

// isIgnored reports marks, and characters written for an apostrophe, hamza or ayn.
func isIgnored(r rune) bool {
	switch r {
	case '‘', '’', 'ʼ', 'ʿ', 'ʾ', 'ʻ', 'ʽ':
		return true
	}
	return unicode.IsMark(r) || unicode.Is(unicode.Cf, r)
}

// plain maps letters that Unicode distinguishes and writers don't.
func plain(r rune) rune {
	switch r {
	case 'ٱ':
		return 'ا'
	case 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	}
	return r
}
