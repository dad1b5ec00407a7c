package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldWord normalises a word; it is empty for a word longer than any in the tables.
func foldWord(s string) string {
	b, _ := fold(nil, s)
	return string(b)
}

// foldPhrase folds each word of a phrase.
func foldPhrase(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		fields[i] = foldWord(f)
	}
	return strings.Join(fields, " ")
}

// presentation is the first byte of Arabic presentation forms in UTF-8.
const presentation = 0xef

// fold appends the word in lower case, without marks and invisible characters, with one form of
// alef, ya and ta marbuta, and presentation forms as letters. It returns false if the word is
// longer than any in the tables.
func fold(b []byte, s string) ([]byte, bool) {
	if s != "" && s[0] >= utf8.RuneSelf && strings.IndexByte(s, presentation) >= 0 {
		s = norm.NFKC.String(s)
	}
	for _, r := range s {
		switch {
		case len(b) > maxWord-utf8.UTFMax:
			return b, false
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b = append(b, byte(r))
			continue
		case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
			r = 'ا'
		case r == 'ى' || r == 'ی':
			r = 'ي'
		case r == 'ک':
			r = 'ك'
		case r == 'ة':
			r = 'ه'
		case r == 'ـ' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
			continue
		default:
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
	return b, len(b) > 0
}
