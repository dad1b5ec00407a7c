package newsdate

import "strings"

// shift is a time so many units away from publication, before it where count is
// negative.
type shift struct {
	unit   int16
	count  int
	vague  bool // some day of the unit: "last week"
	future bool // only where the clause tells of the future: "in two days"
	told   bool // away from what the text told last: "two days later"
	n      int  // tokens
}

// shiftAt reads the relative time that begins at token i; n is 0 when there is
// none.
func (s *scan) shiftAt(i int) shift {
	if f := s.toldAt(i); f.n > 0 {
		return f
	}
	switch t := s.at(i); {
	case t.is&(isYesterday|isFurther) != 0:
		return s.yesterday(i)
	case t.is&isToday != 0 && t.is&isArabic != 0:
		return s.arabicToday(i)
	case t.is&isToday != 0:
		if t.upper && s.at(i-1).upper && s.beside(i-1) {
			return shift{} // Russia Today
		}
		return shift{unit: unitDay, n: 1}
	case t.is&(isTomorrow|isAfter) != 0:
		if f := s.tomorrow(i); f.n > 0 {
			return f
		}
		return s.ahead(i)
	case t.is&(isPast|isNext|isThis|isUnit) != 0:
		if f := s.turned(i); f.n > 0 {
			return f
		}
	}
	return s.ago(i)
}

// yesterday reads "yesterday", "أمس", "أول أمس", "أول من أمس", "أمس الأول".
func (s *scan) yesterday(i int) shift {
	t := s.at(i)
	if t.is&isYesterday == 0 {
		n := 1
		if s.is(i+n, isOf) {
			n++
		}
		if !s.is(i+n, isYesterday) {
			return shift{}
		}
		return shift{unit: unitDay, count: -2, n: n + 1}
	}
	switch {
	case s.is(i+1, isFurther) && s.beside(i):
		return shift{unit: unitDay, count: -2, n: 2}
	case s.is(i-1, isBound|isSubordinate) && s.is(i-2, isUnit):
		return shift{unit: unitDay, count: -2, n: 1} // the day before yesterday
	}
	return shift{unit: unitDay, count: -1, n: 1}
}

// arabicToday reads "اليوم" and "الليلة", but not "اليوم التالي", "في اليوم ذاته".
func (s *scan) arabicToday(i int) shift {
	next := s.at(i + 1)
	switch {
	case next.is&isPast != 0:
		if s.at(i).is&isUnit != 0 {
			return shift{}
		}
		return shift{unit: unitDay, count: -1, n: 2} // الليلة الماضية
	case s.is(i-1, isAt|isOther) || next.is&isOther != 0,
		s.beside(i) && next.is&(isWeekday|isBeside) == 0 && strings.HasPrefix(s.text[next.start:next.end], "ال"):
		return shift{}
	}
	return shift{unit: unitDay, n: 1}
}

// tomorrow reads "tomorrow", "the day after tomorrow", "غدا", "بعد غد".
func (s *scan) tomorrow(i int) shift {
	if s.is(i, isAfter) {
		if s.is(i+1, isTomorrow) && s.beside(i) {
			return shift{unit: unitDay, count: 2, n: 2}
		}
		return shift{}
	}
	if s.is(i-1, isBound) && s.is(i-2, isUnit) {
		return shift{unit: unitDay, count: 2, n: 1}
	}
	return shift{unit: unitDay, count: 1, n: 1}
}

// turned reads "last week", "next month", "this year", "last night", "الأسبوع
// الماضي". "The last week" and "the next day" are reckoned from elsewhere.
func (s *scan) turned(i int) shift {
	turn, unit := s.at(i), s.at(i+1)
	latin := !s.is(i, isArabic)
	if turn.is&isUnit != 0 && !latin {
		turn, unit = unit, turn
	}
	if !s.beside(i) || latin && (s.is(i-1, isArticle) || s.is(i+2, isOf) && s.beside(i+1)) {
		return shift{}
	}
	count := 0
	switch {
	case turn.is&isPast != 0:
		count = -1
	case turn.is&isNext != 0:
		count = 1
	case turn.is&isThis == 0:
		return shift{}
	}
	switch {
	case unit.is&isDayPart != 0 && latin && count < 1:
		return shift{unit: unitDay, count: count, n: 2}
	case unit.is&isUnit != 0 && unit.is&isDecade == 0 && unit.value >= unitWeek:
		return shift{unit: unit.value, count: count, vague: true, n: 2}
	}
	return shift{}
}

// ago reads "two days ago", "قبل يومين", "منذ خمسة أيام", "قبل نحو أسبوع".
func (s *scan) ago(i int) shift {
	if s.is(i, isBefore) {
		at := i + 1
		for s.is(at, isAbout) && at < i+3 {
			at++
		}
		count, unit, n := s.amount(at)
		if n == 0 || s.is(at+n, isOf|isWeekday|isMonth|isPair|isYesterday|isToday) || s.at(at+n).digits > 0 {
			return shift{} // two days before the truce, before the year 2011
		}
		return shift{unit: unit, count: -count, n: at + n - i}
	}
	count, unit, n := s.amount(i)
	if n == 0 || !s.is(i+n, isAgo) {
		return shift{}
	}
	return shift{unit: unit, count: -count, n: n + 1}
}

// ahead reads "in two days", "بعد أسبوع".
func (s *scan) ahead(i int) shift {
	count, unit, n := s.amount(i + 1)
	if n == 0 || s.is(i+1+n, isOf) {
		return shift{}
	}
	return shift{unit: unit, count: count, future: true, n: n + 1}
}

// maxAmount is the largest number of units that a date is reckoned by.
const maxAmount = 400

// amount reads "two days", "3 weeks", "a couple of weeks", "يومين", "خمسة أيام", "أسبوع".
func (s *scan) amount(i int) (count int, unit int16, n int) {
	t := s.at(i)
	switch {
	case t.is&isDual != 0:
		return 2, t.value, 1
	case t.is&isSingle != 0 && t.is&isArabic != 0:
		if one := s.at(i + 1); one.is&isNumber != 0 && one.value == 1 && s.beside(i) {
			return 1, t.value, 2 // ساعة واحدة
		}
		return 1, t.value, 1
	case t.digits > 0:
		count, n = t.number, 1
	case t.is&isNumber != 0:
		count, n = int(t.value), 1
	}
	if s.is(i, isArticle) && s.is(i+1, isNumber) { // a couple
		count, n = int(s.at(i+1).value), 2
	}
	if n > 0 && s.is(i+n, isAbout) {
		n++
	}
	u := s.at(i + n)
	if n == 0 || count > maxAmount || u.is&(isUnit|isDual) == 0 || !s.beside(i+n-1) {
		return 0, 0, 0
	}
	switch {
	case u.is&isDual != 0:
		count *= 2 // a fortnight
	case u.is&isDecade != 0:
		count *= 10
	}
	return count, u.value, n + 1
}
