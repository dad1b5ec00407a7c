package relative

import (
	"strings"

	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Shift is a distance in units from publication, or from the preceding date of the text.
type Shift struct {
	Unit         int16 // words.UnitMinute to words.UnitYear
	Count        int   // negative for the past
	Vague        bool  // some day in the unit: "last week"
	Future       bool  // valid only in a clause about the future: "in two days"
	FromPrevious bool  // from the preceding date: "two days later"
	Aside        bool  // the date of another event in the sentence: "on Friday, two days after the truce"
	N            int   // number of tokens
}

// At reads the relative date at token i; N is 0 if there is none.
func At(s *token.Scan, i int) Shift {
	if f := asideAt(s, i); f.N > 0 {
		return f
	}
	if f := fromPreviousAt(s, i); f.N > 0 {
		return f
	}
	switch t := s.At(i); {
	case t.Is&(words.Yesterday|words.Further) != 0:
		return yesterday(s, i)
	case t.Is&words.Today != 0 && t.Is&words.Arabic != 0:
		return arabicToday(s, i)
	case t.Is&words.Today != 0:
		if t.Upper && s.At(i-1).Upper && s.Beside(i-1) {
			return Shift{} // Russia Today
		}
		return Shift{Unit: words.UnitDay, N: 1}
	case t.Is&(words.Tomorrow|words.After) != 0:
		if f := tomorrow(s, i); f.N > 0 {
			return f
		}
		return ahead(s, i)
	case t.Is&(words.Past|words.Next|words.This|words.Unit) != 0:
		if f := turned(s, i); f.N > 0 {
			return f
		}
	}
	return ago(s, i)
}

// yesterday reads "yesterday", "أمس", "أول أمس", "أول من أمس", "أمس الأول".
func yesterday(s *token.Scan, i int) Shift {
	t := s.At(i)
	if t.Is&words.Yesterday == 0 {
		n := 1
		if s.Is(i+n, words.Of) {
			n++
		}
		if !s.Is(i+n, words.Yesterday) {
			return Shift{}
		}
		return Shift{Unit: words.UnitDay, Count: -2, N: n + 1}
	}
	switch {
	case s.Is(i+1, words.Further) && s.Beside(i):
		return Shift{Unit: words.UnitDay, Count: -2, N: 2}
	case s.Is(i-1, words.Bound|words.Subordinate) && s.Is(i-2, words.Unit):
		return Shift{Unit: words.UnitDay, Count: -2, N: 1} // the day before yesterday
	}
	return Shift{Unit: words.UnitDay, Count: -1, N: 1}
}

// arabicToday reads "اليوم" and "الليلة", but not "اليوم التالي", "في اليوم ذاته".
func arabicToday(s *token.Scan, i int) Shift {
	next := s.At(i + 1)
	switch {
	case next.Is&words.Past != 0:
		if s.At(i).Is&words.Unit != 0 {
			return Shift{}
		}
		return Shift{Unit: words.UnitDay, Count: -1, N: 2} // الليلة الماضية
	case s.Is(i-1, words.At|words.Other) || next.Is&words.Other != 0,
		s.Beside(i) && next.Is&(words.Weekday|words.Beside) == 0 && strings.HasPrefix(s.Text[next.Start:next.End], "ال"):
		return Shift{}
	}
	return Shift{Unit: words.UnitDay, N: 1}
}

// tomorrow reads "tomorrow", "the day after tomorrow", "غدا", "بعد غد".
func tomorrow(s *token.Scan, i int) Shift {
	if s.Is(i, words.After) {
		if s.Is(i+1, words.Tomorrow) && s.Beside(i) {
			return Shift{Unit: words.UnitDay, Count: 2, N: 2}
		}
		return Shift{}
	}
	if s.Is(i-1, words.Bound) && s.Is(i-2, words.Unit) {
		return Shift{Unit: words.UnitDay, Count: 2, N: 1}
	}
	return Shift{Unit: words.UnitDay, Count: 1, N: 1}
}

// turned reads "last week", "next month", "this year", "last night", "الأسبوع الماضي". "The last
// week" and "the next day" have another reference.
func turned(s *token.Scan, i int) Shift {
	turn, unit := s.At(i), s.At(i+1)
	latin := !s.Is(i, words.Arabic)
	if turn.Is&words.Unit != 0 && !latin {
		turn, unit = unit, turn
	}
	if !s.Beside(i) || latin && (s.Is(i-1, words.Article) || s.Is(i+2, words.Of) && s.Beside(i+1)) {
		return Shift{}
	}
	count := 0
	switch {
	case turn.Is&words.Past != 0:
		count = -1
	case turn.Is&words.Next != 0:
		count = 1
	case turn.Is&words.This == 0:
		return Shift{}
	}
	switch {
	case unit.Is&words.DayPart != 0 && latin && count < 1:
		return Shift{Unit: words.UnitDay, Count: count, N: 2}
	case unit.Is&words.Unit != 0 && unit.Is&words.Decade == 0 && unit.Value >= words.UnitWeek:
		return Shift{Unit: unit.Value, Count: count, Vague: true, N: 2}
	}
	return Shift{}
}
