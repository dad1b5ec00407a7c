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

// citation matches ProQuest's citation before a date: "Bell, Vera. Tarmin Today; Tarmin
// [Tarmin]. 04 Sep 2023: A.4."
var citation = regexp.MustCompile(`^(?:([^.;\[]+)\. )?([^.;\[]+); [^;\[]+\[[^\]]*\]\.\s*$`)

// dateLine parses a line that has a date and at most a time, a weekday and a name: "Vera Bell –
// June 12, 2019", "Posted on June 12, 2019 by admin".
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

// besideDate parses the text before and after a date. If it does not fit, the line is unchanged.
func (l *line) besideDate(before, after string, day newsdate.Date) bool {
	told := *l
	if !told.datelineAlone(before, after) && (!told.afterDate(after) || !told.beforeDate(before)) {
		return false
	}
	*l = told
	l.kind, l.day = dated, day.Time()
	return true
}

// How many words a line with a relative date may have: "Updated 2 hours ago at 6 pm"; without a
// number, "about an hour ago".
const (
	maxOpenDate = 8
	maxWordDate = 4
)

// openDateLine parses a line whose date is incomplete or ambiguous: "2 hours ago", "June 12",
// "غزة - 9 نوفمبر", 04/05/2019.
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

// clock matches a time of day, which nearly every comment has with its date.
var clock = regexp.MustCompile(`\d:\d\d`)

// isTimed reports whether a dated line has a time of day or a relative time.
func isTimed(s string) bool {
	if clock.MatchString(s) {
		return true
	}
	_, ok := datestamp.FindAgo(s, time.Time{})
	return ok
}

// maxAgoLine is how many words a line with a name and a relative time may have.
const maxAgoLine = 12

// agoLine parses a line with a name and a relative time: "By Vera Bell | 3 hours ago".
func (l *line) agoLine(s string, h newsdate.Hint) bool {
	if strings.Count(s, " ") >= maxAgoLine {
		return false
	}
	found, ok := datestamp.FindAgo(s, h.Now)
	return ok && l.besideDate(s[:found.Start], s[found.End:], found.Date)
}

// maxPlace is how many words an outlet, place or section after a date may have.
const maxPlace = 3

// betweenSigns separate a date from its neighbours.
const betweenSigns = " \u00a0,.|–—-·•/~"

// afterDate parses the text after a date: a time of day, another date, the name of an outlet,
// author, place or section.
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

// isSecondDate reports whether s is another date: "Published: 3 March 2020 | Updated: 4 March
// 2020".
func isSecondDate(s string) bool {
	again, ok := datestamp.Find(s, newsdate.UnknownOrder)
	return ok && datestamp.Beside(strings.TrimLeft(s[:again.Start], betweenSigns)) && datestamp.Beside(s[again.End:])
}

// afterTime returns the text after a time of day or a reading time, with the separator before
// it.
func afterTime(s string) string {
	signs := strings.ReplaceAll(s, " - ", " | ")
	for i := strings.LastIndexAny(signs, "|·•–—"); i > 0; i = strings.LastIndexAny(signs[:i], "|·•–—") {
		if datestamp.Beside(s[:i]) {
			return s[i:]
		}
	}
	return s
}

// nameAfterSign takes the name after a date and a dash or bar: "June 12, 2019 | Vera Bell",
// "June 12, 2019 – Amman".
func (l *line) nameAfterSign(name string, dash bool) {
	switch {
	case isOutlet(name):
		l.outlet = name
	case strings.Contains(name, " "):
		l.setByline(name)
		l.placed = dash // it may also be a place
	default:
		l.placed = true
	}
}

// wide separates the two ends of a running head.
const wide = "   "

// isWide reports whether many spaces separate s from the date.
func isWide(s string) bool {
	return strings.HasPrefix(s, wide) || strings.HasSuffix(s, wide) || strings.HasSuffix(s, "\t") || strings.HasPrefix(s, "\t")
}

func isShortName(s string) bool { return nameShape(s) && len(strings.Fields(s)) <= maxPlace }

// beforeDate parses the name before a date: an outlet if followed by a comma or known as one,
// else an author.
func (l *line) beforeDate(s string) bool {
	if datestamp.Beside(s) {
		return true
	}
	if i := strings.LastIndexAny(s, "|·•–—-"); i >= 0 { // "Vera Bell · Updated"
		if _, n := utf8.DecodeRuneInString(s[i:]); datestamp.Beside(s[i+n:]) {
			s = s[:i+n]
		}
	}
	if name := trimName(s); isWide(s) && nameShape(name) { // a running head
		l.outlet = name
		return true
	}
	s = strings.TrimRight(beforeTime(s), " \u00a0") // "Submitted by admin on Tue,"
	end, _ := utf8.DecodeLastRuneInString(s)
	name := trimName(s)
	if login, ok := loginName(name); ok {
		l.byline = login
		return true
	}
	if strings.HasPrefix(name, "@") && !strings.Contains(name, " ") { // the handle of an account
		l.byline = name
		return true
	}
	if isDefiniteWord(name) { // "الخرطوم 19 ديسمبر 2023"
		l.placed = true
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
	if l.withBrackets(s) {
		return true
	}
	if !strings.ContainsRune(",|–—-·•/،:", end) || !nameShape(name) {
		return false
	}
	isDash := strings.ContainsRune("–—-", end)
	switch {
	case isDash && isDatelineName(name), isPlacePair(name):
		l.placed = true
	case end == ',' || end == '،' || isOutlet(name):
		l.outlet = name
	default:
		l.byline, l.placed = name, isDash
	}
	return true
}
