package calendar

import (
	"time"

	"dateline/newsdate"
)

// Form is a calendar date as written: 0 for missing parts.
type Form struct {
	Year, Day  int
	Month      time.Month
	Ambiguous  bool // day and month may be swapped
	YearOffset int  // "August last year": -1; valid if YearSaid
	YearSaid   bool // in words: "last year", "this year"
	N          int  // number of tokens
}

// Dated returns the date in a year.
func (f *Form) Dated(year int) newsdate.Date {
	if f.Day == 0 {
		return newsdate.Date{Year: year, Month: f.Month, Day: 1, Precision: newsdate.Month}
	}
	return newsdate.Date{Year: year, Month: f.Month, Day: f.Day, Precision: newsdate.Day}
}
