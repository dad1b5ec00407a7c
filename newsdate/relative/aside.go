package relative

import (
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// asideAt reads how long before or after the preceding date of its sentence something else happened:
// "on Friday, two days after the truce began", "يوم الجمعة بعد يومين من الهدنة". N is 0 if there is
// none.
func asideAt(s *token.Scan, i int) Shift {
	at, isArabic := i, s.Is(i, words.Arabic)
	if isArabic {
		at++
	}
	count, unit, n := amount(s, at)
	if n == 0 || unit != words.UnitDay && unit != words.UnitWeek {
		return Shift{}
	}
	last := at + n
	order, isTied := s.At(last), s.Beside(last-1) && !isGoverned(s, i)
	if isArabic {
		order, isTied = s.At(i), s.Beside(i) && s.Is(last, words.Of)
	}
	switch {
	case !isTied, order.Is&words.Subordinate == 0, order.Value == 0:
		return Shift{}
	case s.Is(last+1, words.Month|words.Weekday|words.Today|words.Yesterday), s.At(last+1).Digits > 0:
		return Shift{}
	}
	return Shift{Unit: unit, Count: count * int(order.Value), FromPrevious: true, Aside: true, N: last + 1 - i}
}

// isGoverned reports whether a preposition precedes token i: "for a week after that".
func isGoverned(s *token.Scan, i int) bool {
	return s.Is(i-1, words.Follow|words.At|words.During|words.Bound) && !s.Is(i-1, words.And|words.Conjunction|words.That|words.Relative)
}
