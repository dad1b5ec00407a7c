package newsdate

import (
	"strings"
	"time"
)

// dayOfMonth reads a day, "23", "23rd", "fifth", "الرابع عشر", and how many
// tokens it has.
func (s *scan) dayOfMonth(i int) (day, n int) {
	t := s.at(i)
	switch {
	case t.digits > 0:
		if !isDayNumber(t) || t.number == 0 || s.inNumber(i) {
			return 0, 0
		}
		if s.is(i+1, isSuffix) && s.gap(i) == "" {
			return t.number, 2
		}
		return t.number, 1
	case t.is&isOrdinal != 0 && t.is&isArabic != 0:
		return s.arabicOrdinal(i)
	case t.is&isOrdinal != 0:
		return int(t.value), 1
	case t.is&isNumber != 0 && t.value >= 20 && s.is(i+1, isOrdinal) && s.gap(i) == "-":
		return int(t.value + s.at(i+1).value), 2 // twenty-first
	}
	return 0, 0
}

// arabicOrdinal reads "الخامس", "الرابع عشر", "الحادي والعشرين".
func (s *scan) arabicOrdinal(i int) (day, n int) {
	t, next := s.at(i), s.at(i+1)
	switch {
	case t.value < 10 && next.is&isTeen != 0 && s.beside(i):
		return int(t.value) + 10, 2
	case t.value < 10 && next.is&isOrdinal != 0 && next.value >= 20 && s.beside(i):
		return int(t.value + next.value), 2
	}
	return int(t.value), 1
}

// maxMonthNames is how many words a month may take: كانون الثاني/يناير (جانفي).
const maxMonthNames = 5

// month reads the name of a month, of one word or two, and further names of the
// same month after a stroke or in brackets; n is 0 when there is none.
func (s *scan) month(i int) (m time.Month, n int) {
	m, n = s.monthName(i)
	for n > 0 && n < maxMonthNames {
		again, k := s.monthName(i + n)
		if k == 0 || again != m || !strings.ContainsAny(s.gap(i+n-1), "/(|") {
			break
		}
		n += k
	}
	return m, n
}

func (s *scan) monthName(i int) (time.Month, int) {
	t, next := s.at(i), s.at(i+1)
	switch {
	case t.is&isMonth != 0:
		return time.Month(t.value), 1
	case t.is&isPair == 0:
		return 0, 0
	case next.is&isOrdinal != 0 && next.value <= 2 && s.beside(i) && next.value > 0:
		return half(t.value, int(next.value)), 2
	case next.digits == 1 && (next.number == 1 || next.number == 2) && len(s.gap(i)) <= 1:
		return half(t.value, next.number), 2
	}
	return 0, 0
}

// half returns the first or the second month of a pair.
func half(first int16, which int) time.Month { return time.Month((int(first)+which-2)%12 + 1) }
