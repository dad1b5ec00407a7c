package newsdate

// expression is a date of a sentence, as written and as understood.
type expression struct {
	first, last int // tokens
	form        form
	shift       shift
	weekday     int // -1 for none
	tense       tense
	turned      bool // the words say the tense: "last", "next", "المقبل"
	clause      int
	said        bool // the day on which somebody said something
	date        Date
	carried     bool // its year is that of an expression before
}

// isBare reports whether nothing but the year is missing.
func (e *expression) isBare() bool { return e.form.month > 0 && e.form.year == 0 && !e.form.yearSaid }

// triggers are the classes of words that a date may begin with.
const triggers = isMonth | isPair | isWeekday | isBareWeekday | isUnit | isDual | isYesterday | isToday | isTomorrow |
	isOrdinal | isNumber | isBefore | isPast | isNext | isThis | isFurther | isAfter | isSequel

// expressions finds the dates of a sentence, in their order.
func (s *scan) expressions(o Order, found []expression) []expression {
	found = found[:0]
	for i := 0; i < len(s.tokens); {
		t := &s.tokens[i]
		if t.digits == 0 && t.is&triggers == 0 || t.digits > 4 {
			i++
			continue
		}
		e, ok := s.expressionAt(i, o)
		if !ok {
			i++
			continue
		}
		i = e.last + 1
		switch {
		case s.isName(&e):
		case !s.isBounded(&e):
			found = s.merge(found, e)
		case s.isBeginning(&e):
			s.bound = &e
		}
	}
	return found
}

// expressionAt reads the date that begins at token i.
func (s *scan) expressionAt(i int, o Order) (expression, bool) {
	e := expression{first: i, weekday: -1}
	if e.shift = s.shiftAt(i); e.shift.n > 0 {
		e.last = i + e.shift.n - 1
		return e, true
	}
	if e.form = s.explicitAt(i, o); e.form.n > 0 && s.takeMonth(&e) {
		s.takeTurn(&e)
		return e, true
	}
	e.form = form{}
	if s.isDayOfWeek(i) {
		e.weekday, e.last = int(s.at(i).value), i
		s.takeTurn(&e)
		return e, true
	}
	if s.isYear(i) && s.isYearAlone(i) {
		e.form, e.last = form{year: s.at(i).number, n: 1}, i
		return e, true
	}
	return e, false
}

// merge adds an expression, together with the one before where both say one
// date: "Tuesday, 4 April", "أمس الأربعاء", "Tuesday last week".
func (s *scan) merge(found []expression, e expression) []expression {
	if len(found) == 0 {
		return append(found, e)
	}
	b := &found[len(found)-1]
	if !s.isOneDate(b, &e) {
		return append(found, e)
	}
	day := max(b.weekday, e.weekday)
	if b.weekday >= 0 {
		first, turned, tense := b.first, b.turned, b.tense
		*b = e
		b.first = first
		if turned && !e.turned {
			b.turned, b.tense = turned, tense
		}
	}
	b.last, b.weekday = e.last, day
	return found
}

// isOneDate reports whether one of two expressions is a day of the week beside
// the other, which is a day or a week.
func (s *scan) isOneDate(a, b *expression) bool {
	if (a.weekday >= 0) == (b.weekday >= 0) {
		return false
	}
	other := a
	if a.weekday >= 0 {
		other = b
	}
	if other.form.day == 0 && other.shift.unit != unitDay && other.shift.unit != unitWeek {
		return false
	}
	if b.first-a.last > 3 {
		return false
	}
	for i := a.last; i < b.first; i++ {
		if !s.tight(i) || i > a.last && !s.is(i, isAt|isArticle|isOf|isNumber) {
			return false
		}
	}
	return true
}
