package text

import "strings"

// LatinDigits writes Arabic-Indic and Persian digits as 0 to 9.
func LatinDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '٠' <= r && r <= '٩':
			return '0' + r - '٠'
		case '۰' <= r && r <= '۹':
			return '0' + r - '۰'
		}
		return r
	}, s)
}
