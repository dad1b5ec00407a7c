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

// kind classifies a line, independently of its neighbours.
type kind uint8

const (
	blank    kind = iota
	body          // paragraph
	heading       // short, without a full stop: headline, deck, section title, name
	item          // of a list or note: begins with a bullet, bracket or dash
	dated         // line of a date
	sourced       // "Source: ..."
	bylined       // "By ..."
	link          // navigation or share text
	list          // header of a list of links
	listEnd       // end of such a list, as pages announce it to screen readers
	footer        // header of a footer
	comments      // header of a comment thread
	comment       // line of a comment thread
	rule          // ----------
)

// Limits of line kinds, in code points or words.
const (
	maxHeading  = 170 // a headline
	maxMeta     = 120 // metadata: date, source, byline
	maxLink     = 250 // navigation or share text
	maxNameWord = 5   // words of a name
)

// line is a line of the input with its classification.
type line struct {
	raw    string
	fold   string // folded text; set only on lines short enough to be more than a paragraph
	number int    // 1-based
	indent int    // width of the leading white space
	words  int    // of headings
	kind   kind
	placed bool   // a dated line whose name may be a place
	timed  bool   // a dated line with a time of day or relative time, as comments have
	title  string // the text after "Title:"
	goesOn bool   // continues the paragraph of the line above (hard-wrapped text)
	about  bool   // a footer about the author or site
	reason Reason // why it is left out; empty unless it is

	day    time.Time // of a dated or source line
	byline string    // of a byline or dated line
	outlet string    // of a source or dated line
}

// readLines splits a text into lines and classifies each.
func readLines(steps *work.Counter, s string, h newsdate.Hint) ([]line, error) {
	raws := strings.Split(s, "\n")
	if h.Order == newsdate.UnknownOrder {
		h.Order = NumberOrder(raws)
	}
	lines := make([]line, len(raws))
	last := -1 // the last line that is not blank
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
	case n > 4*maxLink: // a code point has at most four bytes
		return l
	}
	l.fold = text.Fold(s)
	n := utf8.RuneCountInString(s)
	switch {
	case isRule(s):
		l.kind = rule
	case l.fold == "":
		l.kind = blank // only invisible characters
	case n <= maxLink && l.navigation():
	case n <= maxHeading && l.titleLine(s):
	case n <= maxMeta && l.meta(strings.TrimPrefix(strings.TrimPrefix(s, ":"), "#+"), h): // markers of reStructuredText and Org
		l.timed = l.kind == dated && isTimed(l.fold)
	case n <= maxLink && l.credit(s):
	case n <= maxHeading:
		l.kind = shape(s)
		l.words = len(strings.Fields(s))
	}
	return l
}

// titleLine parses "Title: Army enters Tarmin", as written by programs that save articles as
// text.
func (l *line) titleLine(s string) bool {
	label, rest, ok := strings.Cut(s, ":")
	if rest = strings.TrimSpace(rest); !ok || rest == "" || !slices.Contains(words().titles, strings.TrimPrefix(text.Fold(label), "#+")) {
		return false
	}
	l.kind, l.title, l.words = heading, rest, max(minHeadline, len(strings.Fields(rest)))
	return true
}

// becomeHeading reclassifies a line as a heading.
func (l *line) becomeHeading() {
	*l = line{raw: l.raw, fold: l.fold, number: l.number, indent: l.indent, kind: heading, words: len(strings.Fields(l.raw))}
}

// isDatedTitle reports whether a line classified as outlet and date is the headline of a regular
// report, because another date follows: "Situation Report, May 3, 2018".
func (l *line) isDatedTitle() bool {
	return l.kind == dated && l.byline == "" && strings.Count(l.outlet, " ") > 1 && !isOutlet(l.outlet)
}

// isReport reports whether a line of name and date is the headline of a regular report, going by
// its words: "Situation Report – 3 May 2018".
func (l *line) isReport() bool {
	if l.kind != dated {
		return false
	}
	fields := strings.Fields(text.Fold(l.outlet + " " + l.byline))
	return len(fields) > 1 && slices.ContainsFunc(fields, func(f string) bool { return words().reports[f] })
}

// indentOf measures leading white space, without no-break spaces, which pages use for other
// purposes.
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

// Minimum lengths of a rule, and of one that ends with an author's initials; and how many
// initials that may be.
const (
	minDrawn    = 3
	minLong     = 8
	maxInitials = 8
)

// isRule reports whether a line is a drawn rule: only dashes, symbols and Arabic tatweel.
func isRule(s string) bool {
	signs := 0
	for i, r := range s {
		switch {
		case r == ' ':
		case unicode.In(r, unicode.Pd, unicode.Pc, unicode.S), strings.ContainsRune("*#•·ـ", r):
			signs++
		default: // initials of the author
			return signs >= minLong && utf8.RuneCountInString(s[i:]) <= maxInitials
		}
	}
	return signs >= minDrawn
}

// shape distinguishes headings, items and paragraphs.
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

// NumberOrder infers the order of day and month from unambiguous numeric dates in short lines.
// Arabic pages have the day first. If dates contradict each other, the order is unknown.
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
