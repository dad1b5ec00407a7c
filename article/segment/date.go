package segment

import (
	"strings"
	"time"

	"dateline/text"
)

// order is how a page writes dates of three numbers.
type order int

const (
	unknownOrder order = iota
	dayFirst           // 23/08/2019
	monthFirst         // 08/23/2019
)

// ParseDate reads a date as news pages print it, in English or Arabic, with
// European or Arabic-Indic digits: "June 12, 2019", "Fri 07 Apr 2017",
// "23.08.2019", "24 آب/أغسطس 2019", RFC 3339, RFC 1123. A date with time and
// zone gives that instant in UTC, any other midnight UTC of its day. Where the
// order of day and month can't be told ("04/05/2019") it returns false; numbers
// with dots between are taken as day, month, year.
func ParseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range instants {
		if !strings.Contains(s, ":") {
			break // no time of day
		}
		if t, err := time.Parse(layout, s); err == nil && validYear(t.Year()) {
			return t.UTC(), true
		}
	}
	found, ok := findDate(s, unknownOrder)
	if !ok || !besideDate(s[:found.start]) || !besideDate(s[found.end:]) {
		return time.Time{}, false
	}
	return found.day, true
}

// instants are the layouts that give an instant.
var instants = [...]string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 UTC",
	"2006-01-02T15:04Z07:00", time.RFC1123Z, time.RFC1123,
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700", time.UnixDate,
}

func validYear(y int) bool { return y >= 1900 && y < 2100 }

// dateAt is a date found in a line.
type dateAt struct {
	day        time.Time
	start, end int // in bytes
}

// findDate finds the first full date of a line. Dates of three numbers whose
// order is open are read in the order given.
func findDate(line string, o order) (dateAt, bool) {
	if !hasYear(line) {
		return dateAt{}, false
	}
	s := newScan(line)
	for i := range s.tokens {
		for _, try := range [...]func(scan, int, order) (time.Time, int, bool){yearFirst, dayMonth, monthDay, numbers} {
			if day, n, ok := try(s, i, o); ok {
				return dateAt{day: day, start: s.tokens[i].start, end: s.tokens[i+n-1].end}, true
			}
		}
	}
	return dateAt{}, false
}

// hasYear reports whether four digits stand in a row.
func hasYear(line string) bool {
	row := 0
	for _, r := range line {
		if _, ok := text.Digit(r); !ok {
			row = 0
		} else if row++; row == 4 {
			return true
		}
	}
	return false
}

// besideDate reports whether nothing stands here but what goes with a date: a
// day of the week, a time, "published on".
func besideDate(s string) bool {
	for _, t := range newScan(s).tokens {
		if t.digits > 4 || t.digits == 0 && !words().beside[t.word] {
			return false
		}
	}
	return true
}

// yearFirst reads 2019-08-23 and the date of 2019-08-23T10:00.
func yearFirst(s scan, i int, _ order) (time.Time, int, bool) {
	y, m, d := s.at(i), s.at(i+1), s.at(i+2)
	if y.digits != 4 || !isNumber(m) || !isNumber(d) || !numeric(s.gap(i)) || s.gap(i) != s.gap(i+1) {
		return time.Time{}, 0, false
	}
	return calendar(y.number, m.number, d.number, 3)
}

// numbers reads 23.08.2019, 23/08/2019 and 8-23-2019.
func numbers(s scan, i int, o order) (time.Time, int, bool) {
	a, b, y := s.at(i), s.at(i+1), s.at(i+2)
	if !isNumber(a) || !isNumber(b) || y.digits != 4 || !numeric(s.gap(i)) || s.gap(i) != s.gap(i+1) {
		return time.Time{}, 0, false
	}
	switch {
	case b.number > 12:
		return calendar(y.number, a.number, b.number, 3)
	case a.number > 12 || a.number == b.number || o == dayFirst || o == unknownOrder && s.gap(i) == ".":
		return calendar(y.number, b.number, a.number, 3)
	case o == monthFirst:
		return calendar(y.number, a.number, b.number, 3)
	}
	return time.Time{}, 0, false
}

// dayMonth reads "12 June 2019", "12th of June, 2019", "24 آب/أغسطس 2019".
func dayMonth(s scan, i int, _ order) (time.Time, int, bool) {
	d, n := s.ordinal(i)
	if n > 0 && words().beside[s.at(i+n).word] { // of
		n++
	}
	month, m := s.month(i + n)
	y := s.at(i + n + m)
	if n == 0 || m == 0 || y.digits != 4 || !s.tight(i, n+m) {
		return time.Time{}, 0, false
	}
	return calendar(y.number, int(month), d, n+m+1)
}

// monthDay reads "June 12, 2019", "August 23rd, 2019", "أغسطس 24, 2019".
func monthDay(s scan, i int, _ order) (time.Time, int, bool) {
	month, m := s.month(i)
	d, n := s.ordinal(i + m)
	y := s.at(i + m + n)
	if m == 0 || n == 0 || y.digits != 4 || !s.tight(i, m+n) {
		return time.Time{}, 0, false
	}
	return calendar(y.number, int(month), d, m+n+1)
}

// ordinal reads a day of the month, "23" or "23rd", and how many tokens it has.
func (s scan) ordinal(i int) (day, n int) {
	t := s.at(i)
	if !isNumber(t) {
		return 0, 0
	}
	switch s.at(i + 1).word {
	case "st", "nd", "rd", "th":
		if s.gap(i) == "" {
			return t.number, 2
		}
	}
	return t.number, 1
}

// month reads the name of a month, of one word or two, and further names of the
// same month after a stroke or in brackets; n is 0 when there is none.
func (s scan) month(i int) (m time.Month, n int) {
	m, n = s.monthName(i)
	for n > 0 {
		again, k := s.monthName(i + n)
		if k == 0 || again != m || !strings.ContainsAny(s.gap(i+n-1), "/(|") {
			break
		}
		n += k
	}
	return m, n
}

func (s scan) monthName(i int) (time.Month, int) {
	one, two := s.at(i).word, s.at(i+1).word
	if one == "" {
		return 0, 0
	}
	if m, ok := words().months[one+" "+two]; ok && two != "" {
		return m, 2
	}
	if m, ok := words().months[one]; ok {
		return m, 1
	}
	return 0, 0
}

// tight reports whether nothing but the marks of a date stands between the
// tokens from i on, n gaps in all.
func (s scan) tight(i, n int) bool {
	for ; n > 0; n-- {
		if g := s.gap(i); len(g) > 5 || strings.Trim(g, " \u00a0,.،/-–()|") != "" {
			return false
		}
		i++
	}
	return true
}

// isNumber reports whether a token may be a day or a month.
func isNumber(t token) bool { return t.digits == 1 || t.digits == 2 }

// numeric reports whether this separates the numbers of a date.
func numeric(gap string) bool { return gap == "-" || gap == "/" || gap == "." }

// calendar makes the date, if there is such a day, of so many tokens.
func calendar(y, m, d, tokens int) (time.Time, int, bool) {
	day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return day, tokens, validYear(y) && day.Day() == d && day.Month() == time.Month(m)
}
