package newsdate

import "time"

// toldAt reads a time that is reckoned from what the text told last: "two days later",
// "a week earlier", "the next morning", "the previous month", "اليوم التالي". n is 0 when
// there is none.
func (s *scan) toldAt(i int) shift {
	t, next := s.at(i), s.at(i+1)
	switch {
	case t.is&isArabic != 0 && t.is&isUnit != 0 && next.is&isSequel != 0 && s.beside(i):
		return shift{unit: t.value, count: int(next.value), told: true, n: 2}
	case t.is&isSequel != 0 && t.is&isArabic == 0:
		return s.sequel(i)
	}
	if by := next; by.is&isReckoned != 0 && t.is&isUnit != 0 && t.value < unitDay && s.beside(i) {
		return shift{unit: t.value, told: true, n: 2} // hours later
	}
	count, unit, n := s.amount(i)
	if by := s.at(i + n); n > 0 && by.is&isReckoned != 0 && s.beside(i+n-1) && !s.is(i+n+1, isOf) {
		return shift{unit: unit, count: count * int(by.value), told: true, n: n + 1}
	}
	return shift{}
}

// sequel reads "the next day" and "the following week", but not "over the next week" and
// "the next two days", which are reckoned from today.
func (s *scan) sequel(i int) shift {
	turn, unit := s.at(i), s.at(i+1)
	if !s.is(i-1, isArticle) || !s.beside(i-1) || !s.beside(i) || s.is(i+2, isOf) && s.beside(i+1) {
		return shift{}
	}
	if before := s.at(i - 2); i >= 2 && s.beside(i-2) && before.is&(isAt|isAnd) == 0 && !before.upper || s.is(i-2, isDuring) {
		return shift{}
	}
	switch {
	case unit.is&isDayPart != 0:
		return shift{unit: unitDay, count: int(turn.value), told: true, n: 2}
	case unit.is&isUnit != 0 && unit.is&isSingle != 0 && unit.value >= unitDay:
		return shift{unit: unit.value, count: int(turn.value), told: true, n: 2}
	}
	return shift{}
}

// fromTold returns the date so far from what was told, none where that is none or the
// date lies after ref, the day of publication. What is told to its month or year alone
// stays there for shorter times.
func (f shift) fromTold(told, ref Date) Date {
	if told.IsZero() {
		return Date{}
	}
	d := told
	switch {
	case f.unit == unitYear:
		d = Date{told.Year + f.count, 1, 1, Year}
	case told.Precision == Year:
	case f.unit == unitMonth:
		first := time.Date(told.Year, told.Month+time.Month(f.count), 1, 0, 0, 0, 0, time.UTC)
		d = Date{first.Year(), first.Month(), 1, Month}
	case told.Precision < Day || f.unit < unitDay:
	case f.unit == unitWeek:
		d = told.addDays(7 * f.count)
	default:
		d = told.addDays(f.count)
	}
	if !ref.IsZero() && ref.Time().Before(d.First()) {
		return Date{}
	}
	return d
}
