package segment

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/text"
)

// meta judges whether the line tells of the article (date, source, writer) and
// sets its kind and what it says.
func (l *line) meta(s string, h newsdate.Hint) bool {
	return l.sourceLine(s, h) || l.dateLine(s, h) || l.agoLine(s, h) || l.bylineLine(s)
}

// sourceLine reads "Source: Tarmin Today, 22 August 2019". A label alone, whose
// link was lost, is a heading.
func (l *line) sourceLine(s string, h newsdate.Hint) bool {
	label, rest, ok := strings.Cut(s, ":")
	if !ok || !slices.Contains(words().sources, text.Fold(label)) {
		return false
	}
	if found, ok := newsdate.Find(rest, h.Order); ok {
		l.day = found.Date.Time()
		rest = rest[:found.Start] + rest[found.End:]
	}
	l.outlet = trimName(rest)
	l.kind = sourced
	if l.outlet == "" && l.day.IsZero() {
		l.kind, l.words = heading, 1
	}
	return true
}

// dateLine reads a line that holds a date and at most a time, a day of the week
// and a name: "Vera Bell – June 12, 2019", "Posted on June 12, 2019 by admin".
func (l *line) dateLine(s string, h newsdate.Hint) bool {
	found, ok := newsdate.Find(s, h.Order)
	if !ok {
		return l.openDateLine(s, h)
	}
	before, after := s[:found.Start], s[found.End:]
	if !l.afterDate(after) || !l.beforeDate(before) {
		return false
	}
	l.kind, l.day = dated, found.Date.Time()
	return true
}

// How many words such a line has: "Updated 2 hours ago at 6 pm", without a number "about
// an hour ago".
const (
	maxOpenDate = 8
	maxWordDate = 4
)

// openDateLine reads a line of a date that does not say by itself which day that is:
// "2 hours ago", "June 12", "غزة - 9 نوفمبر", and 04/05/2019 where day or month may be
// first.
func (l *line) openDateLine(s string, h newsdate.Hint) bool {
	if n := strings.Count(s, " ") + 1; n > maxOpenDate || n > maxWordDate && !strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	if place, rest, ok := cutDash(s); ok && nameShape(place) && isDatelineName(trimName(place)) {
		s, l.placed = strings.TrimSpace(rest), true
	}
	at, err := newsdate.Parse(s, h)
	if err != nil && !errors.Is(err, newsdate.ErrRelative) && !errors.Is(err, newsdate.ErrAmbiguous) {
		return false
	}
	l.kind, l.day = dated, newsdate.Civil(at).Time()
	return true
}

// maxAgoLine is how many words a line of a name and how long ago has.
const maxAgoLine = 12

// agoLine reads a line of a name and how long ago: "By Vera Bell | 3 hours ago".
func (l *line) agoLine(s string, h newsdate.Hint) bool {
	if strings.Count(s, " ") >= maxAgoLine {
		return false
	}
	found, ok := newsdate.FindAgo(s, h.Now)
	if !ok || !l.afterDate(s[found.End:]) || !l.beforeDate(s[:found.Start]) {
		return false
	}
	l.kind, l.day = dated, found.Date.Time()
	return true
}

func (l *line) afterDate(s string) bool {
	if newsdate.Beside(s) {
		return true
	}
	bar := strings.ContainsAny(text.Prefix(strings.TrimLeft(s, " \u00a0"), 3), "|·•")
	s = strings.TrimLeft(s, " \u00a0,.|–—-·•/")
	if name := trimName(s); bar && strings.Contains(name, " ") && nameShape(name) { // "June 12, 2019 | Vera Bell"
		l.setByline(name)
		return true
	}
	if name, ok := labelledName(s); ok {
		l.setByline(name)
		return true
	}
	if by := strings.Fields(s); len(by) == 2 && slices.Contains(words().bylines, text.Fold(by[0])) { // by admin
		l.byline = by[1]
		return true
	}
	return false
}

// beforeDate reads the name before a date: an outlet before a comma or if it is
// known as one, else a writer.
func (l *line) beforeDate(s string) bool {
	if newsdate.Beside(s) {
		return true
	}
	if i := strings.LastIndexAny(s, "|·•"); i >= 0 { // of "Vera Bell · Updated" the name
		if _, n := utf8.DecodeRuneInString(s[i:]); newsdate.Beside(s[i+n:]) {
			s = s[:i+n]
		}
	}
	s = strings.TrimRight(s, " \u00a0")
	end, _ := utf8.DecodeLastRuneInString(s)
	name := trimName(s)
	if label, ok := labelledName(name); ok {
		l.setByline(label)
		return true
	}
	if !strings.ContainsRune(",|–—-·•/،:", end) || !nameShape(name) {
		return false
	}
	isDash := strings.ContainsRune("–—-", end)
	switch {
	case isDash && isDatelineName(name):
		l.placed = true
	case end == ',' || end == '،' || isOutlet(name):
		l.outlet = name
	default:
		l.byline, l.placed = name, isDash
	}
	return true
}

// isDatelineName reports whether what stands before a dash and a date is a place
// and no writer: a single word, or names with commas between, from the larger of
// which the smaller is told ("Khartoum, Sudan").
func isDatelineName(name string) bool {
	return !isOutlet(name) && (!strings.Contains(name, " ") || strings.ContainsAny(name, ",،"))
}

// bylineLine reads "By Vera Bell for the Blog", "Reporting by ...", "-- Vera Bell".
func (l *line) bylineLine(s string) bool {
	name, ok := labelledName(s)
	if !ok {
		name = strings.TrimLeft(s, "-–— ")
		ok = strings.HasPrefix(s, "--") && nameShape(name) && len(strings.Fields(name)) > 1
	}
	if ok {
		l.kind = bylined
		l.setByline(name)
	}
	return ok
}

// credit reads a line of those who worked on an article.
func (l *line) credit(s string) bool {
	name, ok := creditName(s)
	if ok {
		l.kind, l.byline = bylined, name
	}
	return ok
}

// setByline takes "X for the Y" apart.
func (l *line) setByline(name string) {
	if writer, outlet, ok := strings.Cut(name, " for "); ok {
		name = writer
		l.outlet = strings.TrimPrefix(outlet, "the ")
	}
	l.byline = name
}
