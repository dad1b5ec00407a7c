package resolve

import (
	"time"

	"dateline/newsdate"
	"dateline/newsdate/calendar"
	"dateline/newsdate/expression"
	"dateline/newsdate/words"
)

// Anchor is the context of an expression.
type Anchor struct {
	Published time.Time     // in the text's own zone; zero if unknown
	Year      int           // of an earlier expression, 0 for none
	Previous  newsdate.Date // the preceding date, none for nothing
	Tense     expression.Tense
}

// Date resolves an expression to a day, month or year, none if the anchor does not suffice.
// carried reports that its year is from the earlier expression and differs from what publication
// gives.
func Date(e *expression.Expression, a Anchor) (d newsdate.Date, carried bool) {
	ref := newsdate.Civil(a.Published)
	if e.Turned {
		a.Tense = e.Tense
	}
	switch f := &e.Form; {
	case e.Shift.FromPrevious:
		return fromPrevious(&e.Shift, a.Previous, ref), false
	case e.Shift.N > 0:
		if d = shifted(e, a.Published, a.Tense); d.IsZero() && e.Shift.Future && a.Tense < expression.Future {
			d = fromPrevious(&e.Shift, a.Previous, ref) // بعد يومين
		}
		return d, false
	case f.Year > 0 && f.Month == 0:
		if ref.IsZero() || f.Year <= ref.Year || a.Tense >= expression.Future {
			d = yearOf(f.Year)
		}
		return d, false
	case f.Year > 0 && f.Ambiguous:
		return disambiguated(f, ref), false
	case f.Year > 0:
		return f.Dated(f.Year), false
	case f.YearSaid && !ref.IsZero():
		return f.Dated(ref.Year + f.YearOffset), false
	case f.Month > 0:
		return bare(e, ref, a)
	case e.Weekday >= 0 && !ref.IsZero():
		return onWeekday(ref, time.Weekday(e.Weekday), a.Tense), false
	}
	return newsdate.Date{}, false
}

// bare finds the year of a month, with or without a day: from publication, or from an earlier
// expression.
func bare(e *expression.Expression, ref newsdate.Date, a Anchor) (d newsdate.Date, carried bool) {
	if !ref.IsZero() {
		d = nearest(e, ref, a.Tense)
	}
	if a.Year == 0 || a.Tense != expression.Past {
		return d, false
	}
	told := e.Form.Dated(a.Year)
	if newsdate.Exists(a.Year, told.Month, told.Day) && (ref.IsZero() || isOn(told, ref, expression.Past)) {
		return told, told != d
	}
	return d, false
}

// disambiguated returns the reading that is not after publication; the year alone if neither or
// both are.
func disambiguated(f *calendar.Form, ref newsdate.Date) newsdate.Date {
	a, b := f.Dated(f.Year), newsdate.Date{Year: f.Year, Month: time.Month(f.Day), Day: int(f.Month), Precision: newsdate.Day}
	if !ref.IsZero() {
		if isPast := isOn(a, ref, expression.Past); isPast != isOn(b, ref, expression.Past) {
			if isPast {
				return a
			}
			return b
		}
	}
	return yearOf(f.Year)
}

// shifted returns the date at a distance from publication. Weeks start on Mondays.
func shifted(e *expression.Expression, published time.Time, t expression.Tense) newsdate.Date {
	if published.IsZero() || e.Shift.Future && t < expression.Future {
		return newsdate.Date{}
	}
	d := fromPublished(&e.Shift, published)
	if e.Weekday >= 0 && e.Shift.Unit == words.UnitWeek {
		d.Precision = newsdate.Day
		d = d.AddDays((e.Weekday+6)%7 - (int(d.Weekday())+6)%7)
	}
	return d
}

func yearOf(year int) newsdate.Date {
	return newsdate.Date{Year: year, Month: time.January, Day: 1, Precision: newsdate.Year}
}

// monthOf returns a month of a year, which may be an adjacent year.
func monthOf(year int, month time.Month) newsdate.Date {
	d := newsdate.Civil(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC))
	d.Precision = newsdate.Month
	return d
}
