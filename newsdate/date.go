package newsdate

import "time"

// Precision is the precision of a Date.
type Precision uint8

// Precisions from the coarsest to the finest; the zero Precision is that of no
// date.
const (
	Unknown Precision = iota
	Year
	Month
	Day
)

// String returns "year", "month", "day", or nothing.
func (p Precision) String() string { return [...]string{"", "year", "month", "day"}[p] }

// ReadPrecision is the inverse of String; false for other words.
func ReadPrecision(s string) (Precision, bool) {
	for p := Year; p <= Day; p++ {
		if s == p.String() {
			return p, true
		}
	}
	return Unknown, false
}

// Date is a day of the Gregorian calendar. If only its month or year is known, the day is one in
// it: the first, unless the text gives a better guess ("last week"). The zero Date is none.
type Date struct {
	Year      int
	Month     time.Month
	Day       int
	Precision Precision
}

// Civil returns the day of an instant, in the instant's own zone; none for the
// zero time.
func Civil(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{y, m, d, Day}
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.Precision == Unknown }

// Time returns midnight UTC of the day, the zero time for none.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// First returns midnight UTC of the first possible day.
func (d Date) First() time.Time {
	switch d.Precision {
	case Year:
		return time.Date(d.Year, 1, 1, 0, 0, 0, 0, time.UTC)
	case Month:
		return time.Date(d.Year, d.Month, 1, 0, 0, 0, 0, time.UTC)
	}
	return d.Time()
}

// Last returns midnight UTC of the last possible day.
func (d Date) Last() time.Time {
	switch d.Precision {
	case Year:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case Month:
		return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return d.Time()
}

// String returns the day as 2006-01-02, nothing for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Short returns the known part of the day: 2006-01-02, 2006-01 or 2006, nothing for none.
func (d Date) Short() string {
	switch d.Precision {
	case Year:
		return d.Time().Format("2006")
	case Month:
		return d.Time().Format("2006-01")
	}
	return d.String()
}

// Enclosing returns the day, month or year that contains both dates, with the day of the
// earlier; none if they are in different years.
func Enclosing(a, b Date) Date {
	out := a
	if b.Before(a) {
		out = b
	}
	switch known := min(a.Precision, b.Precision); {
	case known == Unknown || a.Year != b.Year:
		return Date{}
	case known == Year || a.Month != b.Month:
		out.Precision = Year
	case known == Month || a.Day != b.Day:
		out.Precision = Month
	}
	return out
}

// AddDays returns the day n days later, with the same precision.
func (d Date) AddDays(n int) Date {
	out := Civil(d.Time().AddDate(0, 0, n))
	out.Precision = d.Precision
	return out
}

// Before reports whether the day lies before another.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Exists reports whether the calendar has the day, in a valid year.
func Exists(year int, month time.Month, day int) bool {
	return ValidYear(year) && 1 <= month && month <= 12 && 1 <= day && day <= daysIn(year, month)
}

// ValidYear reports whether a year is plausible for news: 1900 to 2099.
func ValidYear(y int) bool { return 1900 <= y && y < 2100 }

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
