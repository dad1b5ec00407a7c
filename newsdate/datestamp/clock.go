package datestamp

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // makes named zones independent of the machine

	"dateline/newsdate"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// clock is a time of day and its zone, nil for none.
type clock struct {
	hour, minute, second int
	said                 bool
	zone                 *time.Location
}

var (
	clockPattern  = regexp.MustCompile(`(?i)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\b\.?|صباحا|مساء|[صم](?:\s|$))?`)
	offsetPattern = regexp.MustCompile(`^\s*\(?(?i:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?\b\)?`)
	placePattern  = regexp.MustCompile(`\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]+(?:/[A-Za-z_]+)?`)
)

// cutClock removes the time of day and the zone from a date.
func cutClock(s string) (clock, string) {
	var c clock
	if m := placePattern.FindStringIndex(s); m != nil {
		if zone, err := time.LoadLocation(s[m[0]:m[1]]); err == nil {
			c.zone, s = zone, s[:m[0]]+" "+s[m[1]:]
		}
	}
	m := clockPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return c, s
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	if !c.set(group(1), group(2), group(3), strings.ToLower(strings.TrimSpace(group(4)))) {
		return clock{}, s
	}
	before, after := s[:m[0]], s[m[1]:]
	if c.zone == nil {
		after = c.cutZone(after)
	}
	return c, before + " " + after
}

// set sets the numbers of a time. It reports whether they are valid.
func (c *clock) set(hour, minute, second, half string) bool {
	c.hour, _ = strconv.Atoi(hour)
	c.minute, _ = strconv.Atoi(minute)
	c.second, _ = strconv.Atoi(second)
	switch {
	case half == "":
	case c.hour < 1 || c.hour > 12:
		return false
	case strings.HasPrefix(half, "p") || strings.HasPrefix(half, "م"):
		c.hour = c.hour%12 + 12
	default:
		c.hour %= 12
	}
	c.said = c.hour < 24 && c.minute < 60 && c.second < 60
	return c.said
}

// cutZone removes the zone at the start of what follows a time.
func (c *clock) cutZone(s string) string {
	if m := offsetPattern.FindStringSubmatch(s); m != nil {
		hours, _ := strconv.Atoi(m[2])
		minutes, _ := strconv.Atoi(m[3])
		if offset := 60 * (60*hours + minutes); hours <= 14 && minutes < 60 {
			if m[1] == "-" {
				offset = -offset
			}
			c.zone = time.FixedZone("", offset)
			return s[len(m[0]):]
		}
	}
	rest := strings.TrimLeft(s, " (")
	name := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return !token.IsLetter(r) }); end >= 0 {
		name = rest[:end]
	}
	switch w := words.LookUp(name); {
	case name == "Z" || name == "z":
		c.zone = time.UTC
	case w.Is&words.Zone != 0:
		c.zone = time.FixedZone(name, 60*int(w.Value))
	default:
		return s
	}
	return strings.TrimLeft(rest[len(name):], " )")
}

// on returns the instant of the clock on a day; midnight UTC if it lacks a time or a zone.
func (c *clock) on(d newsdate.Date) time.Time {
	if !c.said || c.zone == nil {
		return d.Time()
	}
	return time.Date(d.Year, d.Month, d.Day, c.hour, c.minute, c.second, 0, c.zone)
}
