package expression

import (
	"strings"

	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// isName reports whether the date is part of a name: the April 6 Movement,
// Sheffield Wednesday, شارع 17 نيسان, سوق الأحد.
func isName(s *token.Scan, e *Expression) bool {
	if e.Shift.N > 0 || e.Form.N == 3 && e.Form.Day > 0 && s.At(e.First).Digits > 0 && s.At(e.First+1).Digits > 0 || e.Form.Month == 0 && e.Weekday < 0 {
		return false
	}
	return isListedName(s, e) || isArabicName(s, e) || isLatinName(s, e)
}

func isListedName(s *token.Scan, e *Expression) bool {
	const around = 2
	near := false
	for i := e.First - around; i <= e.Last+around; i++ {
		near = near || s.Is(i, words.NameWord)
	}
	if !near {
		return false
	}
	first, last := max(0, e.First-around), min(len(s.Tokens)-1, e.Last+around)
	window := make([]string, 0, last-first+1)
	for i := first; i <= last; i++ {
		window = append(window, s.Word(i))
	}
	return words.HoldsName(window)
}

func isArabicName(s *token.Scan, e *Expression) bool {
	if !s.Is(e.Last, words.Arabic) && !s.Is(e.First, words.Arabic) || !s.Beside(e.First-1) {
		return false
	}
	before := s.At(e.First - 1)
	if before.Is&words.ClassNoun != 0 {
		return true
	}
	return before.Is&words.Given != 0 && e.Weekday >= 0 && e.Form.N == 0
}

// isGerund reports whether token i is a verb of consequence: "in Aleppo Monday, killing 25".
func isGerund(s *token.Scan, i int) bool {
	t := s.At(i)
	return !t.Upper && strings.HasSuffix(s.Word(i), "ing")
}

func isLatinName(s *token.Scan, e *Expression) bool {
	if s.Is(e.First, words.Arabic) || s.Is(e.Last, words.Arabic) || e.Turned {
		return false
	}
	before, after := s.At(e.First-1), s.At(e.Last+1)
	led := s.Beside(e.First - 1)
	goesOn := s.Beside(e.Last) && e.Last+1 < len(s.Tokens)
	governed := led && before.Is&(words.At|words.Bound|words.Part|words.DayPart|words.Of|words.This|words.Say) != 0 && before.Is&words.Article == 0
	switch {
	case goesOn && after.Is&words.ClassNoun != 0 && !governed:
		return true // a July 14 street
	case led && before.Is&words.ClassNoun != 0 && e.Form.Day > 0:
		return true // Brigade 30 March
	case goesOn && after.Upper && after.Is&(words.Month|words.DayPart|words.Zone) == 0 && !governed && (before.Is&words.Article != 0 || e.Weekday >= 0 && e.Form.N == 0):
		return true // the April 6 Movement, the Sunday Telegraph
	case led && before.Upper && before.Is&words.Article == 0 && !governed && e.Weekday >= 0 && e.Form.N == 0:
		return goesOn && after.Is&(words.Follow|words.Say|words.DayPart) == 0 && !isGerund(s, e.Last+1) // Sheffield Wednesday played
	}
	return false
}
