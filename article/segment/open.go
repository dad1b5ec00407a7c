package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// Minimum words of a heading that begins an article, by the evidence for it.
const (
	minTitle    = 2 // the previous article has ended
	minHeadline = 4 // in the middle of an article
	minDated    = 5 // among comments, or with only a date of its own
	longGap     = 3 // blank lines that end an article
	centred     = 8 // leading spaces of a newspaper's name that is centred
)

// opens reports whether heading i begins an article, by its context. It needs more words in the
// middle of an article, and more still in a comment thread, where names precede dates.
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
	if c.state == before && c.dates == datesAbove {
		return c.isUnderDate() && c.storyFrom(i+1).paragraphs > 0
	}
	if c.isNextPost(i) {
		return true
	}
	if c.state == inside && !c.current().hasText {
		return false // a deck, or a repeated title
	}
	if c.state == before && c.headed && !text.IsArabic(l.raw) && isPerson(l.raw) {
		return false // its writer
	}
	switch {
	case c.state == afterFooter:
		return c.opensBehindFooter(i)
	case c.opensByDate(i):
		return true
	case c.state == inside && l.words < minHeadline:
		return c.twice(i) || c.newScript(i) || c.isShortHeadline(i)
	}
	return c.hasHead(i) || c.isOverDeck(i) || c.hasStandfirst(i) || c.twice(i) || c.hasDateline(i) || c.ownDate(i) || c.newScript(i) || c.gap(i)
}

// alone reports whether a heading stands apart: only navigation directly above it, on a page
// that separates paragraphs by blank lines.
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

// under returns the n-th line below line i, not counting blank lines, links and, above the first
// article, buttons.
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

// hasHead reports whether heading i has a date, source or byline below it, directly or after a
// short or identical heading, or an outlet above a paragraph.
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

// isOverDeck reports whether heading i, the first of some length, is followed by a deck: another
// heading with a date or author below. A name above a headline is that of the site.
func (c *cutter) isOverDeck(i int) bool {
	deck := c.under(i, 1)
	if c.state != before || c.headed || c.lines[i].words < minHeadline || !text.IsArabic(c.lines[i].raw) && nameShape(strings.TrimSpace(c.lines[i].raw)) {
		return false
	}
	return deck.kind == heading && deck.words >= minHeadline && c.hasHead(deck.number-1)
}

// isNextPost reports whether heading i repeats the name at the top of the page, again with a
// date and paragraph below: a sequence of posts by one author or outlet.
func (c *cutter) isNextPost(i int) bool {
	if len(c.pieces) == 0 || !c.pieces[0].hasText || c.under(i, 1).kind != dated || c.under(i, 2).kind != body {
		return false
	}
	first := c.pieces[0].title
	return c.under(first, 1).kind == dated && text.SameWords(c.lines[first].raw) == text.SameWords(c.lines[i].raw)
}

// isListed reports whether line i directly follows the header of a link list.
func (c *cutter) isListed(i int) bool {
	for i--; i >= 0 && c.lines[i].kind == blank; i-- {
		c.steps.Count(1)
	}
	return i >= 0 && c.lines[i].kind == list
}

// hasStandfirst reports whether author and date follow heading i and its summary, with more text
// below them.
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

// isMeta reports whether a line is metadata of the article.
func (l *line) isMeta() bool { return l.isOwn() || l.kind == bylined }

// isOwn reports whether a line becomes fields only, not text.
func (l *line) isOwn() bool { return l.kind == dated || l.kind == sourced }

// twice reports whether heading i is repeated directly below it or its date, and is not the
// title of the current article, as captions may be.
func (c *cutter) twice(i int) bool {
	title := text.SameWords(c.lines[i].raw)
	if c.state == inside && title == text.SameWords(c.lines[c.current().title].raw) {
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

// ownDate reports whether heading i contains a date between dashes.
func (c *cutter) ownDate(i int) bool {
	_, ok := titleDate(c.lines[i].raw)
	return ok && c.lines[i].words >= minDated
}

// newScript reports whether the text changes to or from Arabic script at heading i.
func (c *cutter) newScript(i int) bool {
	if c.state != inside {
		return false
	}
	was, is := c.current().arabic, text.IsArabic(c.lines[i].raw)
	next := c.under(i, 1)
	if next.kind != body {
		next = c.under(i, 2)
	}
	return was != is && next.kind == body && text.IsArabic(next.raw) == is
}

// gap reports whether heading i follows a long gap and precedes a paragraph.
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

// headline returns the index of the pending line that is the title of the paragraph below, or
// -1. After a list of three or more headings, all but the last are links; at the top, short
// lines before a headline are a menu.
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
		case l.kind == item && c.state == before && first < 0 && len(long) == 0:
			first = n
		case l.kind != heading || l.words < minTitle && c.state != before || l.indent >= centred && (l.words < minHeadline || nameShape(l.raw)):
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
	case len(long)+links > 2 && len(long) > 0 && c.state != before:
		return long[len(long)-1]
	case len(long) > 0 && (first < 0 || isSection || short > 2):
		return long[0]
	}
	return first
}

// linksIn returns how many pending lines directly follow the header of a list, on a page that
// separates paragraphs by blank lines.
func (c *cutter) linksIn(pending []int) int {
	if !c.spaced || c.state != afterList || len(pending) == 0 || c.lines[pending[0]-1].kind != list {
		return 0
	}
	n := 0
	for n < len(pending) && c.lines[pending[n]].kind != blank {
		n++
	}
	return n
}

// titleDate finds a date that is set off in a headline: between dashes, bars or brackets, before
// a colon, or at the end after a comma.
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
