package segment

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
)

// dateline is how a report opens: "BEIRUT, Lebanon (AFP) – ".
type dateline struct {
	said   string // up to the dash
	agency string
	day    time.Time
}

// maxDateline is how many bytes of a paragraph a dateline may take.
const maxDateline = 120

// readDateline reads the dateline that a paragraph opens with. A place of
// capitals, an agency in brackets or, in Arabic, few words before a dash tell it.
func readDateline(paragraph string) (dateline, bool) {
	var d dateline
	head, rest, ok := cutDash(strings.TrimSpace(paragraph))
	if !ok || len(strings.TrimSpace(rest)) < 20 {
		return d, false
	}
	d.said = strings.TrimSpace(head)
	if found, ok := datestamp.Find(head, newsdate.UnknownOrder); ok {
		d.day = found.Date.Time()
	}
	place, brackets := head, ""
	if i := strings.IndexByte(head, '('); i >= 0 {
		place = head[:i]
		brackets, _, _ = strings.Cut(head[i+1:], ")")
	}
	if nameShape(brackets) {
		d.agency = trimName(brackets)
	}
	return d, isDatelinePlace(place, d.agency != "" || !d.day.IsZero())
}

// cutDash cuts a paragraph at its first dash; a hyphen counts when a space or a
// bracket stands beside it.
func cutDash(s string) (head, rest string, ok bool) {
	for i, r := range s {
		if i > maxDateline {
			return "", "", false
		}
		after := i + utf8.RuneLen(r)
		switch r {
		case '–', '—', '_':
			return s[:i], s[after:], i > 0
		case '-', 'ـ':
			if i > 0 && (s[i-1] == ' ' || s[i-1] == ')' || strings.HasPrefix(s[after:], " ") || strings.HasPrefix(s[after:], "-")) {
				return s[:i], s[after:], true
			}
		case '\n', '"', '“':
			return "", "", false
		}
	}
	return "", "", false
}

// isDatelinePlace judges what stands before the dash and its brackets. told says
// that an agency or a date stands there too.
func isDatelinePlace(s string, told bool) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(s, "،", ","), ",")
	first = strings.TrimSpace(first)
	n := utf8.RuneCountInString(first)
	if n < 2 || len(strings.Fields(first)) > 4 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(first)
	switch {
	case unicode.Is(unicode.Arabic, r):
		return !strings.ContainsAny(first, "\"«»:؟")
	case unicode.IsUpper(r):
		return told && nameShape(first) || n >= 3 && first == strings.ToUpper(first)
	}
	return false
}
