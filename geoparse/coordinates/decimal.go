package coordinates

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paulmach/orb"
)

const signed = `([-−+]?` + digit + `{1,3}[.٫]` + digit + `{2,12})` + degrees

var decimalPair = regexp.MustCompile(`^` + signed + blank + `(?:[,;،/|]|` + `[ \t\x{a0}])` + blank + signed)

// decimalAt parses two decimal numbers that could be latitude and longitude.
func decimalAt(text string) (Position, bool) {
	m := decimalPair.FindStringSubmatch(text)
	if m == nil {
		return Position{}, false
	}
	end := trimmedLen(m[0])
	lat, okLat := parseSigned(m[1])
	lon, okLon := parseSigned(m[2])
	if endsInWord(text, end) || !okLat || !okLon || !inRange(lat, lon) {
		return Position{}, false
	}
	return Position{Point: orb.Point{lon, lat}, Form: Decimal, Bytes: end, Digits: min(decimals(m[1]), decimals(m[2]))}, true
}

func parseSigned(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(latin(s), "−", "-"), 64)
	return v, err == nil
}

// decimals counts the decimal places.
func decimals(s string) int {
	_, fraction, _ := strings.Cut(latin(s), ".")
	return len(fraction)
}

// endsInWord reports whether a word or number continues at byte end.
func endsInWord(text string, end int) bool {
	r, _ := utf8.DecodeRuneInString(text[end:])
	before, _ := utf8.DecodeLastRuneInString(text[:end])
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return isWord(r) && isWord(before)
}
