package relative

import (
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// asideAt reads how long before or after the preceding date of its sentence something else happened:
// "on Friday, two days after the truce began", "يوم الجمعة بعد يومين من الهدنة". N is 0 if there is
// none.
func asideAt(s *token.Scan, i int) Shift {
	at := i
	if s.Is(i, words.Arabic) {
		at++
	}
	count, unit, n := amount(s, at)
	if n == 0 || unit != words.UnitDay && unit != words.UnitWeek {
		return Shift{}
	}
	last := at + n
	sign := 0
	if s.Is(i, words.Arabic) {
		if s.Beside(i) && s.Is(last, words.Of) {
			sign = orderOf(s.Word(i))
		}
	} else if s.Beside(last-1) && !s.Is(i-1, words.At|words.During|words.Bound) && !(i > 0 && s.Word(i-1) == "for") {
		sign = orderOf(s.Word(last))
	}
	if sign == 0 || s.Is(last+1, words.Month|words.Weekday|words.Today|words.Yesterday) || s.At(last+1).Digits > 0 {
		return Shift{}
	}
	return Shift{Unit: unit, Count: sign * count, FromPrevious: true, Aside: true, N: last + 1 - i}
}

// orderOf returns -1 for "after", which is said of what happened before, 1 for "before", else 0.
func orderOf(word string) int {
	switch word {
	case "after", "بعد":
		return -1
	case "before", "قبل":
		return 1
	}
	return 0
}
