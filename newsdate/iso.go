package newsdate

import (
	"strings"
	"time"
)

// ISO parses a date (2019-08-22, which is midnight UTC) or a date and time of RFC 3339, which
// keeps its zone; false for anything else. It is made for rows of data: a date takes some
// nanoseconds.
func ISO(s string) (time.Time, bool) {
	if len(s) == len(time.DateOnly) {
		return isoDay(s)
	}
	if len(s) < len("2006-01-02T15:04:05Z") {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil { // "t" and "z" are allowed too (RFC 3339, 5.6)
		t, err = time.Parse(time.RFC3339Nano, strings.ToUpper(s))
	}
	return t, err == nil
}

func isoDay(s string) (time.Time, bool) {
	if s[4] != '-' || s[7] != '-' {
		return time.Time{}, false
	}
	var n [3]int
	for i, part := range [...]string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return time.Time{}, false
			}
			n[i] = 10*n[i] + int(c-'0')
		}
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if int(t.Month()) != n[1] || t.Day() != n[2] {
		return time.Time{}, false
	}
	return t, true
}

// Format formats an instant as ISO parses it: midnight UTC as the day alone; nothing for the
// zero time.
func Format(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	_, offset := t.Zone()
	if h, m, s := t.Clock(); h+m+s+t.Nanosecond()+offset == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}
