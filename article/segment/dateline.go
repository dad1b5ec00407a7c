package segment

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
)

// dateline is the opening of a report: "BEIRUT, Lebanon (AFP) – ".
type dateline struct {
	said   string // the text up to the dash
	agency string
	day    time.Time
}

// maxDateline is the maximum size of a dateline, in bytes.
const maxDateline = 120

// readDateline parses the dateline of a paragraph. It is recognised by a place in capitals, an
// agency in brackets or, in Arabic, few words before a dash.
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

// cutDash splits a paragraph at its first dash; a hyphen counts if a space or bracket is next to
// it.
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

// isDatelinePlace reports whether s, the text before dash and brackets, is a place; told means
// that an agency or date follows it.
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
