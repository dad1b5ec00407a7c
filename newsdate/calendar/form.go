package calendar

import (
	"time"

	"dateline/newsdate"
)

// Form is a date of the calendar as written: a part of it that is 0 is not said.
type Form struct {
	Year, Day  int
	Month      time.Month
	Ambiguous  bool // day and month may be the other way round
	YearOffset int  // "August last year": -1; counts where YearSaid
	YearSaid   bool // in words: "last year", "this year"
	N          int  // tokens
}

// Dated returns the date in a year.
func (f *Form) Dated(year int) newsdate.Date {
	if f.Day == 0 {
		return newsdate.Date{Year: year, Month: f.Month, Day: 1, Precision: newsdate.Month}
	}
	return newsdate.Date{Year: year, Month: f.Month, Day: f.Day, Precision: newsdate.Day}
}
