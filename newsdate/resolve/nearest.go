package resolve

import (
	"time"

	"dateline/newsdate"
	"dateline/newsdate/expression"
)

// nearest returns the nearest such month or day on the side of publication that the tense
// requires. With a day of the week, that decides the side.
func nearest(e *expression.Expression, ref newsdate.Date, t expression.Tense) newsdate.Date {
	f := &e.Form
	if f.Day == 0 {
		return inMonth(ref, f.Month, t)
	}
	d := onDay(ref, f.Month, f.Day, t)
	if e.Weekday >= 0 && !e.Turned && int(d.Weekday()) != e.Weekday {
		if other := onDay(ref, f.Month, f.Day, expression.Past+expression.Future-t); int(other.Weekday()) == e.Weekday {
			return other
		}
	}
	return d
}

// onDay resolves a month and a day without a year.
func onDay(ref newsdate.Date, month time.Month, day int, t expression.Tense) newsdate.Date {
	step, start := -1, ref.Year
	if t >= expression.Future {
		step = 1
	} else if d := (newsdate.Date{Year: ref.Year + 1, Month: month, Day: day, Precision: newsdate.Day}); month == 1 && ref.AddDays(1) == d {
		start++ // New Year's day, read on its eve
	}
	for y := start; y != start+9*step; y += step { // leap years are at most eight apart
		d := newsdate.Date{Year: y, Month: month, Day: day, Precision: newsdate.Day}
		if newsdate.Exists(y, month, day) && isOn(d, ref, t) {
			return d
		}
	}
	return newsdate.Date{}
}

// inMonth resolves a month without a year.
func inMonth(ref newsdate.Date, month time.Month, t expression.Tense) newsdate.Date {
	d := newsdate.Date{Year: ref.Year, Month: month, Day: 1, Precision: newsdate.Month}
	switch {
	case t == expression.Past && month > ref.Month, t == expression.Earlier && month >= ref.Month:
		d.Year--
	case t == expression.Future && month < ref.Month, t == expression.Later && month <= ref.Month:
		d.Year++
	}
	return d
}

// onWeekday resolves a day of the week.
func onWeekday(ref newsdate.Date, day time.Weekday, t expression.Tense) newsdate.Date {
	back := (int(ref.Weekday()) - int(day) + 7) % 7
	switch {
	case t == expression.Earlier && back == 0:
		back = 7
	case t == expression.Future && back > 0, t == expression.Later:
		back -= 7
	}
	return ref.AddDays(-back)
}

// isOn reports whether the day is on the side of the tense. A text may be dated a day before its
// events: zones differ.
func isOn(d, ref newsdate.Date, t expression.Tense) bool {
	switch t {
	case expression.Past:
		return !ref.AddDays(1).Before(d)
	case expression.Earlier:
		return d.Before(ref)
	case expression.Later:
		return ref.Before(d)
	}
	return !d.Before(ref)
}
