package expression

import (
	"dateline/newsdate/calendar"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// takeMonth decides whether a date with the name of a month is one, sets its last token, and
// drops what is not a day: "in August 20 people".
func takeMonth(s *token.Scan, e *Expression) bool {
	i, f := e.First, &e.Form
	e.Last = i + f.N - 1
	name := i
	for name <= e.Last && !s.Is(name, words.Month|words.Pair) {
		name++
	}
	if name > e.Last {
		return true // of numbers
	}
	t := s.At(name)
	latin := t.Is&words.Arabic == 0
	if latin && !t.Upper && (s.Capitals || t.Is&words.Short != 0 && f.Day == 0) {
		return false
	}
	if name == i && f.Day > 0 && f.Year == 0 && !f.YearSaid && latin && s.Is(i-1, words.In) && s.Beside(i-1) {
		*f = calendar.Form{Month: f.Month, N: 1}
		e.Last = i
	}
	return f.Day > 0 || f.Year > 0 || f.YearSaid || isMonthAlone(s, i, e.Last)
}

// isMonthAlone reports whether the name of a month, from token i to last, is used as one: in
// May, mid-April, the end of June, نيسان الماضي.
func isMonthAlone(s *token.Scan, i, last int) bool {
	before := s.At(i - 1)
	switch {
	case i == 0 || !s.Beside(i-1) && s.Gap(i-1) != "-":
		return isTurnedBehind(s, last) || isSubject(s, i, last)
	case before.Is&(words.In|words.Part|words.Past|words.Next|words.This|words.Bound) != 0:
		return true
	case before.Is&words.Of != 0:
		return s.Is(i-2, words.Part|words.Unit)
	}
	return isTurnedBehind(s, last)
}

// isSubject reports whether a month at the start of a clause is its subject: "August was",
// "March saw". May can be a name.
func isSubject(s *token.Scan, i, last int) bool {
	return s.At(i).Is&words.Short == 0 && s.Is(last+1, words.Be|words.See) && s.Beside(last)
}

// isTurnedBehind reports whether Arabic for last, next or this follows token i.
func isTurnedBehind(s *token.Scan, i int) bool {
	return s.Is(i, words.Arabic) && s.Is(i+1, words.Past|words.Next|words.This) && s.Beside(i)
}

// isDayOfWeek reports whether token i is a day of the week; in Arabic, without its article only
// after يوم.
func isDayOfWeek(s *token.Scan, i int) bool {
	t := s.At(i)
	if t.Is&words.Weekday == 0 {
		return false
	}
	day := s.Is(i-1, words.Unit) && s.At(i-1).Value == words.UnitDay
	if t.Is&words.Arabic != 0 {
		return t.Is&words.BareWeekday == 0 || day
	}
	return t.Is&words.BareWeekday == 0 || t.Upper && s.Is(i-1, words.At) && s.Beside(i-1)
}

// isYearAlone reports whether a number is used as a year: in 2015, late 2015, the summer of
// 2014, عام 2015.
func isYearAlone(s *token.Scan, i int) bool {
	after := s.Gap(i)
	if s.Is(i+1, words.Unit) || after == "" && i+1 < len(s.Tokens) || s.At(i+1).Digits > 0 && (after == "-" || after == "–" || after == "/") {
		return false // 2015 km, 2010s, 2015-2016
	}
	before := s.At(i - 1)
	switch {
	case i == 0 || !s.Beside(i-1) && s.Gap(i-1) != "-":
		return false
	case before.Is&(words.In|words.Part|words.Season|words.Begin) != 0, before.Is&words.Unit != 0 && before.Value == words.UnitYear:
		return true
	}
	if before.Is&words.Article != 0 && s.Is(i-2, words.During) {
		return true // during their 2014 offensive
	}
	return before.Is&words.Of != 0 && s.Is(i-2, words.Part|words.Season)
}

// takeTurn includes "last", "next" and "this" before a date, or الماضي and similar after it, in
// the expression.
func takeTurn(s *token.Scan, e *Expression) {
	if e.Form.Year > 0 || e.Form.YearSaid {
		return
	}
	at := e.First - 1
	if s.Is(e.Last, words.Arabic) {
		at = e.Last + 1
	}
	if !s.Beside(min(at, e.Last)) {
		return
	}
	turn := s.At(at)
	switch {
	case turn.Is&words.Past != 0:
		e.Tense, e.Turned = Earlier, true
	case turn.Is&words.Recent != 0 && e.Weekday >= 0:
		e.Tense, e.Turned = Earlier, true
	case turn.Is&words.Next != 0:
		e.Tense, e.Turned = Later, true
	default:
		return
	}
	e.First, e.Last = min(e.First, at), max(e.Last, at)
}

// isBounded reports whether the date is a bound of something else, or recurs: since 2015, until
// Friday, every Friday.
func isBounded(s *token.Scan, e *Expression) bool {
	at := e.First - 1
	for at >= 0 && s.Near(at) && (s.Is(at, words.At|words.Article|words.Part|words.DayPart|words.Unit) || s.Is(at, words.Of) && s.Is(at-1, words.Part)) {
		if s.Is(at, words.Bound|words.Habit) {
			break
		}
		at--
	}
	if at < 0 || !s.Near(at) {
		return false
	}
	t := s.At(at)
	if e.Shift.N > 0 {
		return t.Is&words.Bound != 0 && t.Is&(words.Subordinate|words.Before) == 0 && e.Shift.Count == 0 // until today
	}
	return t.Is&(words.Bound|words.Habit) != 0
}

// isBeginning reports whether a bounded date is when, or by when, a state began: since June, by
// May 2013, from 5 March.
func isBeginning(s *token.Scan, e *Expression) bool {
	at := e.First - 1
	for at >= 0 && s.Near(at) && s.Is(at, words.Article|words.Part|words.DayPart|words.Of) && !s.Is(at, words.Bound) {
		at--
	}
	return at >= 0 && s.Is(at, words.Begin)
}
