package cli

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// Count formats a number with the noun in singular or plural.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// ReadPoint parses a flag that is a point.
func ReadPoint(flag, value string) (p orb.Point, err error) {
	if n, err := fmt.Sscanf(value, "%f,%f", &p[0], &p[1]); n != 2 || err != nil || !(p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90) {
		return p, fmt.Errorf("%s %s: want LON,LAT in degrees, such as 36.65,35.44", flag, value)
	}
	return p, nil
}

// Degrees formats a coordinate with its known decimals, at most five.
func Degrees(v float64) string {
	return strconv.FormatFloat(math.Round(v*1e5)/1e5, 'f', -1, 64)
}

// ClockTime formats a time for people, in the local zone.
func ClockTime(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.Local().Format("2006-01-02 15:04")
}

// ShortDuration formats 15m0s as 15m.
func ShortDuration(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// IsWebAddress reports whether an argument is a web address, ignoring case.
func IsWebAddress(path string) bool {
	lower := strings.ToLower(path[:min(len(path), 8)])
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// ReadCountry parses a flag that is a country, by its two or three letters.
func ReadCountry(flag, value string) (string, error) {
	region, err := language.ParseRegion(value)
	if err != nil || !region.IsCountry() {
		return "", fmt.Errorf("%s %s: want the two or three letters of a country, such as SY or SYR", flag, value)
	}
	return region.String(), nil
}
