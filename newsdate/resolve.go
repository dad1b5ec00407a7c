package newsdate

import "time"

// tense says on which side of publication a date lies that could be on either.
type tense uint8

const (
	past    tense = iota // on the day of publication or before
	earlier              // before it: "last Tuesday"
	future               // on it or after
	later                // after it: "next Tuesday"
)

// resolve says which day, month or year an expression means. published may be
// zero, year is that of an expression before, 0 for none, told what the text told
// last, none for nothing.
func (e *expression) resolve(published time.Time, year int, told Date, t tense) {
	ref := Civil(published)
	if e.turned {
		t = e.tense
	}
	switch f := &e.form; {
	case e.shift.told:
		e.date = e.shift.fromTold(told, ref)
	case e.shift.n > 0:
		e.resolveShift(published, ref, t)
		if e.date.IsZero() && e.shift.future && t < future {
			e.date = e.shift.fromTold(told, ref) // بعد يومين
		}
	case f.year > 0 && f.month == 0:
		if ref.IsZero() || f.year <= ref.Year || t >= future {
			e.date = Date{f.year, 1, 1, Year}
		}
	case f.year > 0:
		e.date = f.dated(f.year)
		if f.ambiguous {
			e.date = f.disambiguated(ref)
		}
	case f.yearSaid && !ref.IsZero():
		e.date = f.dated(ref.Year + f.yearOffset)
	case f.month > 0:
		e.resolveBare(ref, year, t)
	case e.weekday >= 0 && !ref.IsZero():
		e.date = onWeekday(ref, time.Weekday(e.weekday), t)
	}
}

func (e *expression) resolveShift(published time.Time, ref Date, t tense) {
	if ref.IsZero() || e.shift.future && t < future {
		return
	}
	e.date = e.shift.from(published)
	if e.weekday >= 0 && e.shift.unit == unitWeek { // weeks begin on Mondays
		e.date.Precision = Day
		e.date = e.date.addDays((e.weekday+6)%7 - (int(e.date.weekday())+6)%7)
	}
}

// resolveBare finds the year of a month, with or without a day: by publication, or
// that of an expression before.
func (e *expression) resolveBare(ref Date, year int, t tense) {
	if !ref.IsZero() {
		e.date = e.nearest(ref, t)
	}
	if year == 0 || t != past {
		return
	}
	d := e.form.dated(year)
	if exists(year, d.Month, d.Day) && (ref.IsZero() || d.isOn(ref, past)) {
		e.carried = d != e.date
		e.date = d
	}
}

// nearest returns the month or day on the side of publication that the tense
// says. Where a day of the week stands beside the day, it decides on the side.
func (e *expression) nearest(ref Date, t tense) Date {
	f := &e.form
	if f.day == 0 {
		return inMonth(ref, f.month, t)
	}
	d := onDay(ref, f.month, f.day, t)
	if e.weekday >= 0 && !e.turned && int(d.weekday()) != e.weekday {
		if other := onDay(ref, f.month, f.day, past+future-t); int(other.weekday()) == e.weekday {
			return other
		}
	}
	return d
}

// dated returns the date in a year.
func (f *form) dated(year int) Date {
	if f.day == 0 {
		return Date{year, f.month, 1, Month}
	}
	return Date{year, f.month, f.day, Day}
}

// disambiguated returns the reading that does not lie after publication, the year
// alone where neither or both do.
func (f *form) disambiguated(ref Date) Date {
	a, b := f.dated(f.year), Date{f.year, time.Month(f.day), int(f.month), Day}
	if !ref.IsZero() {
		if isPast := a.isOn(ref, past); isPast != b.isOn(ref, past) {
			if isPast {
				return a
			}
			return b
		}
	}
	return Date{f.year, 1, 1, Year}
}

// onDay resolves a month and a day without a year.
func onDay(ref Date, month time.Month, day int, t tense) Date {
	step, start := -1, ref.Year
	if t >= future {
		step = 1
	} else if d := (Date{ref.Year + 1, month, day, Day}); month == 1 && ref.addDays(1) == d {
		start++ // New Year's day, read on its eve
	}
	for y := start; y != start+9*step; y += step { // leap years are at most eight apart
		d := Date{y, month, day, Day}
		if exists(y, month, day) && d.isOn(ref, t) {
			return d
		}
	}
	return Date{}
}

// inMonth resolves a month without a year.
func inMonth(ref Date, month time.Month, t tense) Date {
	d := Date{ref.Year, month, 1, Month}
	switch {
	case t == past && month > ref.Month, t == earlier && month >= ref.Month:
		d.Year--
	case t == future && month < ref.Month, t == later && month <= ref.Month:
		d.Year++
	}
	return d
}

// onWeekday resolves a day of the week.
func onWeekday(ref Date, day time.Weekday, t tense) Date {
	back := (int(ref.weekday()) - int(day) + 7) % 7
	switch {
	case t == earlier && back == 0:
		back = 7
	case t == future && back > 0, t == later:
		back -= 7
	}
	return ref.addDays(-back)
}

// isOn reports whether the day lies where the tense says. A text may be dated a
// day before what it tells: zones differ.
func (d Date) isOn(ref Date, t tense) bool {
	switch t {
	case past:
		return !ref.addDays(1).before(d)
	case earlier:
		return d.before(ref)
	case later:
		return ref.before(d)
	}
	return !d.before(ref)
}

// from returns the date that a shift leads to.
func (f shift) from(published time.Time) Date {
	ref := Civil(published)
	switch f.unit {
	case unitMinute, unitHour:
		if h, m, s := published.Clock(); h+m+s == 0 {
			return ref // the day alone is known
		}
		step := time.Minute
		if f.unit == unitHour {
			step = time.Hour
		}
		return Civil(published.Add(time.Duration(f.count) * step))
	case unitDay:
		return ref.addDays(f.count)
	case unitWeek:
		d := ref.addDays(7 * f.count)
		if f.vague {
			d.Precision = Month
		}
		return d
	case unitMonth:
		first := time.Date(ref.Year, ref.Month+time.Month(f.count), 1, 0, 0, 0, 0, time.UTC)
		return Date{first.Year(), first.Month(), 1, Month}
	}
	return Date{ref.Year + f.count, 1, 1, Year}
}
