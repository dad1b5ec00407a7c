package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// How many words a heading must have to open an article, by what speaks for it.
const (
	minTitle    = 2 // something before it ended an article
	minHeadline = 4 // in the middle of one
	minDated    = 5 // among comments, or by its own date alone
	longGap     = 3 // blank lines that end an article
	centred     = 8 // spaces before the name of a paper, in the middle of its line
)

// opens reports whether heading i opens an article, by what stands around it. In
// the middle of an article, and more so in a thread of comments, where names
// stand over dates, it takes more words to do so.
func (c *cutter) opens(i int) bool {
	l := c.lines[i]
	if l.kind != heading || l.words < minTitle || !c.alone(i) || c.form == Single && i > 0 {
		return false
	}
	if c.form != Scraped && i == 0 {
		return true
	}
	if l.title != "" && (c.under(i, 1).isMeta() || c.under(i, 2).isMeta()) {
		return true
	}
	if c.place == before && c.dates == datesAbove {
		return c.isUnderDate() && c.storyFrom(i+1).paragraphs > 0
	}
	if c.isNextPost(i) {
		return true
	}
	if c.place == inside && !c.current().told {
		return false // a deck, or a title said twice
	}
	if c.place == before && c.headed && !text.IsArabic(l.raw) && isPerson(l.raw) {
		return false // its writer
	}
	switch {
	case c.place == afterFooter:
		return c.opensBehindFooter(i)
	case c.stands(i):
		return true
	case c.place == inside && l.words < minHeadline:
		return c.twice(i) || c.newScript(i) || c.isShortHeadline(i)
	}
	return c.hasHead(i) || c.isOverDeck(i) || c.hasStandfirst(i) || c.twice(i) || c.hasDateline(i) || c.ownDate(i) || c.newScript(i) || c.gap(i)
}

// alone reports whether a heading stands by itself: nothing right above it, but
// for navigation, where the page parts paragraphs by blank lines.
func (c *cutter) alone(i int) bool {
	if c.lines[i].indent > 0 {
		return false
	}
	if i == 0 || !c.spaced || c.lines[i].newPage() {
		return true
	}
	above := c.lines[i-1].kind
	return above == blank || above >= link || above == dated && c.dates == datesAbove
}

// newPage reports whether a line begins with a form feed.
func (l *line) newPage() bool { return strings.HasPrefix(l.raw, "\f") }

// under returns the n-th line under line i that is neither blank nor a link,
// nor, above the first article, another button.
func (c *cutter) under(i, n int) *line {
	for i++; i < len(c.lines); i++ {
		c.steps.Count(1)
		if k := c.lines[i].kind; k == blank || k == link || k == comments && c.current() == nil {
			continue
		}
		if n--; n == 0 {
			return &c.lines[i]
		}
	}
	return &line{}
}

// hasHead reports whether a date, a source or a byline stands under heading i,
// or under a short heading or the same that stands under it, or an outlet over a
// paragraph.
func (c *cutter) hasHead(i int) bool {
	first, second := c.under(i, 1), c.under(i, 2)
	switch {
	case first.isMeta():
		return true
	case first.kind == heading && second.isMeta() && isOutlet(text.OneLine(first.raw)) && !isOutlet(text.OneLine(c.lines[i].raw)):
		return true
	case first.kind != heading || c.lines[i].words < minHeadline && !c.decked:
		return false
	case second.isMeta() && c.isListed(i) && !c.decked:
		return false
	case second.isMeta():
		return first.words < minHeadline || c.decked || text.SameWords(first.raw) == text.SameWords(c.lines[i].raw)
	}
	return second.kind == body && first.words < minHeadline && isOutlet(text.OneLine(first.raw))
}

// isOverDeck reports whether heading i, the first of some length on the page, stands over a
// deck: another that has a date or a writer under it. A name over a headline is its site's.
func (c *cutter) isOverDeck(i int) bool {
	deck := c.under(i, 1)
	if c.place != before || c.headed || c.lines[i].words < minHeadline || !text.IsArabic(c.lines[i].raw) && nameShape(strings.TrimSpace(c.lines[i].raw)) {
		return false
	}
	return deck.kind == heading && deck.words >= minHeadline && c.hasHead(deck.number-1)
}

// isNextPost reports whether heading i is the name that the page begins with, over a date
// and a paragraph as there: it is a row of posts of one writer, or one outlet.
func (c *cutter) isNextPost(i int) bool {
	if len(c.pieces) == 0 || !c.pieces[0].told || c.under(i, 1).kind != dated || c.under(i, 2).kind != body {
		return false
	}
	first := c.pieces[0].title
	return c.under(first, 1).kind == dated && text.SameWords(c.lines[first].raw) == text.SameWords(c.lines[i].raw)
}

// isListed reports whether line i is the first under the header of a list of links.
func (c *cutter) isListed(i int) bool {
	for i--; i >= 0 && c.lines[i].kind == blank; i-- {
		c.steps.Count(1)
	}
	return i >= 0 && c.lines[i].kind == list
}

// hasStandfirst reports whether a writer and a date stand under heading i and the
// paragraph that sums the article up, and more under them.
func (c *cutter) hasStandfirst(i int) bool {
	for i++; i < len(c.lines) && (c.lines[i].kind == blank || c.lines[i].kind == link); i++ {
		c.steps.Count(1)
	}
	if i >= len(c.lines) || c.lines[i].kind != body {
		return false
	}
	s := c.storyFrom(i + 1)
	return s.bylines > 0 && s.dates > 0 && s.paragraphs > 0 && s.deck == 0
}

// isMeta reports whether a line tells of the article.
func (l *line) isMeta() bool { return l.isOwn() || l.kind == bylined }

// isOwn reports whether a line becomes fields alone, and no text.
func (l *line) isOwn() bool { return l.kind == dated || l.kind == sourced }

// twice reports whether heading i is said again right under it, or under its
// date, and is not the title of the article it stands in, as captions are.
func (c *cutter) twice(i int) bool {
	title := text.SameWords(c.lines[i].raw)
	if c.place == inside && title == text.SameWords(c.lines[c.current().title].raw) {
		return false
	}
	for n := 1; n <= 2; n++ {
		l := c.under(i, n)
		if l.kind == heading && text.SameWords(l.raw) == title {
			return true
		}
		if !l.isMeta() {
			return false
		}
	}
	return false
}

func (c *cutter) hasDateline(i int) bool {
	l := c.under(i, 1)
	if l.kind != body {
		return false
	}
	_, ok := readDateline(l.raw)
	return ok
}

// ownDate reports whether heading i has a date of its own, between dashes.
func (c *cutter) ownDate(i int) bool {
	_, ok := titleDate(c.lines[i].raw)
	return ok && c.lines[i].words >= minDated
}

// newScript reports whether the text changes between Arabic and another script
// with heading i.
func (c *cutter) newScript(i int) bool {
	if c.place != inside {
		return false
	}
	was, is := c.current().arabic, text.IsArabic(c.lines[i].raw)
	next := c.under(i, 1)
	if next.kind != body {
		next = c.under(i, 2)
	}
	return was != is && next.kind == body && text.IsArabic(next.raw) == is
}

// gap reports whether heading i stands behind a long gap and before a paragraph.
func (c *cutter) gap(i int) bool {
	if i < longGap || c.under(i, 1).kind != body {
		return false
	}
	for _, l := range c.lines[i-longGap : i] {
		if l.kind != blank {
			return false
		}
	}
	return true
}

// headline returns which of the pending lines is the title of the paragraph
// under them, or -1. Behind a list, of three headings or more all but the last
// are links; at the top, short words before a headline are a menu.
func (c *cutter) headline(pending []int) int {
	if c.form == Single {
		return -1
	}
	var long []int
	short, first := 0, -1
	c.steps.Count(len(pending))
	links := c.linksIn(pending)
	for n, i := range pending {
		l := c.lines[i]
		switch {
		case n < links:
		case l.kind == item && c.place == before && first < 0 && len(long) == 0:
			first = n
		case l.kind != heading || l.words < minTitle && c.place != before || l.indent >= centred && (l.words < minHeadline || nameShape(l.raw)):
		case l.words >= minHeadline:
			long = append(long, n)
		case len(long) == 0:
			short++
			if first < 0 || c.lines[pending[first]].words < minTitle {
				first = n
			}
		}
	}
	isSection := first >= 0 && c.lines[pending[first]].kind == heading && c.lines[pending[first]].words < minTitle
	switch {
	case len(long)+links > 2 && len(long) > 0 && c.place != before:
		return long[len(long)-1]
	case len(long) > 0 && (first < 0 || isSection || short > 2):
		return long[0]
	}
	return first
}

// linksIn returns how many of the pending lines stand right under the header of a list, with
// no blank line between, on a page that parts paragraphs by those.
func (c *cutter) linksIn(pending []int) int {
	if !c.spaced || c.place != afterList || len(pending) == 0 || c.lines[pending[0]-1].kind != list {
		return 0
	}
	n := 0
	for n < len(pending) && c.lines[pending[n]].kind != blank {
		n++
	}
	return n
}

// titleDate finds a date in a headline that stands apart: between dashes, bars,
// brackets, before a colon, at an end behind a comma.
func titleDate(title string) (datestamp.Match, bool) {
	found, ok := datestamp.Find(title, newsdate.UnknownOrder)
	if !ok {
		return datestamp.Match{}, false
	}
	before := strings.TrimRightFunc(title[:found.Start], unicode.IsSpace)
	after := strings.TrimLeftFunc(title[found.End:], unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if before != "" && !strings.ContainsRune("–—-|:,([،/", last) || after != "" && !strings.ContainsRune("–—-|:)]/", first) {
		return datestamp.Match{}, false
	}
	return found, true
}
