package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
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
		writer, _, _ := strings.Cut(name, " for ")
		if nameShape(writer) {
			return name, true
		}
		if writer, role, ok := strings.Cut(writer, ", "); ok && nameShape(writer) && isRole(role) {
			return writer, true
		}
	}
	return "", false
}

// isRole reports whether this may say what a writer is: "correspondent", "in Amman".
func isRole(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first) && len(strings.Fields(s)) <= 4 && !strings.HasSuffix(s, ".")
}

// creditName returns the first name of a line of those who worked on an article:
// "(Reporting by Vera Bell in Amman; editing by Jo Hill)".
func creditName(s string) (string, bool) {
	inner := strings.Trim(s, "()[]*_—- ")
	folded := text.Fold(inner)
	for _, label := range words().credits {
		if !strings.HasPrefix(folded, label+" ") {
			continue
		}
		name := strings.Join(strings.Fields(inner)[strings.Count(label, " ")+1:], " ")
		for _, end := range []string{";", ",", "،", " in ", " and ", " for ", " - ", " – ", " للنشرة "} {
			name, _, _ = strings.Cut(name, end)
		}
		isSentence := strings.HasSuffix(inner, ".") && !strings.Contains(inner, ";") || strings.ContainsAny(inner, "!?")
		if nameShape(name) && (inner[0] != s[0] || !isSentence) {
			return trimName(name), true
		}
	}
	return "", false
}

// nameShape reports whether this may be a name of a person or an outlet: few
// words, with capitals where the script has them.
func nameShape(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > maxNameWord || strings.ContainsAny(s, "0123456789!?:;\"“”") {
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
	if slices.ContainsFunc(fields, func(f string) bool { return t.outlets[f] }) {
		return true
	}
	n := utf8.RuneCountInString(name)
	return len(fields) == 1 && n >= 2 && n <= 6 && name == strings.ToUpper(name) && name != strings.ToLower(name)
}

// trimName takes off what separates a name from what stands beside it.
func trimName(s string) string {
	return text.OneLine(strings.Trim(s, " \t\u00a0,:;|–—-·•/،_()"))
}
