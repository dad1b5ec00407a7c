package calendar

import (
	"dateline/newsdate"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// dayMonth reads "12 June 2019", "12th of June", "23-24 June", "the fifth of August", "24
// آب/أغسطس 2019", "الرابع عشر من أيلول"; the year is optional.
func dayMonth(s *token.Scan, i int) Form {
	day, n := dayOfMonth(s, i)
	if n == 0 || isAttached(s, i) {
		return Form{}
	}
	if to, k := rangeEnd(s, i+n); k > 0 && to > day {
		n += k
	}
	ordinal := s.At(i).Digits == 0
	if of := s.Is(i+n, words.Of|words.Article); of {
		n++
	} else if ordinal {
		return Form{} // "two May", "second March"
	}
	if s.Is(i+n, words.Unit) && s.Is(i+n, words.Part) {
		n++ // شهر
	}
	month, m := monthAt(s, i+n)
	if m == 0 || !s.TightRow(i, n) {
		return Form{}
	}
	return withYear(s, i, Form{Day: day, Month: month, N: n + m})
}

// rangeEnd reads the second day of "23-24 June", "23 and 24 June".
func rangeEnd(s *token.Scan, i int) (day, n int) {
	if g := s.Gap(i - 1); g == "-" || g == "–" || g == "/" {
		return dayOfMonth(s, i)
	}
	if s.Is(i, words.And) || s.At(i).Is&words.Bound != 0 && s.Beside(i-1) {
		if day, n = dayOfMonth(s, i+1); n > 0 {
			return day, n + 1
		}
	}
	return 0, 0
}

// monthFirst reads "June 12, 2019", "August 23rd", "August the fifth", "June
// 2019" and "أغسطس 24, 2019".
func monthFirst(s *token.Scan, i int) Form {
	month, m := monthAt(s, i)
	if m == 0 {
		return Form{}
	}
	at := i + m
	if s.Is(at, words.Article) && s.Is(at+1, words.Ordinal) {
		at++
	}
	if day, year := dayAndYear(s, at); year > 0 && newsdate.Exists(year, month, day) && s.Beside(at-1) {
		return Form{Day: day, Month: month, Year: year, N: at + 1 - i}
	}
	if day, n := dayOfMonth(s, at); n > 0 && s.Tight(at-1) && !isAttached(s, at) {
		if _, k := rangeEnd(s, at+n); k > 0 && s.Gap(at+n-1) != "" {
			n += k
		}
		return withYear(s, i, Form{Day: day, Month: month, N: at + n - i})
	}
	return withYear(s, i, Form{Month: month, N: m})
}

// dayAndYear reads 092015 after a month, where the comma between day and year was lost; the year
// is 0 for any other number.
func dayAndYear(s *token.Scan, i int) (day, year int) {
	const six = 6
	if t := s.At(i); t.Digits == six && newsdate.ValidYear(t.Number%10000) {
		return t.Number / 10000, t.Number % 10000
	}
	return 0, 0
}

// isAttached reports whether token i is attached to a preceding word: Mi-17, M5.
func isAttached(s *token.Scan, i int) bool {
	return i > 0 && s.At(i-1).Digits == 0 && (s.Gap(i-1) == "-" || s.Gap(i-1) == "" && s.At(i-1).Is&words.Arabic == 0)
}
