package segment

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
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
	listEnd       // what says that it ends, as pages tell those who listen
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
	timed  bool   // of a date: with a time of day, or how long ago, as that of a comment
	title  string // of a heading behind "Title:", without that
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
	last := -1 // that is not blank
	for i, raw := range raws {
		if err := steps.Add(1 + len(raw)); err != nil {
			return nil, err
		}
		lines[i] = readLine(raw, h)
		lines[i].number = i + 1
		if lines[i].kind == blank {
			continue
		}
		if lines[i].isReport() {
			lines[i].becomeHeading()
		}
		if last >= 0 && lines[i].kind == dated && lines[last].isDatedTitle() {
			lines[last].becomeHeading()
		}
		last = i
	}
	markBullets(lines)
	markWrapped(lines)
	markRepeated(lines)
	markBylines(steps, lines)
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
	case isRule(s):
		l.kind = rule
	case l.fold == "":
		l.kind = blank // of what can't be seen
	case n <= maxLink && l.navigation():
	case n <= maxHeading && l.titleLine(s):
	case n <= maxMeta && l.meta(strings.TrimPrefix(strings.TrimPrefix(s, ":"), "#+"), h): // of reStructuredText, Org
		l.timed = l.kind == dated && isTimed(l.fold)
	case n <= maxLink && l.credit(s):
	case n <= maxHeading:
		l.kind = shape(s)
		l.words = len(strings.Fields(s))
	}
	return l
}

// titleLine reads "Title: Army enters Tarmin", as programs write it that keep articles in
// text files.
func (l *line) titleLine(s string) bool {
	label, rest, ok := strings.Cut(s, ":")
	if rest = strings.TrimSpace(rest); !ok || rest == "" || !slices.Contains(words().titles, strings.TrimPrefix(text.Fold(label), "#+")) {
		return false
	}
	l.kind, l.title, l.words = heading, rest, max(minHeadline, len(strings.Fields(rest)))
	return true
}

// becomeHeading makes a heading of a line that was taken for something else.
func (l *line) becomeHeading() {
	*l = line{raw: l.raw, fold: l.fold, number: l.number, indent: l.indent, kind: heading, words: len(strings.Fields(l.raw))}
}

// isDatedTitle reports whether a line that was taken for an outlet and a date is the
// headline of a report of every day, where another date stands under it: "Situation Report,
// May 3, 2018".
func (l *line) isDatedTitle() bool {
	return l.kind == dated && l.byline == "" && strings.Count(l.outlet, " ") > 1 && !isOutlet(l.outlet)
}

// isReport reports whether a line of a name and a date is the headline of a report of every
// day by a word of it: "Situation Report – 3 May 2018".
func (l *line) isReport() bool {
	if l.kind != dated {
		return false
	}
	fields := strings.Fields(text.Fold(l.outlet + " " + l.byline))
	return len(fields) > 1 && slices.ContainsFunc(fields, func(f string) bool { return words().reports[f] })
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

// How many signs a drawn line has at least, and one that ends with initials, of which there
// are so many.
const (
	minDrawn    = 3
	minLong     = 8
	maxInitials = 8
)

// isRule reports whether a line is drawn: it has nothing but dashes, symbols and the sign
// that makes Arabic words longer.
func isRule(s string) bool {
	signs := 0
	for i, r := range s {
		switch {
		case r == ' ':
		case unicode.In(r, unicode.Pd, unicode.Pc, unicode.S), strings.ContainsRune("*#•·ـ", r):
			signs++
		default: // initials of who wrote what it ends
			return signs >= minLong && utf8.RuneCountInString(s[i:]) <= maxInitials
		}
	}
	return signs >= minDrawn
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
			seen[datestamp.OrderOf(l)] = true
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
