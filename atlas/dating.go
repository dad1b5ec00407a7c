package atlas

import (
	"time"

	"dateline/feature"
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

// span returns the first and the last day on which it may have been, midnight UTC.
func (d dating) span() (first, last time.Time) {
	precision, _ := newsdate.ReadPrecision(d.precision)
	if precision == newsdate.Unknown || precision == newsdate.Day || d.day.IsZero() {
		return d.day, d.day
	}
	date := newsdate.Civil(d.day)
	date.Precision = precision
	return date.First(), date.Last()
}

// days returns the days of span, none when nothing is known.
func (d dating) days() feature.Days {
	first, last := d.span()
	days := feature.OneDay(first)
	if days.Known && first != last {
		days.Last = feature.DayOf(last)
	}
	return days
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
