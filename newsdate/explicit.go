package newsdate

import "time"

// Order is how a page or an article writes dates of three numbers.
type Order uint8

const (
	UnknownOrder Order = iota
	DayFirst           // 23/08/2019
	MonthFirst         // 08/23/2019
)

// form is a date as written: what of it is 0 is not said.
type form struct {
	year, day  int
	month      time.Month
	ambiguous  bool // day and month may be the other way round
	yearOffset int  // "August last year": -1; counts where yearSaid
	yearSaid   bool // by words: "last year", "this year"
	n          int  // tokens
}

// explicitAt reads the date that begins at token i, by numbers or the name of a
// month; n is 0 when there is none. Of a month and a day or a year one is said.
func (s *scan) explicitAt(i int, o Order) form {
	t := s.at(i)
	switch {
	case t.digits == 4 && validYear(t.number):
		return s.yearFirst(i)
	case t.digits > 0:
		if f := s.numbers(i, o); f.n > 0 {
			return f
		}
		return s.dayMonth(i)
	case t.is&(isMonth|isPair) != 0:
		return s.monthFirst(i)
	case t.is&(isOrdinal|isNumber) != 0:
		return s.dayMonth(i)
	}
	return form{}
}

// yearFirst reads 2019-08-23 and the date of 2019-08-23T10:00.
func (s *scan) yearFirst(i int) form {
	y, m, d := s.at(i), s.at(i+1), s.at(i+2)
	if !isDayNumber(m) || !isDayNumber(d) || !isSeparator(s.gap(i)) || s.gap(i) != s.gap(i+1) || !exists(y.number, time.Month(m.number), d.number) {
		return form{}
	}
	return form{year: y.number, month: time.Month(m.number), day: d.number, n: 3}
}

// numbers reads 23.08.2019, 23/08/2019 and 8-23-2019. With dots between them
// the day is first.
func (s *scan) numbers(i int, o Order) form {
	a, b, y := s.at(i), s.at(i+1), s.at(i+2)
	sep := s.gap(i)
	if !isDayNumber(a) || !isDayNumber(b) || y.digits != 4 || !isSeparator(sep) || sep != s.gap(i+1) || s.goesOn(i, i+2) {
		return form{}
	}
	if o == UnknownOrder && sep == "." {
		o = DayFirst
	}
	dayFirst := exists(y.number, time.Month(b.number), a.number)
	monthFirst := exists(y.number, time.Month(a.number), b.number)
	switch {
	case dayFirst && (o != MonthFirst || !monthFirst):
		return form{year: y.number, month: time.Month(b.number), day: a.number, n: 3, ambiguous: o == UnknownOrder && monthFirst && a.number != b.number}
	case monthFirst:
		return form{year: y.number, month: time.Month(a.number), day: b.number, n: 3}
	}
	return form{}
}

// goesOn reports whether tokens from first to last are part of a longer row of
// numbers, as in 10.0.12.2019, and no time of day is behind them: 12/18/2018 - 00:15.
func (s *scan) goesOn(first, last int) bool {
	isRow := s.at(last+1).digits > 0 && isSeparator(s.gap(last)) && s.gap(last+1) != ":"
	return s.at(first-1).digits > 0 && isSeparator(s.gap(first-1)) || isRow
}

// dayMonth reads "12 June 2019", "12th of June", "23-24 June", "the fifth of
// August", "24 آب/أغسطس 2019", "الرابع عشر من أيلول"; the year may be missing.
func (s *scan) dayMonth(i int) form {
	day, n := s.dayOfMonth(i)
	if n == 0 || s.isAttached(i) {
		return form{}
	}
	if to, k := s.rangeEnd(i + n); k > 0 && to > day {
		n += k
	}
	ordinal := s.at(i).digits == 0
	if of := s.is(i+n, isOf|isArticle); of {
		n++
	} else if ordinal {
		return form{} // "two May", "second March"
	}
	if s.is(i+n, isUnit) && s.is(i+n, isPart) {
		n++ // شهر
	}
	month, m := s.month(i + n)
	if m == 0 || !s.tightRow(i, n) {
		return form{}
	}
	return s.withYear(i, form{day: day, month: month, n: n + m})
}

// rangeEnd reads the second day of "23-24 June", "23 and 24 June".
func (s *scan) rangeEnd(i int) (day, n int) {
	if g := s.gap(i - 1); g == "-" || g == "–" || g == "/" {
		return s.dayOfMonth(i)
	}
	if s.is(i, isAnd) || s.at(i).is&isBound != 0 && s.beside(i-1) {
		if day, n = s.dayOfMonth(i + 1); n > 0 {
			return day, n + 1
		}
	}
	return 0, 0
}

// monthFirst reads "June 12, 2019", "August 23rd", "August the fifth", "June
// 2019" and "أغسطس 24, 2019".
func (s *scan) monthFirst(i int) form {
	month, m := s.month(i)
	if m == 0 {
		return form{}
	}
	at := i + m
	if s.is(at, isArticle) && s.is(at+1, isOrdinal) {
		at++
	}
	if day, year := s.dayAndYear(at); year > 0 && exists(year, month, day) && s.beside(at-1) {
		return form{day: day, month: month, year: year, n: at + 1 - i}
	}
	if day, n := s.dayOfMonth(at); n > 0 && s.tight(at-1) && !s.isAttached(at) {
		if _, k := s.rangeEnd(at + n); k > 0 && s.gap(at+n-1) != "" {
			n += k
		}
		return s.withYear(i, form{day: day, month: month, n: at + n - i})
	}
	return s.withYear(i, form{month: month, n: m})
}

// dayAndYear reads 092015 behind a month, where the comma between day and year was
// lost with what stood around it; the year is 0 for any other number.
func (s *scan) dayAndYear(i int) (day, year int) {
	const six = 6
	if t := s.at(i); t.digits == six && validYear(t.number%10000) {
		return t.number / 10000, t.number % 10000
	}
	return 0, 0
}

// withYear adds the year behind a date, where there is one, and drops days that
// the month does not have.
func (s *scan) withYear(i int, f form) form {
	at := i + f.n
	switch filler := s.yearFiller(at); {
	case s.isYear(at+filler) && s.tightRow(at-1, filler+1) && !s.isYearApart(at+filler, f):
		f.year, f.n = s.at(at+filler).number, f.n+filler+1
	case s.beside(at - 1):
		if offset, n := s.yearByWords(at); n > 0 {
			f.yearOffset, f.yearSaid, f.n = offset, true, f.n+n
		}
	}
	year := f.year
	if year == 0 {
		year = 2000 // a leap year
	}
	if f.day > 0 && !exists(year, f.month, f.day) {
		return form{}
	}
	return f
}

// isYearApart reports whether the year begins a date of its own: "5 June
// 2019-08-01".
func (s *scan) isYearApart(i int, f form) bool { return f.day == 0 && s.yearFirst(i).n > 0 }

// yearFiller counts the words between a month and its year: of, من عام.
func (s *scan) yearFiller(i int) int {
	n := 0
	if s.is(i, isOf) {
		n++
	}
	if s.is(i+n, isArticle) {
		n++
	}
	if s.is(i+n, isUnit) && s.at(i+n).value == unitYear {
		n++
	}
	return n
}

// yearByWords reads "last year", "of this year", "من العام الماضي" behind a month.
func (s *scan) yearByWords(i int) (offset, n int) {
	if s.is(i, isOf) {
		n++
	}
	if s.is(i+n, isArticle) && s.is(i+n+1, isThis) {
		n++ // the same year: as far as is known, that of publication
	}
	first, second := s.at(i+n), s.at(i+n+1)
	if second.is&isUnit != 0 {
		first, second = second, first
	}
	if first.is&isUnit == 0 || first.value != unitYear || !s.beside(i+n) {
		return 0, 0
	}
	switch {
	case second.is&isPast != 0:
		return -1, n + 2
	case second.is&isNext != 0:
		return 1, n + 2
	case second.is&isThis != 0:
		return 0, n + 2
	}
	return 0, 0
}

func (s *scan) isYear(i int) bool {
	t := s.at(i)
	return t.digits == 4 && validYear(t.number) && !s.inNumber(i)
}

// inNumber reports whether token i is part of a longer number or a time: 1,200,
// 5.5, 10:30.
func (s *scan) inNumber(i int) bool {
	before, after := s.gap(i-1), s.gap(i)
	return s.at(i+1).digits > 0 && isPoint(after) || s.at(i-1).digits > 0 && isPoint(before)
}

func isPoint(gap string) bool {
	return gap == "," || gap == "." || gap == ":" || gap == "٫" || gap == "٬"
}

// isAttached reports whether token i hangs on a word before it: Mi-17, M5.
func (s *scan) isAttached(i int) bool {
	return i > 0 && s.at(i-1).digits == 0 && (s.gap(i-1) == "-" || s.gap(i-1) == "" && s.at(i-1).is&isArabic == 0)
}

// tightRow reports whether only the marks of a date stand in n gaps from i on.
func (s *scan) tightRow(i, n int) bool {
	for ; n > 0; n-- {
		if !s.tight(i) {
			return false
		}
		i++
	}
	return true
}

// isDayNumber reports whether a token may be a day or a month.
func isDayNumber(t *token) bool { return t.digits == 1 || t.digits == 2 }

// isSeparator reports whether this separates the numbers of a date.
func isSeparator(gap string) bool {
	switch gap {
	case "-", "/", ".", " - ", " / ", " . ", ". ":
		return true
	}
	return false
}
