package segment

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/text"
	"dateline/work"
)

// kind is what a line is, judged alone.
type kind uint8

const (
	blank    kind = iota
	body          // paragraph
	heading       // short, without a full stop: headline, deck, section title, name
	item          // of a list or a note: starts with a bullet, a bracket, a dash
	dated         // line of a date
	sourced       // "Source: ..."
	bylined       // "By ..."
	link          // one line of navigation or share text
	list          // header of a list of links
	footer        // header of what tells of the site
	comments      // header of a comment thread
	comment       // line of a comment thread
	rule          // ----------
)

// Bounds of shapes, in code points or words.
const (
	maxHeading  = 170 // a headline
	maxMeta     = 120 // a line of a date, a source, a byline
	maxLink     = 250 // navigation or share text
	maxNameWord = 5   // words of a name
)

// line is a line of the input and what it is.
type line struct {
	raw    string
	fold   string // set on lines short enough to be more than a paragraph
	number int    // 1-based
	indent int    // white space before the text
	words  int    // of headings
	kind   kind
	placed bool   // of a date: a place may stand before it
	goesOn bool   // the paragraph of the line above, which was broken to fit a page
	about  bool   // of a footer: it tells of the author or the site
	reason Reason // why it is left out; empty while it is not

	day    time.Time // of a line of a date or a source
	byline string    // of a line of a byline or a date
	outlet string    // of a line of a source or a date
}

// readLines cuts a text into lines and judges each.
func readLines(steps *work.Counter, s string, h newsdate.Hint) ([]line, error) {
	raws := strings.Split(s, "\n")
	if h.Order == newsdate.UnknownOrder {
		h.Order = NumberOrder(raws)
	}
	lines := make([]line, len(raws))
	for i, raw := range raws {
		if err := steps.Add(1 + len(raw)); err != nil {
			return nil, err
		}
		lines[i] = readLine(raw, h)
		lines[i].number = i + 1
	}
	markWrapped(lines)
	return lines, markThreads(steps, lines)
}

func readLine(raw string, h newsdate.Hint) line {
	s := strings.TrimSpace(raw)
	l := line{raw: raw, kind: body, indent: indentOf(raw)}
	switch n := len(s); {
	case n == 0:
		l.kind = blank
		return l
	case n > 4*maxLink: // no letter has more than four bytes
		return l
	}
	l.fold = text.Fold(s)
	n := utf8.RuneCountInString(s)
	switch {
	case l.fold == "":
		l.kind = blank // of what can't be seen
	case isRule(s):
		l.kind = rule
	case n <= maxLink && l.navigation():
	case n <= maxMeta && l.meta(s, h):
	case n <= maxLink && l.credit(s):
	case n <= maxHeading:
		l.kind = shape(s)
		l.words = len(strings.Fields(s))
	}
	return l
}

// indentOf counts the white space before the text, no-break spaces aside, which
// pages use for other ends.
func indentOf(raw string) int {
	n := 0
	for _, r := range raw {
		switch r {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// isRule reports whether a line is drawn: five signs or more in a row, or three with
// blanks between.
func isRule(s string) bool {
	return utf8.RuneCountInString(s) >= 5 && strings.Trim(s, " -–—_=*~#•") == ""
}

// shape tells headings, items and paragraphs apart.
func shape(s string) kind {
	first, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•·◦‣▪●○*–—-[|>", first) {
		return item
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return item
	}
	end := strings.TrimRight(s, "\"'”’»)] \u00a0")
	if strings.HasSuffix(end, "...") || strings.HasSuffix(end, "…") {
		return heading
	}
	last, _ := utf8.DecodeLastRuneInString(end)
	if strings.ContainsRune(".:,;،؛", last) && !strings.HasSuffix(s, ".)") {
		return body
	}
	return heading
}

// navigation judges whether the line is one of the tables' and sets its kind.
func (l *line) navigation() bool {
	t := words()
	key := strings.Trim(hashNumbers(l.fold), " :.>|-\u2026«»\"©")
	if k, ok := t.exact[key]; ok {
		l.kind, l.about = k, t.about[key]
		return true
	}
	for _, p := range t.prefixes {
		if strings.HasPrefix(key, p.text) {
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

// hashNumbers puts # in the place of every number.
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

// NumberOrder tells from the dates of three numbers in short lines, where one
// can only be read in one way, how the page writes them. A page in Arabic has
// the day first. Where the dates contradict each other nothing is known.
func NumberOrder(lines []string) newsdate.Order {
	seen := map[newsdate.Order]bool{}
	var arabic, latin int
	for _, l := range lines {
		if len(l) <= 4*maxMeta {
			a, b := text.Letters(l)
			arabic, latin = arabic+a, latin+b
			seen[newsdate.OrderOf(l)] = true
		}
	}
	day, month := seen[newsdate.DayFirst], seen[newsdate.MonthFirst]
	switch {
	case day && !month || !day && !month && arabic > latin:
		return newsdate.DayFirst
	case month && !day:
		return newsdate.MonthFirst
	}
	return newsdate.UnknownOrder
}
