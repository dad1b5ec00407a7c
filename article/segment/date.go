package segment

import (
	"errors"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// citation is how ProQuest writes what stands before a date: "Bell, Vera. Tarmin Today;
// Tarmin [Tarmin]. 04 Sep 2023: A.4."
var citation = regexp.MustCompile(`^(?:([^.;\[]+)\. )?([^.;\[]+); [^;\[]+\[[^\]]*\]\.\s*$`)

// dateLine reads a line that holds a date and at most a time, a day of the week
// and a name: "Vera Bell – June 12, 2019", "Posted on June 12, 2019 by admin".
func (l *line) dateLine(s string, h newsdate.Hint) bool {
	found, ok := datestamp.Find(s, h.Order)
	if !ok {
		return l.openDateLine(s, h)
	}
	before, after := s[:found.Start], s[found.End:]
	if m := citation.FindStringSubmatch(before); m != nil {
		l.kind, l.day, l.byline, l.outlet = dated, found.Date.Time(), m[1], m[2]
		return true
	}
	return l.besideDate(before, after, found.Date)
}

// besideDate reads what stands before a date and behind it. A line that is none of a date
// stays as it is.
func (l *line) besideDate(before, after string, day newsdate.Date) bool {
	told := *l
	if !told.afterDate(after) || !told.beforeDate(before) {
		return false
	}
	*l = told
	l.kind, l.day = dated, day.Time()
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
	byline, placed := "", false
	if place, rest, ok := cutDash(s); ok && nameShape(place) && isDatelineName(trimName(place)) {
		s, placed = strings.TrimSpace(rest), true
	} else if i := strings.LastIndexAny(s, "|·"); i > 0 && nameShape(s[:i]) { // "Vera Bell | 12 June"
		_, n := utf8.DecodeRuneInString(s[i:])
		s, byline = strings.TrimSpace(s[i+n:]), trimName(s[:i])
	}
	at, err := datestamp.Parse(s, h)
	if err != nil && !errors.Is(err, datestamp.ErrRelative) && !errors.Is(err, datestamp.ErrAmbiguous) {
		return false
	}
	l.kind, l.day, l.byline, l.placed = dated, newsdate.Civil(at).Time(), byline, placed
	return true
}

// clock is a time of day, which stands with the date of nearly every comment.
var clock = regexp.MustCompile(`\d:\d\d`)

// isTimed reports whether a line of a date has a time of day, or says how long ago it was.
func isTimed(s string) bool {
	if clock.MatchString(s) {
		return true
	}
	_, ok := datestamp.FindAgo(s, time.Time{})
	return ok
}

// maxAgoLine is how many words a line of a name and how long ago has.
const maxAgoLine = 12

// agoLine reads a line of a name and how long ago: "By Vera Bell | 3 hours ago".
func (l *line) agoLine(s string, h newsdate.Hint) bool {
	if strings.Count(s, " ") >= maxAgoLine {
		return false
	}
	found, ok := datestamp.FindAgo(s, h.Now)
	return ok && l.besideDate(s[:found.Start], s[found.End:], found.Date)
}

// maxPlace is how many words the name of an outlet, a place or a section behind a date has.
const maxPlace = 3

// betweenSigns is what parts a date from what stands beside it.
const betweenSigns = " \u00a0,.|–—-·•/~"

// afterDate reads what stands behind a date: a time of day, another date, and the name of an
// outlet, a writer, a place or a section.
func (l *line) afterDate(s string) bool {
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") && nameShape(s[i:]) { // by which town's time
		s = s[:i]
	}
	if datestamp.Beside(s) || isSecondDate(s) {
		return true
	}
	if name := trimName(s); isWide(s) && nameShape(name) { // a running head
		l.outlet = name
		return true
	}
	s = afterTime(s)
	sign := text.Prefix(strings.TrimLeft(s, " \u00a0"), 3)
	bar, dash := strings.ContainsAny(sign, "|·•~"), strings.ContainsAny(sign, "-–—")
	comma := strings.HasPrefix(s, ",")
	s = strings.TrimLeft(s, betweenSigns)
	if name := trimName(s); (bar || dash) && nameShape(name) {
		l.nameAfterSign(name, dash)
		return true
	}
	if comma && isShortName(s) { // "June 12, 2019, Tarmin Today"
		if name := trimName(s); isDatelineName(name) {
			l.placed = true
		} else {
			l.outlet = name
		}
		return true
	}
	if section, ok := strings.CutPrefix(s, "in "); ok && isShortName(section) {
		return true
	}
	name, ok := labelledName(s)
	if !ok && (bar || dash) {
		name, ok = nameWithRole(s)
	}
	if ok {
		l.setByline(name)
		return true
	}
	if name, ok = loginName(s); ok {
		l.byline = name
	}
	return ok
}

// isSecondDate reports whether this is another date: "Published: 3 March 2020 | Updated: 4
// March 2020".
func isSecondDate(s string) bool {
	again, ok := datestamp.Find(s, newsdate.UnknownOrder)
	return ok && datestamp.Beside(strings.TrimLeft(s[:again.Start], betweenSigns)) && datestamp.Beside(s[again.End:])
}

// afterTime returns what stands, with the sign before it, behind a time of day, or how long
// it takes to read.
func afterTime(s string) string {
	signs := strings.ReplaceAll(s, " - ", " | ")
	for i := strings.LastIndexAny(signs, "|·•–—"); i > 0; i = strings.LastIndexAny(signs[:i], "|·•–—") {
		if datestamp.Beside(s[:i]) {
			return s[i:]
		}
	}
	return s
}

// nameAfterSign takes the name behind a date and a sign, which is a dash or a bar: "June 12,
// 2019 | Vera Bell", "June 12, 2019 – Amman".
func (l *line) nameAfterSign(name string, dash bool) {
	switch {
	case isOutlet(name):
		l.outlet = name
	case strings.Contains(name, " "):
		l.setByline(name)
		l.placed = dash // which may as well be a place
	default:
		l.placed = true
	}
}

// wide is how many spaces part the two ends of a running head.
const wide = "   "

// isWide reports whether many spaces part what stands beside a date from it.
func isWide(s string) bool {
	return strings.HasPrefix(s, wide) || strings.HasSuffix(s, wide) || strings.HasSuffix(s, "\t") || strings.HasPrefix(s, "\t")
}

func isShortName(s string) bool { return nameShape(s) && len(strings.Fields(s)) <= maxPlace }

// beforeDate reads the name before a date: an outlet before a comma or if it is
// known as one, else a writer.
func (l *line) beforeDate(s string) bool {
	if datestamp.Beside(s) {
		return true
	}
	if i := strings.LastIndexAny(s, "|·•–—-"); i >= 0 { // of "Vera Bell · Updated" the name
		if _, n := utf8.DecodeRuneInString(s[i:]); datestamp.Beside(s[i+n:]) {
			s = s[:i+n]
		}
	}
	if name := trimName(s); isWide(s) && nameShape(name) { // a running head
		l.outlet = name
		return true
	}
	s = strings.TrimRight(beforeTime(s), " \u00a0") // of "Submitted by admin on Tue," the name
	end, _ := utf8.DecodeLastRuneInString(s)
	name := trimName(s)
	if login, ok := loginName(name); ok {
		l.byline = login
		return true
	}
	if label, ok := labelledName(name); ok {
		l.setByline(label)
		return true
	}
	if writer, ok := nameWithRole(name); ok {
		l.byline = writer
		return true
	}
	if outlet, label, ok := strings.Cut(strings.ReplaceAll(name, " | ", " / "), " / "); ok && nameShape(outlet) { // "Tarmin Today / By Vera Bell"
		if writer, ok := labelledName(label); ok {
			l.byline, l.outlet = writer, outlet
			return true
		}
	}
	if writer, outlet, ok := strings.Cut(name, "|"); ok && nameShape(writer) && nameShape(outlet) { // "Vera Bell | Tarmin Today |"
		l.byline, l.outlet = trimName(writer), trimName(outlet)
		return true
	}
	if s = strings.TrimLeft(s, " \u00a0"); strings.HasPrefix(s, "(") && end == ')' && nameShape(name) { // "(Tarmin Today)"
		l.outlet = name
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
