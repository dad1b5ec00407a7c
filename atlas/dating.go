package atlas

import (
	"time"

	"dateline/geoparse"
	"dateline/newsdate"
)

// dating says when that happened which is told of a mention or a front.
type dating struct {
	day             time.Time // midnight UTC; zero when nothing is known
	precision, from string    // as in a Document; empty when nothing is known
}

// newDating takes what a Document says, which may be nothing more than a day or
// nothing at all: then the day of publication holds.
func newDating(date, precision, from string, published time.Time) dating {
	d := dating{parseTime(date), precision, from}
	if d.day.IsZero() {
		d = dating{day: published, from: string(geoparse.FromPublished)}
	}
	switch {
	case d.day.IsZero():
		return dating{}
	case d.precision == "":
		d.precision = newsdate.Day.String()
	}
	if d.from == "" {
		d.from = string(geoparse.FromText)
	}
	return d
}

// parseTime reads what Document's times are: a date, or date and time of RFC
// 3339, with its zone, within the years 0 to 9999 in UTC too. It returns the zero
// time for anything else.
func parseTime(s string) time.Time {
	t, ok := newsdate.ISO(s)
	if year := t.UTC().Year(); !ok || year < 0 || year > 9999 {
		return time.Time{}
	}
	return t
}

// dayOf returns midnight UTC of the day that an instant has in its own zone, the
// zero time for that.
func dayOf(t time.Time) time.Time { return newsdate.Civil(t).Time() }
