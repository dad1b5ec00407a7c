package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/text"
)

// navigation classifies a line by the tables of navigation; false if it is in none.
func (l *line) navigation() bool {
	t := words()
	key := strings.Trim(hashNumbers(l.fold), " :.>|-\u2026«»\"©")
	switch s := strings.TrimSpace(l.raw); {
	case strings.HasPrefix(s, "©"), strings.HasPrefix(l.fold, "(c) ") && beginsDigit(l.fold[4:]+" "):
		l.kind = footer
		return true
	case isAddressLine(s), isLinkLine(s), isPath(s), isMenu(s), isCount(s), isHandle(s):
		l.kind = link
		return true
	case strings.HasPrefix(s, "About ") && isShortName(s):
		l.kind, l.about = footer, true
		return true
	}
	if k, ok := t.exact[key]; ok {
		l.kind, l.about = k, t.about[key]
		return true
	}
	for _, p := range t.prefixes {
		if strings.HasPrefix(key, p.text) && strings.Contains(key[len(p.text):], p.with) {
			l.kind = p.kind
			return true
		}
	}
	for _, p := range t.suffixes {
		if strings.HasSuffix(key, p.text) {
			l.kind = p.kind
			return true
		}
	}
	for _, s := range t.share {
		if strings.Contains(l.fold, s) {
			l.kind = link
			return true
		}
	}
	return false
}

// host matches a bare host name.
var host = regexp.MustCompile(`^(?:[a-z0-9-]+\.)+[a-z]{2,8}$`)

// maxPath is how many words each part of a breadcrumb may have.
const maxPath = 4

// maxCount is how many digits a count may have.
const maxCount = 6

// isCount reports whether a line is only a number, of comments or shares.
func isCount(s string) bool {
	return len(s) <= maxCount && strings.Trim(s, "0123456789,.KM") == "" && beginsDigit(s)
}

// isHandle reports whether a line is only an account name, or the dot beside it.
func isHandle(s string) bool {
	name, ok := strings.CutPrefix(s, "@")
	return s == "·" || s == "•" || ok && name != "" && !strings.ContainsAny(name, " ")
}

// isPath reports whether a line is a breadcrumb: "Home > World > Europe", "World / Europe".
func isPath(s string) bool {
	if area, part, ok := strings.Cut(s, " / "); ok && isShortName(area) && isShortName(part) {
		return true
	}
	for _, sign := range []string{" > ", " » ", " › ", " / "} {
		first, _, ok := strings.Cut(s, sign)
		if isHome := words().exact[text.Fold(first)] == link; strings.Count(s, sign) > 1 || ok && isHome {
			return !strings.ContainsAny(s, ".:0123456789") && areShort(strings.Split(s, sign))
		}
	}
	return false
}

// A line is a menu if so many of its entries, and so many words for such among them, say so.
const (
	minEntries  = 3
	minMenu     = 2
	minUnmarked = 4 // entries that nothing separates
)

// isMenu reports whether a line is a menu: "Home | World | Middle East | Sport", or with its first
// entry, "MENU News Syria Opinion".
func isMenu(s string) bool {
	for _, sign := range []string{" | ", " · ", " • ", " / "} {
		if entries := strings.Split(s, sign); len(entries) >= minEntries {
			first, last := entries[0], entries[len(entries)-1]
			return areShort(entries) && countMenu(entries) >= minMenu && (isMenuWord(first) || isMenuWord(last)) && !strings.ContainsAny(s, ".:0123456789")
		}
	}
	entries := strings.Fields(s)
	if len(entries) < minUnmarked || !opensMenu(entries[0]) || countMenu(entries[1:]) < minMenu {
		return false
	}
	return !slices.ContainsFunc(entries, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsLetter(first) || unicode.IsLower(first) || strings.ContainsAny(word, ".,:،")
	})
}

func isMenuWord(s string) bool { return words().menu[text.Fold(s)] }

// opensMenu reports whether a word is the first of menus.
func opensMenu(word string) bool {
	return isMenuWord(word) && words().exact[text.Fold(word)] == link
}

// countMenu counts the entries that are those of menus.
func countMenu(entries []string) int {
	n := 0
	for _, e := range entries {
		if isMenuWord(e) {
			n++
		}
	}
	return n
}

// areShort reports whether all parts of a breadcrumb are short.
func areShort(parts []string) bool {
	for _, p := range parts {
		if n := len(strings.Fields(p)); n == 0 || n > maxPath {
			return false
		}
	}
	return true
}

// isAddressLine reports whether a line has only addresses, as in numbered lists of links.
func isAddressLine(s string) bool {
	fields := strings.Fields(s)
	if beginsDigit(s) && strings.HasSuffix(fields[0], ".") {
		fields = fields[1:]
	}
	for _, word := range fields {
		if !strings.HasPrefix(word, "https://") && !strings.HasPrefix(word, "http://") && !host.MatchString(word) {
			return false
		}
	}
	return len(fields) > 0
}

// isLinkLine reports whether a line has numbered links only, as text browsers write them:
// "[2]Home [3]World News".
func isLinkLine(s string) bool {
	if !strings.Contains(s, "[") || shape(s) == body {
		return false
	}
	fields := strings.Fields(s)
	numbers := 0
	for _, word := range fields {
		word = strings.TrimLeft(word, "#")
		if strings.HasPrefix(word, "[") && strings.Contains(word, "]") && beginsDigit(word[1:]) {
			numbers++
		}
	}
	return numbers > 0 && 3*numbers >= len(fields)
}

// hashNumbers replaces every number by #.
func hashNumbers(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		isDigit := r >= '0' && r <= '9'
		switch {
		case !isDigit:
			b.WriteRune(r)
		case i == 0 || s[i-1] < '0' || s[i-1] > '9':
			b.WriteByte('#')
		}
	}
	return b.String()
}
