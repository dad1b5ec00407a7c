package relative

import (
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// ago reads "two days ago", "قبل يومين", "منذ خمسة أيام", "قبل نحو أسبوع".
func ago(s *token.Scan, i int) Shift {
	if s.Is(i, words.Before) {
		if s.Is(i-1, words.Lasting) && s.Is(i, words.Begin) {
			return Shift{} // the siege imposed since two years dates nothing else
		}
		at := i + 1
		for s.Is(at, words.About) && at < i+3 {
			at++
		}
		count, unit, n := amount(s, at)
		if n == 0 || s.Is(at+n, words.Of|words.Weekday|words.Month|words.Pair|words.Yesterday|words.Today) || s.At(at+n).Digits > 0 {
			return Shift{} // two days before the truce, before the year 2011
		}
		return Shift{Unit: unit, Count: -count, N: at + n - i}
	}
	count, unit, n := amount(s, i)
	if n == 0 || !s.Is(i+n, words.Ago) {
		return Shift{}
	}
	return Shift{Unit: unit, Count: -count, N: n + 1}
}

// ahead reads "in two days", "بعد أسبوع".
func ahead(s *token.Scan, i int) Shift {
	count, unit, n := amount(s, i+1)
	if n == 0 || s.Is(i+1+n, words.Of) {
		return Shift{}
	}
	return Shift{Unit: unit, Count: count, Future: true, N: n + 1}
}

// maxAmount is the maximum number of units.
const maxAmount = 400

// amount reads "two days", "3 weeks", "a couple of weeks", "يومين", "خمسة أيام", "أسبوع".
func amount(s *token.Scan, i int) (count int, unit int16, n int) {
	t := s.At(i)
	switch {
	case t.Is&words.Dual != 0:
		return 2, t.Value, 1
	case t.Is&words.Single != 0 && t.Is&words.Arabic != 0:
		if one := s.At(i + 1); one.Is&words.Number != 0 && one.Value == 1 && s.Beside(i) {
			return 1, t.Value, 2 // ساعة واحدة
		}
		return 1, t.Value, 1
	case t.Digits > 0:
		count, n = t.Number, 1
	case t.Is&words.Number != 0:
		count, n = int(t.Value), 1
	}
	if s.Is(i, words.Article) && s.Is(i+1, words.Number) { // a couple
		count, n = int(s.At(i+1).Value), 2
	}
	if n > 0 && s.Is(i+n, words.About) {
		n++
	}
	u := s.At(i + n)
	if n == 0 || count > maxAmount || u.Is&(words.Unit|words.Dual) == 0 || !s.Beside(i+n-1) {
		return 0, 0, 0
	}
	switch {
	case u.Is&words.Dual != 0:
		count *= 2 // a fortnight
	case u.Is&words.Decade != 0:
		count *= 10
	}
	return count, u.Value, n + 1
}
