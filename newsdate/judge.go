package newsdate

// takeMonth judges whether a date with the name of a month is one, sets its last
// token, and leaves out what is no day: "in August 20 people".
func (s *scan) takeMonth(e *expression) bool {
	i, f := e.first, &e.form
	e.last = i + f.n - 1
	name := i
	for name <= e.last && !s.is(name, isMonth|isPair) {
		name++
	}
	if name > e.last {
		return true // of numbers
	}
	t := s.at(name)
	latin := t.is&isArabic == 0
	if latin && !t.upper && (s.capitals || t.is&isShort != 0 && f.day == 0) {
		return false
	}
	if name == i && f.day > 0 && f.year == 0 && !f.yearSaid && latin && s.is(i-1, isIn) && s.beside(i-1) {
		*f = form{month: f.month, n: 1}
		e.last = i
	}
	return f.day > 0 || f.year > 0 || f.yearSaid || s.isMonthAlone(i, e.last)
}

// isMonthAlone reports whether the name of a month, from token i to last, stands
// where one does: in May, mid-April, the end of June, نيسان الماضي.
func (s *scan) isMonthAlone(i, last int) bool {
	before := s.at(i - 1)
	switch {
	case i == 0 || !s.beside(i-1) && s.gap(i-1) != "-":
		return s.isTurnedBehind(last) || s.isSubject(i, last)
	case before.is&(isIn|isPart|isPast|isNext|isThis|isBound) != 0:
		return true
	case before.is&isOf != 0:
		return s.is(i-2, isPart|isUnit)
	}
	return s.isTurnedBehind(last)
}

// isSubject reports whether a month that opens a clause is what something is said of: "August
// was", "March saw". May may be a name.
func (s *scan) isSubject(i, last int) bool {
	return s.at(i).is&isShort == 0 && s.is(last+1, isBe|isSee) && s.beside(last)
}

// isTurnedBehind reports whether Arabic for last, next or this stands behind
// token i.
func (s *scan) isTurnedBehind(i int) bool {
	return s.is(i, isArabic) && s.is(i+1, isPast|isNext|isThis) && s.beside(i)
}

// isDayOfWeek reports whether token i is a day of the week; without its article
// an Arabic one is so behind يوم only.
func (s *scan) isDayOfWeek(i int) bool {
	t := s.at(i)
	if t.is&isWeekday == 0 {
		return false
	}
	day := s.is(i-1, isUnit) && s.at(i-1).value == unitDay
	if t.is&isArabic != 0 {
		return t.is&isBareWeekday == 0 || day
	}
	return t.is&isBareWeekday == 0 || t.upper && s.is(i-1, isAt) && s.beside(i-1)
}

// isYearAlone reports whether a number stands where a year does: in 2015, late
// 2015, the summer of 2014, عام 2015.
func (s *scan) isYearAlone(i int) bool {
	after := s.gap(i)
	if s.is(i+1, isUnit) || after == "" && i+1 < len(s.tokens) || s.at(i+1).digits > 0 && (after == "-" || after == "–" || after == "/") {
		return false // 2015 km, 2010s, 2015-2016
	}
	before := s.at(i - 1)
	switch {
	case i == 0 || !s.beside(i-1) && s.gap(i-1) != "-":
		return false
	case before.is&(isIn|isPart|isSeason|isBegin) != 0, before.is&isUnit != 0 && before.value == unitYear:
		return true
	}
	if before.is&isArticle != 0 && s.is(i-2, isDuring) {
		return true // during their 2014 offensive
	}
	return before.is&isOf != 0 && s.is(i-2, isPart|isSeason)
}

// takeTurn takes "last", "next" and "this" before a date, or الماضي and its like
// behind it, into the expression.
func (s *scan) takeTurn(e *expression) {
	if e.form.year > 0 || e.form.yearSaid {
		return
	}
	at := e.first - 1
	if s.is(e.last, isArabic) {
		at = e.last + 1
	}
	if !s.beside(min(at, e.last)) {
		return
	}
	turn := s.at(at)
	switch {
	case turn.is&isPast != 0:
		e.tense, e.turned = earlier, true
	case turn.is&isRecent != 0 && e.weekday >= 0:
		e.tense, e.turned = earlier, true
	case turn.is&isNext != 0:
		e.tense, e.turned = later, true
	default:
		return
	}
	e.first, e.last = min(e.first, at), max(e.last, at)
}

// isBounded reports whether the date is the start or the end of something else,
// or of every week: since 2015, until Friday, every Friday.
func (s *scan) isBounded(e *expression) bool {
	at := e.first - 1
	for at >= 0 && s.near(at) && (s.is(at, isAt|isArticle|isPart|isDayPart|isUnit) || s.is(at, isOf) && s.is(at-1, isPart)) {
		if s.is(at, isBound|isHabit) {
			break
		}
		at--
	}
	if at < 0 || !s.near(at) {
		return false
	}
	t := s.at(at)
	if e.shift.n > 0 {
		return t.is&isBound != 0 && t.is&(isSubordinate|isBefore) == 0 && e.shift.count == 0 // until today
	}
	return t.is&(isBound|isHabit) != 0
}

// isBeginning reports whether a bounded date is when a state began, or by when: since
// June, by May 2013, from 5 March.
func (s *scan) isBeginning(e *expression) bool {
	at := e.first - 1
	for at >= 0 && s.near(at) && s.is(at, isArticle|isPart|isDayPart|isOf) && !s.is(at, isBound) {
		at--
	}
	return at >= 0 && s.is(at, isBegin)
}

// near reports whether only a blank or a hyphen stands behind token i.
func (s *scan) near(i int) bool { return s.beside(i) || s.gap(i) == "-" }
