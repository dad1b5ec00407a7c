// Package coordinates reads coordinates in running text: a pair of angles with hemispheres
// ("35°26'24"N 36°39'10"E", "N 35 26.4 E 36 39.1", "15.8091 شمالا 45.5876 شرقا"), a pair of decimal
// degrees ("35.4412, 36.6512") and a grid reference of the Military Grid Reference System ("37S BV
// 86512 24713").
//
// All functions are pure, and linear in the length of what is read. Positions are WGS 84 in
// degrees.
package coordinates

import (
	"strings"
	"unicode"

	"github.com/paulmach/orb"
)

// Form is the notation of a position.
type Form string

// Forms of positions.
const (
	Angles  Form = "angles"  // with hemispheres, or labelled latitude and longitude
	Decimal Form = "decimal" // two numbers, latitude first: only the context tells that they are a position
	Grid    Form = "grid"    // MGRS or UTM
)

// Position is a position in a text.
type Position struct {
	Point orb.Point // lon, lat
	Form  Form
	Bytes int // length in the text
	// Digits is the number of decimal places of the coarser number, or of digits of a grid
	// reference's easting.
	Digits int
}

// maxBytes is the maximum length of a position.
const maxBytes = 96

// At parses the position at the beginning of text; false if there is none. Latitudes beyond 90
// and longitudes beyond 180 degrees are rejected.
func At(text string) (Position, bool) {
	if len(text) > maxBytes {
		text = text[:maxBytes]
	}
	if !hasTwoNumbers(text) {
		return Position{}, false
	}
	for _, read := range [...]func(string) (Position, bool){anglesAt, labelledAt, gridAt, utmAt, decimalAt} {
		if p, ok := read(text); ok {
			return p, true
		}
	}
	return Position{}, false
}

// hasTwoNumbers quickly excludes texts without two separate numbers.
func hasTwoNumbers(text string) bool {
	numbers, in := 0, false
	for _, r := range text {
		digit := unicode.IsDigit(r)
		if digit && !in {
			numbers++
		}
		in = digit
	}
	return numbers > 1
}

// trimmedLen is the length without trailing spaces.
func trimmedLen(text string) int { return len(strings.TrimRight(text, " \t\u00a0")) }

func inRange(lat, lon float64) bool {
	return -90 <= lat && lat <= 90 && -180 <= lon && lon <= 180
}
