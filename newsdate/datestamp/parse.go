package datestamp

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/newsdate"
	"dateline/newsdate/expression"
	"dateline/newsdate/resolve"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Reasons why a date can't be read.
var (
	ErrNoDate    = errors.New("not a date")
	ErrAmbiguous = errors.New("either day or month may be first")
	ErrNoDay     = errors.New("a month or year, not a day")
	ErrRelative  = errors.New("relative to a day that is not known")
	ErrNoYear    = fmt.Errorf("%w: it has no year", ErrRelative)
	ErrEpoch     = errors.New("the start of Unix time, which means that no date is known")
)

// maxDate is the number of bytes considered.
const maxDate = 200

// Parse reads a date as pages, feeds and records give it, in English or Arabic,
// with digits of any script:
//
//	2019-08-22T10:00:00+03:00      Thu, 22 Aug 2019 10:00:00 EDT
//	June 12, 2019 6:00 America/Los_Angeles
//	23.08.2019    24 آب/أغسطس 2019    9 شوال 1440 هـ الموافق 12 يونيو 2019
//	1560330000    1560330000000    20190612    20190612103000    20190612T103000Z
//	2 hours ago   yesterday    قبل ساعتين    أمس
//
// A date with time and zone gives that instant, in that zone; any other is midnight UTC of its day,
// also "2 hours ago", which pages round. A month and day without a year is the last one not after
// Now, or with a day of the week the last one on that day. The errors are those above.
func Parse(s string, h newsdate.Hint) (time.Time, error) {
	s = plain(s)
	if s == "" || len(s) > maxDate {
		return time.Time{}, ErrNoDate
	}
	t, err := parsePlain(s, h)
	switch {
	case err != nil:
		return time.Time{}, err
	case t.Unix() == 0:
		return time.Time{}, ErrEpoch
	case !newsdate.ValidYear(t.Year()):
		return time.Time{}, ErrNoDate
	}
	return t, nil
}

// basicISO is ISO 8601 basic format, as in GDELT.
const basicISO = "20060102T150405Z0700"

func parsePlain(s string, h newsdate.Hint) (time.Time, error) {
	if strings.Trim(s, "0123456789") == "" {
		return parseDigits(s)
	}
	if t, ok := newsdate.ISO(s); ok {
		return t, nil
	}
	if t, err := time.Parse(basicISO, s); err == nil {
		return t, nil
	}
	c, rest := cutClock(s)
	if t, ok := parseShortYear(c, rest); ok {
		return c.on(newsdate.Civil(t)), nil
	}
	sc := token.New(rest, nil)
	found, err := fullDate(sc, h.Order)
	switch {
	case err == nil && isDateLine(sc, found.first, found.last):
		return c.on(found.date), nil
	case err != nil && !errors.Is(err, ErrNoDate):
		return time.Time{}, err
	}
	return parseRelative(c, rest, h)
}

// plain normalises a date: ASCII digits, single spaces, Arabic letters for presentation forms,
// no invisible characters.
func plain(s string) string {
	if len(s) > maxDate {
		s = s[:maxDate+1]
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case token.IsDigit(r):
			return '0' + rune(token.Digit(r))
		case unicode.Is(unicode.Cf, r):
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, norm.NFKC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// parseDigits reads a Unix time in seconds, milli- or microseconds, 20190822, and 20190822103000
// in UTC.
func parseDigits(s string) (time.Time, error) {
	for _, layout := range [...]string{"20060102", "20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil && newsdate.ValidYear(t.Year()) {
			return t, nil
		}
	}
	var n int64
	for _, c := range []byte(s) {
		if n = 10*n + int64(c-'0'); n > 4e18/10 {
			return time.Time{}, ErrNoDate
		}
	}
	switch len(s) {
	case 1:
		if n == 0 {
			return time.Time{}, ErrEpoch
		}
	case 9, 10:
		return time.Unix(n, 0).UTC(), nil
	case 12, 13:
		return time.UnixMilli(n).UTC(), nil
	case 15, 16:
		return time.UnixMicro(n).UTC(), nil
	}
	return time.Time{}, ErrNoDate
}

// parseShortYear reads the dates of RFC 822 and RFC 850, whose years may have two
// digits.
func parseShortYear(c clock, s string) (time.Time, bool) {
	if c.zone == nil {
		return time.Time{}, false
	}
	if weekday, rest, ok := strings.Cut(s, ", "); ok && len(weekday) < 10 {
		s = rest
	}
	for _, layout := range [...]string{"2 Jan 06", "2-Jan-06"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// parseRelative reads "2 hours ago" and similar.
func parseRelative(c clock, s string, h newsdate.Hint) (time.Time, error) {
	if words.IsNow(s) {
		if h.Now.IsZero() {
			return time.Time{}, ErrRelative
		}
		return newsdate.Civil(h.Now).Time(), nil
	}
	sc := token.New(s, nil)
	found, _ := expression.Find(sc, h.Order, nil)
	if len(found) != 1 || !isDateLine(sc, found[0].First, found[0].Last) || hasNumbers(sc, &found[0]) {
		return time.Time{}, ErrNoDate
	}
	e := &found[0]
	if e.Shift.N == 0 && e.Form.N > 0 && e.Form.Day == 0 {
		return time.Time{}, ErrNoDay
	}
	switch {
	case e.IsBare():
		return lastBefore(e, h.Now)
	case h.Now.IsZero():
		return time.Time{}, ErrRelative
	}
	d, _ := resolve.Date(e, resolve.Anchor{Published: h.Now})
	if d.Precision != newsdate.Day {
		return time.Time{}, ErrNoDay
	}
	if c.zone == nil {
		c.zone = h.Now.Location()
	}
	return c.on(d), nil
}

// maxYearsBack is the number of years in which a calendar day has fallen on each day of the
// week.
const maxYearsBack = 11

// lastBefore returns the last such day of a month not after now; ErrNoYear if now is unknown, or
// the day of the week fits no year.
func lastBefore(e *expression.Expression, now time.Time) (time.Time, error) {
	last := newsdate.Civil(now)
	for year := last.Year; !now.IsZero() && year > last.Year-maxYearsBack; year-- {
		d := e.Form.Dated(year)
		fits := e.Weekday < 0 || int(d.Weekday()) == e.Weekday
		if newsdate.Exists(year, d.Month, d.Day) && !last.Before(d) && fits {
			return d.Time(), nil
		}
	}
	return time.Time{}, ErrNoYear
}

// hasNumbers reports whether there are numbers next to an expression.
func hasNumbers(s *token.Scan, e *expression.Expression) bool {
	for i := range s.Tokens {
		if (i < e.First || i > e.Last) && s.At(i).Digits > 0 {
			return true
		}
	}
	return false
}
