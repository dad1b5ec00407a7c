package newsdate

import (
	"strings"
	"time"
)

// Found is a date in a line, in bytes.
type Found struct {
	Date       Date // to the day
	Start, End int
}

// Find finds the first full date of a line, of day, month and year. A date of
// numbers that can be read in two ways is read in the order given, and passed
// over where that is unknown.
func Find(line string, o Order) (Found, bool) {
	if !hasYear(line) {
		return Found{}, false
	}
	s := newScan(line, nil)
	e, err := s.fullDate(o)
	if err != nil {
		return Found{}, false
	}
	return Found{e.date, s.at(e.first).start, s.at(e.last).end}, true
}

// FindAgo finds the only date of a line that is relative to when it was written: "2
// hours ago", "yesterday", "منذ ساعتين". Its Date is none where now is the zero time.
func FindAgo(line string, now time.Time) (Found, bool) {
	s := newScan(line, nil)
	found := s.expressions(UnknownOrder, nil)
	if len(found) != 1 || found[0].shift.n == 0 || found[0].shift.vague || found[0].shift.count > 0 {
		return Found{}, false
	}
	e := &found[0]
	if !now.IsZero() {
		e.resolve(now, 0, Date{}, past)
	}
	if e.date.Precision != Day {
		e.date = Date{}
	}
	return Found{e.date, s.at(e.first).start, s.at(e.last).end}, true
}

// hasYear reports whether four digits stand in a row.
func hasYear(line string) bool {
	row := 0
	for _, r := range line {
		if !isDigit(r) {
			row = 0
		} else if row++; row == 4 {
			return true
		}
	}
	return false
}

// fullDate finds the first date of day, month and year. Where the only ones can
// be read in two ways the error is ErrAmbiguous, ErrNoDate where there is none.
func (s *scan) fullDate(o Order) (expression, error) {
	err := ErrNoDate
	for i := range s.tokens {
		switch f := s.explicitAt(i, o); {
		case f.n == 0 || f.year == 0 || f.day == 0:
		case f.ambiguous:
			err = ErrAmbiguous
		default:
			return expression{first: i, last: i + f.n - 1, date: f.dated(f.year)}, nil
		}
	}
	return expression{}, err
}

// isDateLine reports whether nothing but what goes with a date stands before
// token first and behind token last.
func (s *scan) isDateLine(first, last int) bool {
	for i := range s.tokens {
		if (i < first || i > last) && !s.isBesideDate(i) {
			return false
		}
	}
	return true
}

// besideDate are the classes of what may stand beside a date in the line of a
// date.
const besideDate = isBeside | isLabel | isWeekday | isZone | isHijri | isDayPart | isAgo

// isBesideDate reports whether token i is a day of the week, a time, a label. A
// word that begins the line before a comma is taken for a day of the week.
func (s *scan) isBesideDate(i int) bool {
	t := s.at(i)
	if t.digits > 0 {
		return t.digits <= 4
	}
	return t.is&besideDate != 0 || s.isOfZone(i) || i == 0 && t.end-t.start <= 3 && s.gap(0) == ", "
}

// isOfZone reports whether token i says by which town's time a time is: "Damascus
// time", "بتوقيت مكة المكرمة".
func (s *scan) isOfZone(i int) bool {
	if t := s.at(i); t.is&isArabic == 0 {
		return t.upper && s.beside(i) && s.is(i+1, isTimeOf)
	}
	return s.beside(i-1) && (s.is(i-1, isTimeOf) || s.beside(i-2) && s.is(i-2, isTimeOf))
}

// Beside reports whether nothing stands in a text but what goes with a date: a
// day of the week, a time, "published on".
func Beside(text string) bool {
	s := newScan(text, nil)
	return s.isDateLine(len(s.tokens), len(s.tokens))
}

// BeginsStamp reports whether a text begins as the line of a date does, with a day
// of the week or "published".
func BeginsStamp(text string) bool {
	s := newScan(text, nil)
	return s.is(0, isWeekday|isLabel)
}

// OrderOf tells how a line writes dates of numbers, where one can be read in one
// way only.
func OrderOf(line string) Order {
	if !hasYear(line) {
		return UnknownOrder
	}
	s := newScan(line, nil)
	for i := range s.tokens {
		a, b, y := s.at(i), s.at(i+1), s.at(i+2)
		if !isDayNumber(a) || !isDayNumber(b) || y.digits != 4 || !isSeparator(s.gap(i)) || s.gap(i) != s.gap(i+1) {
			continue
		}
		if a.number > 12 && b.number <= 12 {
			return DayFirst
		}
		if b.number > 12 && a.number <= 12 {
			return MonthFirst
		}
	}
	return UnknownOrder
}

// OrderOfAll tells how a source writes dates of numbers from some of its dates; unknown
// where they contradict each other.
func OrderOfAll(dates []string) Order {
	seen := [...]bool{DayFirst: false, MonthFirst: false}
	for _, d := range dates {
		seen[OrderOf(d)] = true
	}
	switch {
	case seen[DayFirst] && !seen[MonthFirst]:
		return DayFirst
	case seen[MonthFirst] && !seen[DayFirst]:
		return MonthFirst
	}
	return UnknownOrder
}

// maxStamp is how far into a text the date may reach that it was published on.
const maxStamp = 160 // bytes

// Stamp finds the date that a text begins with, as wire copy and feeds have it: "Mon
// Jul 11 2016 …", "Published October 4 2016 …", or behind a headline and an agency,
// "… AFP Thursday 25 Sep 2014". That is when it was published, whatever its record
// says. A date on a line of its own is none: readers of articles take that.
func Stamp(text string) (Found, bool) {
	text = text[:min(len(text), maxStamp)]
	if !hasYear(text) {
		return Found{}, false
	}
	s := newScan(text, nil)
	e, err := s.fullDate(UnknownOrder)
	if err != nil || s.at(e.last).end == len(text) && len(text) == maxStamp {
		return Found{}, false
	}
	if rest := strings.TrimLeft(text[s.at(e.last).end:], " \t\r"); rest == "" || rest[0] == '\n' {
		return Found{}, false
	}
	first := e.first
	for first > 0 && s.isBesideDate(first-1) && s.beside(first) {
		first--
	}
	if first < e.first && s.is(first, isAt) || first > 0 && (first == e.first || !s.isAgency(first-1)) {
		return Found{}, false
	}
	return Found{e.date, s.at(first).start, s.at(e.last).end}, true
}

// isAgency reports whether token i is the name of a news agency: capitals, or one
// that is not written so.
func (s *scan) isAgency(i int) bool {
	t := s.at(i)
	word := s.text[t.start:t.end]
	return t.upper && (t.is&isAgency != 0 || len(word) >= 2 && strings.ToUpper(word) == word)
}
