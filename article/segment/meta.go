package segment

import (
	"slices"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// meta parses a line of metadata (date, source, author); false if it is none.
func (l *line) meta(s string, h newsdate.Hint) bool {
	return l.sourceLine(s, h) || l.agencyLine(s) || l.dateLine(s, h) || l.agoLine(s, h) || l.bylineLine(s)
}

// sourceLine parses "Source: Tarmin Today, 22 August 2019". A label whose link was lost is a
// heading.
func (l *line) sourceLine(s string, h newsdate.Hint) bool {
	label, rest, ok := strings.Cut(s, ":")
	if !ok || !slices.Contains(words().sources, text.Fold(label)) {
		return false
	}
	if found, ok := datestamp.Find(rest, h.Order); ok {
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

// agencyLine parses a place and a known agency, in either order: "دمشق-سانا", "Khartoum
// (Reuters)".
func (l *line) agencyLine(s string) bool {
	i := strings.LastIndexAny(s, "-–—/(")
	if i <= 0 {
		return false
	}
	first, second := trimName(s[:i]), trimName(strings.TrimLeft(s[i:], "-–—/("))
	if words().outlets[text.Fold(first)] {
		first, second = second, first
	}
	if !words().outlets[text.Fold(second)] || !isShortName(first) || words().outlets[text.Fold(first)] {
		return false
	}
	l.kind, l.outlet, l.placed = sourced, second, true
	if strings.Contains(first, " ") && !strings.Contains(first, ",") && !text.IsArabic(first) {
		l.byline, l.placed = first, false // "Vera Bell - Reuters"
	}
	return true
}

// bylineLine parses "By Vera Bell for the Blog", "Reporting by ...", "-- Vera Bell".
func (l *line) bylineLine(s string) bool {
	name, ok := labelledName(s)
	if !ok {
		name = strings.TrimLeft(s, "-–— ")
		ok = strings.HasPrefix(s, "--") && nameShape(name) && len(strings.Fields(name)) > 1
	}
	if !ok {
		name, ok = nameWithRole(s)
	}
	if !ok {
		name, ok = s, isNameList(s)
	}
	if ok {
		l.kind = bylined
		l.setByline(name)
	}
	return ok
}

// credit parses a line of credits.
func (l *line) credit(s string) bool {
	name, ok := creditName(s)
	if ok {
		l.kind, l.byline = bylined, name
	}
	return ok
}

// setByline splits "X for the Y".
func (l *line) setByline(name string) {
	if writer, outlet, ok := strings.Cut(name, " for "); ok {
		name = writer
		l.outlet = strings.TrimPrefix(outlet, "the ")
	}
	l.byline = name
}
