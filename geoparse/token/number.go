package token

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/text"
)

// NumberEnd returns the byte after the number at i, including decimal point, thousands
// separators and a fraction such as ½; i if there is none. A point or comma without a digit
// after it is punctuation.
func NumberEnd(text string, i int) int {
	end := DigitsEnd(text, i)
	if end == i {
		return i
	}
	for {
		r, w := utf8.DecodeRuneInString(text[end:])
		next := DigitsEnd(text, end+w)
		if !isNumberSeparator(r) || next == end+w || isComma(r) && next-end-w > 3*digitWidth(text[end+w:]) {
			break
		}
		end = next
	}
	if r, w := utf8.DecodeRuneInString(text[end:]); vulgarFractions[r] > 0 {
		end += w
	}
	return end
}

// DigitsEnd returns the byte after the run of digits at i.
func DigitsEnd(text string, i int) int {
	for i < len(text) {
		r, w := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsDigit(r) {
			break
		}
		i += w
	}
	return i
}

// digitWidth returns the size in bytes of the digit that text begins with.
func digitWidth(text string) int {
	_, w := utf8.DecodeRuneInString(text)
	return w
}

func isNumberSeparator(r rune) bool { return r == '.' || r == '٫' || isComma(r) }

// isComma reports whether r is a thousands separator or decimal comma.
func isComma(r rune) bool { return r == ',' || r == '٬' || r == '،' }

// vulgarFractions are the fractions that may follow a whole number.
var vulgarFractions = map[rune]float64{'¼': 0.25, '½': 0.5, '¾': 0.75}

// ParseNumber parses a number as written in the press: 12.75, 12,75, 1,200, ٢٫٥, 6½. A comma
// before exactly three digits separates thousands.
func ParseNumber(s string) (float64, bool) {
	fraction := 0.0
	if last, w := utf8.DecodeLastRuneInString(s); vulgarFractions[last] > 0 {
		fraction, s = vulgarFractions[last], s[:len(s)-w]
	}
	s = strings.NewReplacer("٫", ".", "٬", ",", "،", ",").Replace(text.LatinDigits(s))
	point := strings.LastIndexByte(s, '.')
	if comma := strings.LastIndexByte(s, ','); comma >= 0 && point < 0 && (len(s)-comma-1 != 3 || s[0] == '0') {
		s = s[:comma] + "." + s[comma+1:]
	}
	number, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return number + fraction, err == nil
}
