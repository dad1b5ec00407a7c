package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// Name returns the name in a byline, which may have a label and a date: "By Vera Bell – June 12,
// 2019".
func Name(said string) string {
	said = text.OneLine(said)
	if l := readLine(said, newsdate.Hint{}); l.isMeta() {
		return l.byline
	}
	return said
}

// IsOutlet reports whether a name is a known outlet or contains a word typical of outlets.
func IsOutlet(name string) bool { return isOutlet(text.OneLine(name)) }

// IsListHeader reports whether s announces links to other articles: "Related News".
func IsListHeader(said string) bool {
	return readLine(text.OneLine(said), newsdate.Hint{}).kind == list
}

// labelledName returns the name after a label such as "By" or "بقلم".
func labelledName(s string) (string, bool) {
	folded := text.Fold(s)
	for _, label := range words().bylines {
		rest, ok := strings.CutPrefix(folded, label)
		if !ok || !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, ": ") {
			continue
		}
		n := strings.Count(label, " ") + 1
		name := trimName(strings.Join(strings.Fields(s)[n:], " "))
		if inner, ok := labelledName(name); ok { // "Byline: By Vera Bell"
			return inner, true
		}
		name = beforeTime(name)
		if writer, _, ok := strings.Cut(name, " ("); ok { // place or role of the author in brackets
			name = writer
		}
		if writer, rest, ok := strings.Cut(name, ", "); ok && nameShape(writer) && (isOutlet(rest) || isPlaceBehind(writer, rest)) {
			return writer, true
		}
		writer, _, _ := strings.Cut(name, " for ")
		if areNames(writer) {
			return name, true
		}
		if writer, role, ok := strings.Cut(writer, ", "); ok && nameShape(writer) && isRole(role) {
			return writer, true
		}
		switch writer, place, ok := strings.Cut(writer, " in "); {
		case hasRole(writer): // "By a correspondent in Amman"
			return name, true
		case ok && areNames(writer) && nameShape(place):
			return writer, true
		}
	}
	return "", false
}

// isPlaceBehind reports whether the single word after a full name is a place: "Vera Bell,
// Amman".
func isPlaceBehind(writer, place string) bool {
	return strings.Contains(writer, " ") && !strings.Contains(writer, " and ") && !strings.Contains(place, " ") && nameShape(place)
}

// beforeTime removes a time of day after a name: "Vera Bell at 10:11 AM".
func beforeTime(s string) string {
	for _, on := range words().on {
		if i := strings.LastIndex(s, " "+on+" "); i > 0 && datestamp.Beside(s[i:]) {
			s = s[:i]
		}
	}
	return s
}

// loginName returns the user name after a label, as written by content management systems: "by
// admin".
func loginName(s string) (string, bool) {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return "", false
	}
	last := len(fields) - 1
	return fields[last], slices.Contains(words().bylines, text.Fold(strings.Join(fields[:last], " ")))
}

// areNames reports whether s may be a name or a list of names.
func areNames(s string) bool {
	if !strings.ContainsAny(s, ",&") && !strings.Contains(s, " and ") {
		return nameShape(s)
	}
	for name := range strings.SplitSeq(strings.NewReplacer(" and ", ",", "&", ",").Replace(s), ",") {
		if !nameShape(name) && !words().outlets[text.Fold(name)] { // "Vera Bell and agencies"
			return false
		}
	}
	return true
}

// isNameList reports whether s is a list of full names, as above a report by several authors.
func isNameList(s string) bool {
	if strings.ContainsAny(s, ":.()") {
		return false
	}
	names := strings.Split(strings.NewReplacer(", and ", ",", " and ", ",", "،", ",").Replace(s), ",")
	if len(names) < 2 {
		return false
	}
	for _, name := range names {
		if n := len(strings.Fields(name)); n < 2 || n > 3 || !isPerson(name) || isOutlet(name) {
			return false
		}
	}
	return true
}

// isRole reports whether s may be an author's role: "correspondent", "in Amman".
func isRole(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && len(strings.Fields(s)) <= 4 && !strings.HasSuffix(s, ".")
}

// maxRoleOf is how many words a role such as "مراسل الهضبة" may have; with a verb it would be a
// headline.
const maxRoleOf = 3

// nameWithRole returns the name in an unlabelled "Vera Bell, Kyiv correspondent" or "Vera Bell |
// Staff writer"; "مراسل الهضبة" is returned whole.
func nameWithRole(s string) (string, bool) {
	i := strings.IndexAny(s, ",،|")
	if i < 0 {
		first, _, _ := strings.Cut(s, " ")
		return trimName(s), text.IsArabic(s) && words().roles[text.Fold(first)] && nameShape(s) && len(strings.Fields(s)) <= maxRoleOf
	}
	name, role := s[:i], trimName(s[i:])
	if !nameShape(name) || !strings.Contains(strings.TrimSpace(name), " ") || strings.ContainsAny(role, ".,،|") {
		return "", false
	}
	return trimName(name), hasRole(role)
}

// hasRole reports whether a short text contains a word for an author's role.
func hasRole(s string) bool {
	fields := strings.Fields(text.Fold(s))
	return len(fields) <= maxNameWord && slices.ContainsFunc(fields, func(f string) bool { return words().roles[f] })
}

// creditName returns the first name in a line of credits: "(Reporting by Vera Bell in Amman;
// editing by Jo Hill)".
func creditName(s string) (string, bool) {
	if name, ok := creditedName(s); ok {
		return name, true
	}
	inner := strings.Trim(s, "()[]*_—- ")
	folded := text.Fold(inner)
	bare := strings.HasPrefix(s, inner)
	for _, label := range words().credits {
		rest, ok := strings.CutPrefix(folded, label)
		needsColon := bare && text.IsArabic(label)
		if !ok || !strings.HasPrefix(rest, ": ") && (needsColon || !strings.HasPrefix(rest, " ")) {
			continue
		}
		name := strings.Join(strings.Fields(inner)[strings.Count(label, " ")+1:], " ")
		for _, end := range []string{";", ",", "،", " in ", " and ", " for ", " - ", " – ", " للنشرة "} {
			name, _, _ = strings.Cut(name, end)
		}
		isSentence := strings.HasSuffix(inner, ".") && !strings.Contains(inner, ";") || strings.ContainsAny(inner, "!?")
		if nameShape(name) && (!bare || !isSentence) {
			return trimName(name), true
		}
	}
	return "", false
}

// creditedName returns the name before a credit: "Vera Bell contributed reporting", "Vera Bell
// reported from Amman, and Jo Hill from London."
func creditedName(s string) (string, bool) {
	folded := text.Fold(s)
	for _, phrase := range words().credited {
		before, _, ok := strings.Cut(folded, " "+phrase)
		if !ok {
			continue
		}
		name := strings.Join(strings.Fields(s)[:len(strings.Fields(before))], " ")
		if _, writer, ok := strings.Cut(name, "’s "); ok { // "CNN’s Vera Bell"
			name = writer
		}
		if areNames(name) {
			return trimName(name), true
		}
	}
	return "", false
}

// nameShape reports whether s may be the name of a person or outlet: few words, capitalised
// where the script has capitals.
func nameShape(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > maxNameWord || strings.ContainsAny(s, "0123456789!?:;\"“”") || strings.Contains(s, "..") {
		return false
	}
	capitals := false
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "('‘’"))
		switch {
		case unicode.IsUpper(r):
			capitals = true
		case unicode.IsLower(r) && !isParticle(f):
			return false
		case !unicode.IsLetter(r) && f != "&" && f != "-":
			return false
		default:
			capitals = capitals || !unicode.IsLower(r)
		}
	}
	return capitals
}

// isParticle reports whether a lower-case word may be part of a name: "of", "al-Bell".
func isParticle(word string) bool {
	particle, _, joined := strings.Cut(word, "-")
	if joined {
		particle += "-"
	}
	return words().particles[particle]
}

// isOutlet reports whether a name is a known outlet, contains a word typical of outlets, or is
// one word in capitals, as agencies are.
func isOutlet(name string) bool {
	t := words()
	folded := text.Fold(name)
	if t.outlets[folded] {
		return true
	}
	fields := strings.Fields(folded)
	if len(fields) < maxNameWord && slices.ContainsFunc(fields, func(f string) bool { return t.outlets[f] }) {
		return true
	}
	n := utf8.RuneCountInString(name)
	return len(fields) == 1 && n >= 2 && n <= 6 && name == strings.ToUpper(name) && name != strings.ToLower(name)
}

// trimName removes separators around a name.
func trimName(s string) string {
	return text.OneLine(strings.Trim(s, " \t\u00a0,:;|–—-·•/،_()"))
}
