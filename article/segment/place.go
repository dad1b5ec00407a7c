package segment

import (
	"strings"
	"unicode/utf8"

	"dateline/text"
)

// withBrackets parses an outlet with its platform, "Tarmin Today (Telegram) –", or a place with its
// agency, "Tarmin (Tarmin Press),".
func (l *line) withBrackets(s string) bool {
	first, second, ok := strings.Cut(strings.TrimRight(s, betweenSigns+"،:"), " (")
	second, closed := strings.CutSuffix(second, ")")
	first = trimName(first)
	switch {
	case !ok || !closed || !nameShape(first) || !nameShape(second):
		return false
	case isOutlet(first):
		l.outlet = first
	case isOutlet(second) && isDatelineName(first):
		l.outlet, l.placed = second, true
	default:
		return false
	}
	return true
}

// datelineAlone parses a dateline that was separated from its paragraph: "TARMIN, Jan 11, 2013
// (Tarmin Today) -".
func (l *line) datelineAlone(before, after string) bool {
	agency := strings.TrimRight(after, " \u00a0-–—_")
	name, place := trimName(agency), trimName(before)
	told := name != "" && agency != after && isDatelineName(place) || isPlacePair(place)
	switch {
	case name == "" && agency == after, name != "" && !(nameShape(name) && strings.HasPrefix(strings.TrimLeft(agency, " "), "(") && strings.HasSuffix(agency, ")")):
		return false
	case !nameShape(before) || !isDatelinePlace(before, told) || text.IsArabic(before) && !isDatelineName(place) || isOutlet(place) && name == "":
		return false
	}
	l.outlet, l.placed = name, true
	return true
}

// minDefinite is how many letters an Arabic word with its article has at least.
const minDefinite = 5

// isDefiniteWord reports whether a name is one Arabic word with the article. Before a date it is
// a place: what the date belongs to, as in "the agreement of 19 December", has none.
func isDefiniteWord(name string) bool {
	return strings.HasPrefix(name, "ال") && utf8.RuneCountInString(name) >= minDefinite && !strings.ContainsAny(name, " -/")
}

// isPlacePair reports whether a name is that of two places from which a report comes: TARMIN/SAFRA.
func isPlacePair(name string) bool {
	first, second, ok := strings.Cut(name, "/")
	return ok && !strings.Contains(name, " ") && nameShape(first) && nameShape(second)
}

// isDatelineName reports whether the name before a dash and a date is a place rather than an
// author: a single word, or a place and the larger one it lies in ("Khartoum, Sudan").
func isDatelineName(name string) bool {
	return !isOutlet(name) && (!strings.Contains(name, " ") || strings.ContainsAny(name, ",،"))
}
