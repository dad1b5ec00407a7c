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

// Name returns the name in what a page says of its writer, which may have a label
// and a date with it: "By Vera Bell – June 12, 2019".
func Name(said string) string {
	said = text.OneLine(said)
	if l := readLine(said, newsdate.Hint{}); l.isMeta() {
		return l.byline
	}
	return said
}

// IsOutlet reports whether a name is that of an outlet: a known one, or with a word of one.
func IsOutlet(name string) bool { return isOutlet(text.OneLine(name)) }

// IsListHeader reports whether this says that links to other articles follow: "Related News".
func IsListHeader(said string) bool {
	return readLine(text.OneLine(said), newsdate.Hint{}).kind == list
}

// labelledName returns the name after "By", "بقلم" and their like.
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
		if writer, _, ok := strings.Cut(name, " ("); ok { // of what is in brackets, where and what the writer is
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

// isPlaceBehind reports whether one word behind a name and surname is where they are: "Vera
// Bell, Amman".
func isPlaceBehind(writer, place string) bool {
	return strings.Contains(writer, " ") && !strings.Contains(writer, " and ") && !strings.Contains(place, " ") && nameShape(place)
}

// beforeTime returns a name without the time of day behind it: "Vera Bell at 10:11 AM".
func beforeTime(s string) string {
	for _, on := range words().on {
		if i := strings.LastIndex(s, " "+on+" "); i > 0 && datestamp.Beside(s[i:]) {
			s = s[:i]
		}
	}
	return s
}

// loginName returns the one word after a label, as programs that keep a site write who put
// an article there: "by admin".
func loginName(s string) (string, bool) {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return "", false
	}
	last := len(fields) - 1
	return fields[last], slices.Contains(words().bylines, text.Fold(strings.Join(fields[:last], " ")))
}

// areNames reports whether this may be a name, or a list of names.
func areNames(s string) bool {
	if !strings.ContainsAny(s, ",&") && !strings.Contains(s, " and ") {
		return nameShape(s)
	}
	for name := range strings.SplitSeq(strings.NewReplacer(" and ", ",", "&", ",").Replace(s), ",") {
		if !nameShape(name) {
			return false
		}
	}
	return true
}

// isNameList reports whether this is a list of people, each by given name and surname, as
// stands over a report that several wrote.
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

// isRole reports whether this may say what a writer is: "correspondent", "in Amman".
func isRole(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && len(strings.Fields(s)) <= 4 && !strings.HasSuffix(s, ".")
}

// maxRoleOf is how many words "مراسل الهضبة" has: with a verb it is a headline.
const maxRoleOf = 3

// nameWithRole returns the name in "Vera Bell, Kyiv correspondent" and "Vera Bell | Staff
// writer", which no label precedes, and "مراسل الهضبة" as it is.
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

// hasRole reports whether few words have one for what writers are.
func hasRole(s string) bool {
	fields := strings.Fields(text.Fold(s))
	return len(fields) <= maxNameWord && slices.ContainsFunc(fields, func(f string) bool { return words().roles[f] })
}

// creditName returns the first name of a line of those who worked on an article:
// "(Reporting by Vera Bell in Amman; editing by Jo Hill)".
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

// creditedName returns the name that such a line begins with: "Vera Bell contributed
// reporting", "Vera Bell reported from Amman, and Jo Hill from London."
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

// nameShape reports whether this may be a name of a person or an outlet: few
// words, with capitals where the script has them.
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

// isParticle reports whether a word may be in a name without a capital: "of",
// "al-Bell".
func isParticle(word string) bool {
	particle, _, joined := strings.Cut(word, "-")
	if joined {
		particle += "-"
	}
	return words().particles[particle]
}

// isOutlet reports whether a name is a known outlet's, has a word of one, or is
// one word of capitals, as agencies are called.
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

// trimName takes off what separates a name from what stands beside it.
func trimName(s string) string {
	return text.OneLine(strings.Trim(s, " \t\u00a0,:;|–—-·•/،_()"))
}
