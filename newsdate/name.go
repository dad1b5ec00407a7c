package newsdate

import "strings"

// isName reports whether the date is part of a name: the April 6 Movement,
// Sheffield Wednesday, شارع 17 نيسان, سوق الأحد.
func (s *scan) isName(e *expression) bool {
	if e.shift.n > 0 || e.form.n == 3 && e.form.day > 0 && s.at(e.first).digits > 0 && s.at(e.first+1).digits > 0 || e.form.month == 0 && e.weekday < 0 {
		return false
	}
	return s.isListedName(e) || s.isArabicName(e) || s.isLatinName(e)
}

func (s *scan) isListedName(e *expression) bool {
	const around = 2
	near := false
	for i := e.first - around; i <= e.last+around; i++ {
		near = near || s.is(i, isNameWord)
	}
	if !near {
		return false
	}
	first, last := max(0, e.first-around), min(len(s.tokens)-1, e.last+around)
	folded := make([]string, 0, last-first+1)
	for i := first; i <= last; i++ {
		folded = append(folded, foldWord(s.text[s.tokens[i].start:s.tokens[i].end]))
	}
	window := " " + strings.Join(folded, " ") + " "
	for _, name := range vocabulary().names {
		if strings.Contains(window, " "+name+" ") {
			return true
		}
	}
	return false
}

func (s *scan) isArabicName(e *expression) bool {
	if !s.is(e.last, isArabic) && !s.is(e.first, isArabic) || !s.beside(e.first-1) {
		return false
	}
	before := s.at(e.first - 1)
	if before.is&isClass != 0 {
		return true
	}
	return before.is&isGiven != 0 && e.weekday >= 0 && e.form.n == 0
}

// isGerund reports whether token i is a verb that says what came of something: "in
// Aleppo Monday, killing 25".
func (s *scan) isGerund(i int) bool {
	t := s.at(i)
	return !t.upper && strings.HasSuffix(s.text[t.start:t.end], "ing")
}

func (s *scan) isLatinName(e *expression) bool {
	if s.is(e.first, isArabic) || s.is(e.last, isArabic) || e.turned {
		return false
	}
	before, after := s.at(e.first-1), s.at(e.last+1)
	led := s.beside(e.first - 1)
	goesOn := s.beside(e.last) && e.last+1 < len(s.tokens)
	governed := led && before.is&(isAt|isBound|isPart|isDayPart|isOf|isThis|isSay) != 0 && before.is&isArticle == 0
	switch {
	case goesOn && after.is&isClass != 0 && !governed:
		return true // a July 14 street
	case led && before.is&isClass != 0 && e.form.day > 0:
		return true // Brigade 30 March
	case goesOn && after.upper && after.is&(isMonth|isDayPart|isZone) == 0 && !governed && (before.is&isArticle != 0 || e.weekday >= 0 && e.form.n == 0):
		return true // the April 6 Movement, the Sunday Telegraph
	case led && before.upper && before.is&isArticle == 0 && !governed && e.weekday >= 0 && e.form.n == 0:
		return goesOn && after.is&(isFollow|isSay|isDayPart) == 0 && !s.isGerund(e.last+1) // Sheffield Wednesday played
	}
	return false
}
