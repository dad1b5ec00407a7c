package expression

import (
	"dateline/newsdate"
	"dateline/newsdate/calendar"
	"dateline/newsdate/relative"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Expression is a date as written in a sentence.
type Expression struct {
	First, Last int           // tokens
	Form        calendar.Form // zero if it is relative, or a day of the week
	Shift       relative.Shift
	Weekday     int // -1 for none
	Tense       Tense
	Turned      bool // its own words give the tense: "last", "next", "المقبل"
}

// IsBare reports whether only the year is missing.
func (e *Expression) IsBare() bool { return e.Form.Month > 0 && e.Form.Year == 0 && !e.Form.YearSaid }

// IsRelative reports whether it depends on the day of publication alone.
func (e *Expression) IsRelative() bool {
	return e.Shift.N > 0 && !e.Shift.FromPrevious || e.Weekday >= 0 && e.Form.Month == 0
}

// Tense is the side of publication on which an ambiguous date lies.
type Tense uint8

const (
	Past    Tense = iota // on the day of publication or before
	Earlier              // before it: "last Tuesday"
	Future               // on it or after
	Later                // after it: "next Tuesday"
)

// triggers are the classes of words that can start a date.
const triggers = words.Month | words.Pair | words.Weekday | words.BareWeekday | words.Unit | words.Dual | words.Yesterday | words.Today | words.Tomorrow |
	words.Ordinal | words.Number | words.Before | words.Past | words.Next | words.This | words.Further | words.After | words.Sequel

// Find returns the dates of a sentence, in order and in the given space, and the last of those
// that start a state ("since 2015"), nil for none. Dates that bound something else, or recur
// ("until May", "every Friday"), are excluded.
func Find(s *token.Scan, o newsdate.Order, space []Expression) (found []Expression, since *Expression) {
	found = space[:0]
	for i := 0; i < len(s.Tokens); {
		t := &s.Tokens[i]
		if t.Digits == 0 && t.Is&triggers == 0 || t.Digits > 4 {
			i++
			continue
		}
		e, ok := expressionAt(s, i, o)
		if !ok {
			i++
			continue
		}
		i = e.Last + 1
		switch {
		case isName(s, &e), e.Shift.Aside && len(found) == 0:
		case !isBounded(s, &e):
			found = merge(s, found, e)
		case isBeginning(s, &e):
			since = &e
		}
	}
	return found, since
}

// expressionAt reads the date at token i.
func expressionAt(s *token.Scan, i int, o newsdate.Order) (Expression, bool) {
	e := Expression{First: i, Weekday: -1}
	if e.Shift = relative.At(s, i); e.Shift.N > 0 {
		e.Last = i + e.Shift.N - 1
		return e, true
	}
	if e.Form = calendar.At(s, i, o); e.Form.N > 0 && takeMonth(s, &e) {
		takeTurn(s, &e)
		return e, true
	}
	e.Form = calendar.Form{}
	if isDayOfWeek(s, i) {
		e.Weekday, e.Last = int(s.At(i).Value), i
		takeTurn(s, &e)
		return e, true
	}
	if calendar.IsYear(s, i) && isYearAlone(s, i) {
		e.Form, e.Last = calendar.Form{Year: s.At(i).Number, N: 1}, i
		return e, true
	}
	return e, false
}

// merge adds an expression, joined to the previous one if both are one date: "Tuesday, 4 April",
// "أمس الأربعاء", "Tuesday last week".
func merge(s *token.Scan, found []Expression, e Expression) []Expression {
	if len(found) == 0 {
		return append(found, e)
	}
	b := &found[len(found)-1]
	if !isOneDate(s, b, &e) {
		return append(found, e)
	}
	day := max(b.Weekday, e.Weekday)
	if b.Weekday >= 0 {
		first, turned, tense := b.First, b.Turned, b.Tense
		*b = e
		b.First = first
		if turned && !e.Turned {
			b.Turned, b.Tense = turned, tense
		}
	}
	b.Last, b.Weekday = e.Last, day
	return found
}

// isOneDate reports whether one of two expressions is a day of the week next to the other, which
// is a day or a week.
func isOneDate(s *token.Scan, a, b *Expression) bool {
	if (a.Weekday >= 0) == (b.Weekday >= 0) {
		return false
	}
	other := a
	if a.Weekday >= 0 {
		other = b
	}
	if other.Form.Day == 0 && other.Shift.Unit != words.UnitDay && other.Shift.Unit != words.UnitWeek {
		return false
	}
	if b.First-a.Last > 3 || other.Shift.Aside {
		return false
	}
	for i := a.Last; i < b.First; i++ {
		if !s.Tight(i) || i > a.Last && !s.Is(i, words.At|words.Article|words.Of|words.Number) {
			return false
		}
	}
	return true
}
