package document

import (
	"time"

	"dateline/newsdate"
)

// ParseTime parses a time of a Document: a date, or date and time of RFC 3339, with its zone,
// within the years 1 to 9999 also in UTC. It returns the zero time for anything else.
func ParseTime(s string) time.Time {
	t, ok := newsdate.ISO(s)
	if year := t.UTC().Year(); !ok || year < 1 || year > 9999 {
		return time.Time{}
	}
	return t
}

// DayOf returns midnight UTC of the day of an instant in its own zone, the zero time for that.
func DayOf(t time.Time) time.Time { return newsdate.Civil(t).Time() }
