package calendar

import (
	"time"

	"dateline/newsdate"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// At reads the date at token i, numeric or with the name of a month; N is 0 if there is none. It
// has a month, and a day or a year.
func At(s *token.Scan, i int, o newsdate.Order) Form {
	t := s.At(i)
	switch {
	case t.Digits == 4 && newsdate.ValidYear(t.Number):
		return yearFirst(s, i)
	case t.Digits > 0:
		if f := numbers(s, i, o); f.N > 0 {
			return f
		}
		return dayMonth(s, i)
	case t.Is&(words.Month|words.Pair) != 0:
		return monthFirst(s, i)
	case t.Is&(words.Ordinal|words.Number) != 0:
		return dayMonth(s, i)
	}
	return Form{}
}

// yearFirst reads 2019-08-23 and the date of 2019-08-23T10:00.
func yearFirst(s *token.Scan, i int) Form {
	y, m, d := s.At(i), s.At(i+1), s.At(i+2)
	if !m.IsDay() || !d.IsDay() || !isSeparator(s.Gap(i)) || s.Gap(i) != s.Gap(i+1) || !newsdate.Exists(y.Number, time.Month(m.Number), d.Number) {
		return Form{}
	}
	return Form{Year: y.Number, Month: time.Month(m.Number), Day: d.Number, N: 3}
}

// numbers reads 23.08.2019, 23/08/2019 and 8-23-2019. With dots the day comes first.
func numbers(s *token.Scan, i int, o newsdate.Order) Form {
	a, b, y := s.At(i), s.At(i+1), s.At(i+2)
	sep := s.Gap(i)
	if !a.IsDay() || !b.IsDay() || y.Digits != 4 || !isSeparator(sep) || sep != s.Gap(i+1) || goesOn(s, i, i+2) {
		return Form{}
	}
	if o == newsdate.UnknownOrder && sep == "." {
		o = newsdate.DayFirst
	}
	dayFirst := newsdate.Exists(y.Number, time.Month(b.Number), a.Number)
	monthFirst := newsdate.Exists(y.Number, time.Month(a.Number), b.Number)
	switch {
	case dayFirst && (o != newsdate.MonthFirst || !monthFirst):
		return Form{Year: y.Number, Month: time.Month(b.Number), Day: a.Number, N: 3, Ambiguous: o == newsdate.UnknownOrder && monthFirst && a.Number != b.Number}
	case monthFirst:
		return Form{Year: y.Number, Month: time.Month(a.Number), Day: b.Number, N: 3}
	}
	return Form{}
}

// goesOn reports whether tokens from first to last are part of a longer sequence of numbers, as
// in 10.0.12.2019, and not followed by a time of day: 12/18/2018 - 00:15.
func goesOn(s *token.Scan, first, last int) bool {
	isRow := s.At(last+1).Digits > 0 && isSeparator(s.Gap(last)) && s.Gap(last+1) != ":"
	return s.At(first-1).Digits > 0 && isSeparator(s.Gap(first-1)) || isRow
}

// OrderAt returns the order of the numeric date at token i, if it is unambiguous.
func OrderAt(s *token.Scan, i int) newsdate.Order {
	a, b, y := s.At(i), s.At(i+1), s.At(i+2)
	switch {
	case !a.IsDay() || !b.IsDay() || y.Digits != 4 || !isSeparator(s.Gap(i)) || s.Gap(i) != s.Gap(i+1):
	case a.Number > 12 && b.Number <= 12:
		return newsdate.DayFirst
	case b.Number > 12 && a.Number <= 12:
		return newsdate.MonthFirst
	}
	return newsdate.UnknownOrder
}

// isSeparator reports whether a text separates the numbers of a date.
func isSeparator(gap string) bool {
	switch gap {
	case "-", "/", ".", " - ", " / ", " . ", ". ":
		return true
	}
	return false
}
