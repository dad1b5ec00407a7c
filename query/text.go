package query

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words folds the words of a search.
func Words(s string) []string { return strings.Fields(Fold(s)) }

// Fold brings text to the form in which searches compare it: lower case,
// without marks, Arabic letter variants unified.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.IsMark(r) || r == 'ـ':
		case r == 'أ' || r == 'إ' || r == 'آ':
			b.WriteRune('ا')
		case r == 'ة':
			b.WriteRune('ه')
		case r == 'ى':
			b.WriteRune('ي')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
