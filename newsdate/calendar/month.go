package calendar

import (
	"strings"
	"time"

	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// dayOfMonth reads a day, "23", "23rd", "fifth", "الرابع عشر", and returns its number of tokens.
func dayOfMonth(s *token.Scan, i int) (day, n int) {
	t := s.At(i)
	switch {
	case t.Digits > 0:
		if !t.IsDay() || t.Number == 0 || s.InNumber(i) {
			return 0, 0
		}
		if s.Is(i+1, words.Suffix) && s.Gap(i) == "" {
			return t.Number, 2
		}
		return t.Number, 1
	case t.Is&words.Ordinal != 0 && t.Is&words.Arabic != 0:
		return arabicOrdinal(s, i)
	case t.Is&words.Ordinal != 0:
		return int(t.Value), 1
	case t.Is&words.Number != 0 && t.Value >= 20 && s.Is(i+1, words.Ordinal) && s.Gap(i) == "-":
		return int(t.Value + s.At(i+1).Value), 2 // twenty-first
	}
	return 0, 0
}

// arabicOrdinal reads "الخامس", "الرابع عشر", "الحادي والعشرين".
func arabicOrdinal(s *token.Scan, i int) (day, n int) {
	t, next := s.At(i), s.At(i+1)
	switch {
	case t.Value < 10 && next.Is&words.Teen != 0 && s.Beside(i):
		return int(t.Value) + 10, 2
	case t.Value < 10 && next.Is&words.Ordinal != 0 && next.Value >= 20 && s.Beside(i):
		return int(t.Value + next.Value), 2
	}
	return int(t.Value), 1
}

// maxMonthNames is the maximum number of words of a month: كانون الثاني/يناير (جانفي).
const maxMonthNames = 5

// monthAt reads the name of a month, of one word or two, and synonyms after a slash or in
// brackets; n is 0 if there is none.
func monthAt(s *token.Scan, i int) (m time.Month, n int) {
	m, n = monthName(s, i)
	for n > 0 && n < maxMonthNames {
		again, k := monthName(s, i+n)
		if k == 0 || again != m || !strings.ContainsAny(s.Gap(i+n-1), "/(|") {
			break
		}
		n += k
	}
	return m, n
}

func monthName(s *token.Scan, i int) (time.Month, int) {
	t, next := s.At(i), s.At(i+1)
	switch {
	case t.Is&words.Month != 0:
		return time.Month(t.Value), 1
	case t.Is&words.Pair == 0:
		return 0, 0
	case next.Is&words.Ordinal != 0 && next.Value <= 2 && s.Beside(i) && next.Value > 0:
		return half(t.Value, int(next.Value)), 2
	case next.Digits == 1 && (next.Number == 1 || next.Number == 2) && len(s.Gap(i)) <= 1:
		return half(t.Value, next.Number), 2
	}
	return 0, 0
}

// half returns the first or the second month of a pair.
func half(first int16, which int) time.Month { return time.Month((int(first)+which-2)%12 + 1) }
