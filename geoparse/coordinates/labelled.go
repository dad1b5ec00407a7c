package coordinates

import (
	"regexp"

	"github.com/paulmach/orb"
)

const (
	labelOfLat = `(?i:latitude|lat|عرض|العرض)`
	labelOfLon = `(?i:longitude|long|lon|lng|طول|الطول)`
	colon      = `[ \t\x{a0}:=.]*`
	value      = `([-−+]?` + digit + `{1,3}[.٫]` + digit + `{1,12})` + degrees
	link       = `[,;،/]?` + blank + `(?:and` + blank + `|و)?(?:خط` + blank + `|دائرة` + blank + `)?`
)

var (
	latThenLon = regexp.MustCompile(`^` + labelOfLat + colon + value + link + labelOfLon + colon + value)
	lonThenLat = regexp.MustCompile(`^` + labelOfLon + colon + value + link + labelOfLat + colon + value)
)

// labelledAt parses two decimal numbers labelled latitude and longitude, in either order.
func labelledAt(text string) (Position, bool) {
	m, first, second := latThenLon.FindStringSubmatch(text), 1, 2
	if m == nil {
		m, first, second = lonThenLat.FindStringSubmatch(text), 2, 1
	}
	if m == nil {
		return Position{}, false
	}
	end := trimmedLen(m[0])
	lat, okLat := parseSigned(m[first])
	lon, okLon := parseSigned(m[second])
	if endsInWord(text, end) || !okLat || !okLon || !inRange(lat, lon) {
		return Position{}, false
	}
	return Position{Point: orb.Point{lon, lat}, Form: Angles, Bytes: end}, true
}
