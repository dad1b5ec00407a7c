package coordinates

import (
	"regexp"
	"strconv"
	"strings"

	"dateline/text"

	"github.com/paulmach/orb"
)

// Parts of an angle. Minutes and seconds may be decimal; the symbols are those produced by
// keyboards and word processors.
const (
	digit     = `[0-9٠-٩۰-۹]`
	number    = digit + `{1,3}(?:[.٫]` + digit + `{1,8})?`
	smaller   = digit + `{1,2}(?:[.٫]` + digit + `{1,6})?`
	blank     = `[ \t\x{a0}]*`
	degree    = `(?:[°º˚]|(?i:degrees|deg)|درجة)`
	degrees   = blank + degree + `?` + blank
	minutes   = blank + `(?:['′’‘]|(?i:minutes|min)|دقيقة)?` + blank
	seconds   = blank + `(?:["″”“]|''|′′|(?i:seconds|sec)|ثانية)?` + blank
	angle     = `(` + number + `)(` + degrees + `)(?:(` + smaller + `)` + minutes + `(?:(` + smaller + `)` + seconds + `)?)?`
	latitude  = `(?i:(north|south|n|s|شمالاً|شمالا|شمال|جنوباً|جنوبا|جنوب))`
	longitude = `(?i:(east|west|e|w|شرقاً|شرقا|شرق|غرباً|غربا|غرب))`
	between   = blank + `[,;،/]?` + blank + `(?:و|and)?` + blank
)

// dashed is an angle as notices to mariners write it: 13-02N 048-57.5E.
const dashed = `(` + digit + `{1,3})()-(` + digit + `{2}(?:\.` + digit + `{1,4})?)(?:-(` + digit + `{2}))?`

var (
	dashedBehind     = regexp.MustCompile(`^` + dashed + `([NS])` + between + dashed + `([EW])`)
	hemisphereBehind = regexp.MustCompile(`^` + angle + latitude + between + angle + longitude)
	hemisphereBefore = regexp.MustCompile(`^` + latitude + blank + angle + between + longitude + blank + angle)
)

// afterNumber is what may follow the whole number that a position begins with: a hemisphere, a sign
// or word for degrees, or the capitals of a grid reference; but not a word that begins like one.
var afterNumber = regexp.MustCompile(`^` + blank + `(?:[°º˚]|-` + digit + `{2}[NS.-]|[A-Z](?:[^a-z]|$)|(?:` + degree + `|` + latitude + `)(?:\PL|$))`)

// GoesOn quickly excludes positions that begin with a whole number, by the text after it: 34
// north may be one, 34 soldiers is none.
func GoesOn(after string) bool { return afterNumber.MatchString(after) }

// anglesAt parses two angles with hemispheres, latitude first.
func anglesAt(text string) (Position, bool) {
	m := hemisphereBehind.FindStringSubmatch(text)
	if m == nil {
		m = dashedBehind.FindStringSubmatch(text)
	}
	if m == nil {
		if m = hemisphereBefore.FindStringSubmatch(text); m == nil {
			return Position{}, false
		}
		// move the hemisphere after its angle, as in the other form
		m = []string{m[0], m[2], m[3], m[4], m[5], m[1], m[7], m[8], m[9], m[10], m[6]}
		m[0] = m[0][:trimmedLen(m[0])]
	}
	if endsInWord(text, len(m[0])) || !isAngle(m[1:5]) || !isAngle(m[6:10]) {
		return Position{}, false
	}
	lat, okLat := degreesOf(m[1], m[3], m[4], m[5])
	lon, okLon := degreesOf(m[6], m[8], m[9], m[10])
	if !okLat || !okLon || !inRange(lat, lon) {
		return Position{}, false
	}
	return Position{Point: orb.Point{lon, lat}, Form: Angles, Bytes: len(m[0])}, true
}

// isAngle reports whether a number is certainly in degrees: it has a degree sign, minutes, or a
// fraction. "5 N, 6 E" may be anything.
func isAngle(parts []string) bool {
	return strings.TrimSpace(parts[1]) != "" || parts[2] != "" || strings.ContainsAny(parts[0], ".٫")
}

// degreesOf converts an angle to decimal degrees; false if minutes or seconds are 60 or more.
func degreesOf(degrees, minutes, seconds, hemisphere string) (float64, bool) {
	value := 0.0
	for i, part := range [...]string{degrees, minutes, seconds} {
		if part == "" {
			break
		}
		n, err := strconv.ParseFloat(latin(part), 64)
		if err != nil || i > 0 && n >= 60 {
			return 0, false
		}
		value += n / [...]float64{1, 60, 3600}[i]
	}
	switch strings.ToLower(hemisphere)[:1] {
	case "s", "w":
		return -value, true
	}
	if strings.HasPrefix(hemisphere, "جنوب") || strings.HasPrefix(hemisphere, "غرب") {
		return -value, true
	}
	return value, true
}

// latin replaces Arabic-Indic and Persian digits and the Arabic decimal separator by ASCII.
func latin(s string) string { return strings.ReplaceAll(text.LatinDigits(s), "٫", ".") }
