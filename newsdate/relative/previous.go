package relative

import (
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// fromPreviousAt reads a date relative to the preceding one: "two days later", "a week earlier",
// "the next morning", "the previous month", "اليوم التالي". N is 0 if there is none.
func fromPreviousAt(s *token.Scan, i int) Shift {
	t, next := s.At(i), s.At(i+1)
	switch {
	case t.Is&words.Arabic != 0 && t.Is&words.Unit != 0 && next.Is&words.Sequel != 0 && s.Beside(i):
		return Shift{Unit: t.Value, Count: int(next.Value), FromPrevious: true, N: 2}
	case t.Is&words.Sequel != 0 && t.Is&words.Arabic == 0:
		return sequel(s, i)
	}
	if by := next; by.Is&words.Reckoned != 0 && t.Is&words.Unit != 0 && t.Value < words.UnitDay && s.Beside(i) {
		return Shift{Unit: t.Value, FromPrevious: true, N: 2} // hours later
	}
	count, unit, n := amount(s, i)
	if by := s.At(i + n); n > 0 && by.Is&words.Reckoned != 0 && s.Beside(i+n-1) && !s.Is(i+n+1, words.Of) {
		return Shift{Unit: unit, Count: count * int(by.Value), FromPrevious: true, N: n + 1}
	}
	return Shift{}
}

// sequel reads "the next day" and "the following week", but not "over the next week" and "the
// next two days", which are relative to today.
func sequel(s *token.Scan, i int) Shift {
	turn, unit := s.At(i), s.At(i+1)
	if !s.Is(i-1, words.Article) || !s.Beside(i-1) || !s.Beside(i) || s.Is(i+2, words.Of) && s.Beside(i+1) {
		return Shift{}
	}
	if before := s.At(i - 2); i >= 2 && s.Beside(i-2) && before.Is&(words.At|words.And) == 0 && !before.Upper || s.Is(i-2, words.During) {
		return Shift{}
	}
	switch {
	case unit.Is&words.DayPart != 0:
		return Shift{Unit: words.UnitDay, Count: int(turn.Value), FromPrevious: true, N: 2}
	case unit.Is&words.Unit != 0 && unit.Is&words.Single != 0 && unit.Value >= words.UnitDay:
		return Shift{Unit: unit.Value, Count: int(turn.Value), FromPrevious: true, N: 2}
	}
	return Shift{}
}
