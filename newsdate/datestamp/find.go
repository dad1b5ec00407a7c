package datestamp

import (
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/newsdate/calendar"
	"dateline/newsdate/expression"
	"dateline/newsdate/resolve"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Match is a date in a line, in bytes.
type Match struct {
	Date       newsdate.Date // to the day, or none
	Start, End int
}

// Find returns the first full date of a line, with day, month and year. An ambiguous numeric
// date is read in the order given, and skipped if that is unknown.
func Find(line string, o newsdate.Order) (Match, bool) {
	if !hasYear(line) {
		return Match{}, false
	}
	s := token.New(line, nil)
	d, err := fullDate(s, o)
	if err != nil {
		return Match{}, false
	}
	return d.in(s), true
}

// FindAgo returns the only relative date of a line: "2 hours ago", "yesterday", "منذ ساعتين".
// Its Date is none if now is the zero time.
func FindAgo(line string, now time.Time) (Match, bool) {
	s := token.New(line, nil)
	found, _ := expression.Find(s, newsdate.UnknownOrder, nil)
	if len(found) != 1 || found[0].Shift.N == 0 || found[0].Shift.Vague || found[0].Shift.Count > 0 {
		return Match{}, false
	}
	d := dated{first: found[0].First, last: found[0].Last}
	if !now.IsZero() {
		d.date, _ = resolve.Date(&found[0], resolve.Anchor{Published: now})
	}
	if d.date.Precision != newsdate.Day {
		d.date = newsdate.Date{}
	}
	return d.in(s), true
}

// dated is a date at tokens of a line.
type dated struct {
	date        newsdate.Date
	first, last int
}

func (d *dated) in(s *token.Scan) Match {
	return Match{d.date, s.At(d.first).Start, s.At(d.last).End}
}

// hasYear reports whether a text has four consecutive digits.
func hasYear(line string) bool {
	row := 0
	for _, r := range line {
		if !token.IsDigit(r) {
			row = 0
		} else if row++; row == 4 {
			return true
		}
	}
	return false
}

// fullDate returns the first date with day, month and year. The error is ErrAmbiguous if all are
// ambiguous, ErrNoDate if there is none.
func fullDate(s *token.Scan, o newsdate.Order) (dated, error) {
	err := ErrNoDate
	for i := range s.Tokens {
		switch f := calendar.At(s, i, o); {
		case f.N == 0 || f.Year == 0 || f.Day == 0:
		case f.Ambiguous:
			err = ErrAmbiguous
		default:
			return dated{f.Dated(f.Year), i, i + f.N - 1}, nil
		}
	}
	return dated{}, err
}

// isDateLine reports whether only what belongs to a date precedes token first and follows token
// last.
func isDateLine(s *token.Scan, first, last int) bool {
	for i := range s.Tokens {
		if (i < first || i > last) && !isBesideDate(s, i) {
			return false
		}
	}
	return true
}

// besideDate are the classes of words allowed next to a date on its own line.
const besideDate = words.Beside | words.Label | words.Weekday | words.Zone | words.Hijri | words.DayPart | words.Ago

// isBesideDate reports whether token i is a day of the week, a time or a label. A word before a
// comma at the start of the line counts as a day of the week.
func isBesideDate(s *token.Scan, i int) bool {
	t := s.At(i)
	if t.Digits > 0 {
		return t.Digits <= 4
	}
	return t.Is&besideDate != 0 || isOfZone(s, i) || i == 0 && t.End-t.Start <= 3 && s.Gap(0) == ", "
}

// isOfZone reports whether token i names the town of a time zone: "Damascus time", "بتوقيت مكة
// المكرمة".
func isOfZone(s *token.Scan, i int) bool {
	if t := s.At(i); t.Is&words.Arabic == 0 {
		return t.Upper && s.Beside(i) && s.Is(i+1, words.TimeOf)
	}
	return s.Beside(i-1) && (s.Is(i-1, words.TimeOf) || s.Beside(i-2) && s.Is(i-2, words.TimeOf))
}

// Beside reports whether a text has only what belongs to a date: a day of the week, a time,
// "published on".
func Beside(text string) bool {
	s := token.New(text, nil)
	return isDateLine(s, len(s.Tokens), len(s.Tokens))
}

// Begins reports whether a text starts like the line of a date, with a day of the week or
// "published".
func Begins(text string) bool {
	s := token.New(text, nil)
	return s.Is(0, words.Weekday|words.Label)
}

// OrderOf returns the order of a line's numeric dates, if one is unambiguous.
func OrderOf(line string) newsdate.Order {
	if !hasYear(line) {
		return newsdate.UnknownOrder
	}
	s := token.New(line, nil)
	for i := range s.Tokens {
		if o := calendar.OrderAt(s, i); o != newsdate.UnknownOrder {
			return o
		}
	}
	return newsdate.UnknownOrder
}

// OrderOfAll returns a source's order of numeric dates from some of them; unknown if they
// contradict each other.
func OrderOfAll(dates []string) newsdate.Order {
	seen := [...]bool{newsdate.DayFirst: false, newsdate.MonthFirst: false}
	for _, d := range dates {
		seen[OrderOf(d)] = true
	}
	switch {
	case seen[newsdate.DayFirst] && !seen[newsdate.MonthFirst]:
		return newsdate.DayFirst
	case seen[newsdate.MonthFirst] && !seen[newsdate.DayFirst]:
		return newsdate.MonthFirst
	}
	return newsdate.UnknownOrder
}

// maxStamp is the distance from the start of a text within which a date can be that of its
// publication.
const maxStamp = 160 // bytes

// Opening returns the date at the start of a text, as in wire copy and feeds: "Mon Jul 11 2016
// …", "Published October 4 2016 …", or after a headline and an agency, "… AFP Thursday 25 Sep
// 2014". It is the publication date, whatever the record says. A date on its own line is left to
// the readers of articles.
func Opening(text string) (Match, bool) {
	text = text[:min(len(text), maxStamp)]
	if !hasYear(text) {
		return Match{}, false
	}
	s := token.New(text, nil)
	d, err := fullDate(s, newsdate.UnknownOrder)
	if err != nil || s.At(d.last).End == len(text) && len(text) == maxStamp {
		return Match{}, false
	}
	if rest := strings.TrimLeft(text[s.At(d.last).End:], " \t\r"); rest == "" || rest[0] == '\n' {
		return Match{}, false
	}
	first := d.first
	for first > 0 && isBesideDate(s, first-1) && s.Beside(first) {
		first--
	}
	if first < d.first && s.Is(first, words.At) || first > 0 && (first == d.first || !isAgency(s, first-1)) {
		return Match{}, false
	}
	return Match{d.date, s.At(first).Start, s.At(d.last).End}, true
}

// isAgency reports whether token i is the name of a news agency: in capitals, or a known one.
func isAgency(s *token.Scan, i int) bool {
	t := s.At(i)
	word := s.Word(i)
	return t.Upper && (t.Is&words.Agency != 0 || len(word) >= 2 && strings.ToUpper(word) == word)
}
