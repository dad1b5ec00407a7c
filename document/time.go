package document

import (
	"time"

	"dateline/newsdate"
)

// ParseTime reads what Document's times are: a date, or date and time of RFC
// 3339, with its zone, within the years 1 to 9999 in UTC too. It returns the zero
// time for anything else.
func ParseTime(s string) time.Time {
	t, ok := newsdate.ISO(s)
	if year := t.UTC().Year(); !ok || year < 1 || year > 9999 {
		return time.Time{}
	}
	return t
}

// DayOf returns midnight UTC of the day that an instant has in its own zone, the
// zero time for that.
func DayOf(t time.Time) time.Time { return newsdate.Civil(t).Time() }
