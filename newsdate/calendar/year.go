package calendar

import (
	"dateline/newsdate"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// withYear adds a following year, if there is one, and drops days that the month does not have.
func withYear(s *token.Scan, i int, f Form) Form {
	at := i + f.N
	switch filler := yearFiller(s, at); {
	case IsYear(s, at+filler) && s.TightRow(at-1, filler+1) && !isYearApart(s, at+filler, f):
		f.Year, f.N = s.At(at+filler).Number, f.N+filler+1
	case s.Beside(at - 1):
		if offset, n := yearByWords(s, at); n > 0 {
			f.YearOffset, f.YearSaid, f.N = offset, true, f.N+n
		}
	}
	year := f.Year
	if year == 0 {
		year = 2000 // a leap year
	}
	if f.Day > 0 && !newsdate.Exists(year, f.Month, f.Day) {
		return Form{}
	}
	return f
}

// isYearApart reports whether the year starts another date: "5 June 2019-08-01".
func isYearApart(s *token.Scan, i int, f Form) bool { return f.Day == 0 && yearFirst(s, i).N > 0 }

// yearFiller counts the words between a month and its year: of, من عام.
func yearFiller(s *token.Scan, i int) int {
	n := 0
	if s.Is(i, words.Of) {
		n++
	}
	if s.Is(i+n, words.Article) {
		n++
	}
	if s.Is(i+n, words.Unit) && s.At(i+n).Value == words.UnitYear {
		n++
	}
	return n
}

// yearByWords reads "last year", "of this year", "من العام الماضي" after a month.
func yearByWords(s *token.Scan, i int) (offset, n int) {
	if s.Is(i, words.Of) {
		n++
	}
	if s.Is(i+n, words.Article) && s.Is(i+n+1, words.This) {
		n++ // the same year: presumably that of publication
	}
	first, second := s.At(i+n), s.At(i+n+1)
	if second.Is&words.Unit != 0 {
		first, second = second, first
	}
	if first.Is&words.Unit == 0 || first.Value != words.UnitYear || !s.Beside(i+n) {
		return 0, 0
	}
	switch {
	case second.Is&words.Past != 0:
		return -1, n + 2
	case second.Is&words.Next != 0:
		return 1, n + 2
	case second.Is&words.This != 0:
		return 0, n + 2
	}
	return 0, 0
}

// IsYear reports whether token i is a year, not part of a longer number.
func IsYear(s *token.Scan, i int) bool {
	t := s.At(i)
	return t.Digits == 4 && newsdate.ValidYear(t.Number) && !s.InNumber(i)
}
