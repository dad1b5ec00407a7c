package segment

import (
	"strings"

	"dateline/text"
	"dateline/work"
)

// state is the state of a cutter.
type state int

const (
	before      state = iota // no article has begun
	inside                   // in an article
	afterList                // after the header of a link list or thread
	afterFooter              // after a footer or the header of a thread
)

// cutter assigns the lines of a page to articles, from top to bottom.
type cutter struct {
	lines     []line
	steps     *work.Counter
	pieces    []*piece
	state     state
	ended     Reason // what ended the article: Comments or Footer
	about     bool   // the footer is about the author or the site
	commented bool   // a comment was seen since
	dates     datePosition
	decked    bool  // headlines have decks
	threads   int   // headers of comment threads; one article has one
	digest    bool  // from the top on, each headline has a date alone below it
	pending   []int // headings and the like that are either links or begin an article
	mayOpen   bool  // a pending line may be a title
	headed    bool  // a pending line is long enough for a headline
	lost      []int // lines omitted before the first article
	spaced    bool  // paragraphs are separated by blank lines
	form      Form
}

// cut splits a page into its articles.
func cut(steps *work.Counter, lines []line, form Form) ([]piece, error) {
	c := cutter{lines: lines, steps: steps, spaced: isSpaced(lines), form: form, dates: datesOf(lines), digest: isDigest(lines), decked: isDecked(lines)}
	for i := range lines {
		if lines[i].kind == comments {
			c.threads++
		}
	}
	if form != Scraped {
		lines[0].kind, lines[0].words, lines[0].indent = heading, minHeadline, 0
	}
	for i := range lines {
		c.take(i)
		if err := steps.Add(1); err != nil {
			return nil, err
		}
	}
	c.drop()
	return c.withText(), nil
}

// isSpaced reports whether blank lines separate the paragraphs of a page.
func isSpaced(lines []line) bool {
	blanks := 0
	for _, l := range lines {
		if l.kind == blank {
			blanks++
		}
	}
	return blanks*4 > len(lines)
}

// take assigns line i to an article, omits it, or keeps it pending.
func (c *cutter) take(i int) {
	if c.isPaper(i) {
		c.lines[i].kind, c.lines[i].outlet = sourced, text.OneLine(c.lines[i].raw)
	}
	switch k := c.lines[i].kind; {
	case k == blank:
		c.blank(i)
	case k == link:
		c.omit(i, c.state == inside)
	case k == list, k == rule, k == comment:
		c.leave(i, afterList)
	case c.form == Single && (k == footer || k == comments) && !c.lines[i].about:
		c.omit(i, c.current() != nil)
	case k == footer, k == comments:
		c.leave(i, afterFooter)
	case k == listEnd:
		c.endList(i)
	case c.opens(i):
		c.open(i, c.pending)
		c.forget()
	case c.state == inside:
		c.keep(i)
	case k == body && (c.state != afterFooter || c.goesOn(i)):
		c.resume(i)
	case c.state == afterFooter && c.dates == datesAbove && k == dated:
		c.pending = append(c.pending, i)
	case c.state == afterFooter:
		c.commented = c.commented || k == body || k == heading && c.ended == Comments && c.under(i, 1).kind != heading
		c.drop()
		c.omit(i, false)
	default:
		c.pending = append(c.pending, i)
		c.mayOpen = c.mayOpen || k == heading || k == item
		c.headed = c.headed || k == heading && c.lines[i].words > minHeadline
	}
}

// isPaper reports whether line i names a newspaper above the date and headline of an article,
// after a rule, as in press archives; or, at the top of the page, between the two.
func (c *cutter) isPaper(i int) bool {
	l := c.lines[i]
	if c.state == before && l.kind == heading && c.isUnderDate() && c.under(i, 1).kind == heading {
		paper, _, _ := strings.Cut(text.OneLine(l.raw), " (")
		return isOutlet(paper) && nameShape(paper)
	}
	if l.kind != heading || c.state != afterList || c.ended != Rule || !nameShape(strings.TrimSpace(l.raw)) {
		return false
	}
	for _, j := range c.pending {
		if c.lines[j].kind != blank {
			return false
		}
	}
	return c.under(i, 1).kind == dated && c.under(i, 2).kind == heading
}

func (c *cutter) blank(i int) {
	switch {
	case len(c.pending) > 0:
		c.pending = append(c.pending, i)
	case c.state == inside:
		p := c.current()
		p.keep = append(p.keep, i)
	}
}

// leave omits line i and the pending lines, and moves to another state. Between a headline and
// its first paragraph it does not end the article: the line is a button.
func (c *cutter) leave(i int, to state) {
	p := c.current()
	ends := p != nil && p.hasText || p == nil && to == afterList && !c.mayOpen
	if c.lines[i].kind == comments && ends && c.state == inside && c.lines[p.kept].isMeta() && c.dates != datesBelow {
		ends = false
	}
	if ends {
		c.drop()
		c.state = to
		c.commented, c.about = false, c.lines[i].about
	}
	c.omit(i, !ends && p != nil)
	c.ended = c.lines[i].reason
}

// endList returns to the article that contains the list.
func (c *cutter) endList(i int) {
	c.drop()
	c.omit(i, false)
	if c.current() != nil && c.state == afterList {
		c.state = inside
	}
}

func (c *cutter) current() *piece {
	if len(c.pieces) == 0 {
		return nil
	}
	return c.pieces[len(c.pieces)-1]
}

// open begins an article at line i. A date or source that is the first of the lines above
// belongs to it.
func (c *cutter) open(i int, above []int) {
	first := c.current() == nil
	p := &piece{title: i}
	if c.dates == datesAbove && c.state == inside && !first {
		p.keep = c.current().cutDate(c.lines)
	}
	for _, j := range above {
		if (first || c.dates == datesAbove || c.ended == Rule) && c.lines[j].isOwn() {
			p.keep = append(p.keep, j)
		} else {
			c.omit(j, false)
		}
	}
	c.pieces = append(c.pieces, p)
	c.state = inside
	c.keep(i)
}

func (c *cutter) keep(i int) {
	p := c.current()
	p.keep = append(p.keep, i)
	if l := c.lines[i]; l.kind == body {
		if !l.goesOn {
			p.paragraphs++
		}
		p.hasText, p.arabic = true, text.IsArabic(c.lines[i].raw)
	}
	if c.lines[i].kind != blank {
		p.last, p.kept = i, i
	}
}

// omit leaves out line i; own means that it lies within the article.
func (c *cutter) omit(i int, own bool) {
	p := c.current()
	c.lines[i].reason = c.reason(i)
	switch {
	case c.lines[i].kind == blank:
	case p == nil:
		c.lost = append(c.lost, i)
	default:
		p.omit = append(p.omit, i)
		if own {
			p.last = i
		}
	}
}

// reason returns why line i is left out: by its kind, else by the state.
func (c *cutter) reason(i int) Reason {
	switch c.lines[i].kind {
	case link:
		return Navigation
	case list, listEnd:
		return Links
	case comments, comment:
		return Comments
	case footer:
		return Footer
	case rule:
		return Rule
	}
	switch c.state {
	case afterList:
		return Links
	case afterFooter:
		return c.ended
	}
	return Navigation
}

// drop omits the pending lines.
func (c *cutter) drop() {
	for _, i := range c.pending {
		c.omit(i, false)
	}
	c.forget()
}

// forget clears the pending lines, which have been assigned.
func (c *cutter) forget() { c.pending, c.mayOpen, c.headed = nil, false, false }

// isNextReport reports whether paragraph i, after a rule, opens with a dateline in a sequence of
// reports without headlines.
func (c *cutter) isNextReport(i int) bool {
	p := c.current()
	if p == nil || c.state != afterList || c.ended != Rule || c.lines[p.title].kind != body {
		return false
	}
	_, first := readDateline(c.lines[p.title].raw)
	_, next := readDateline(c.lines[i].raw)
	return first && next
}

// resume handles paragraph i after a list or at the top: the pending headings decide whether it
// begins an article.
func (c *cutter) resume(i int) {
	pending := c.pending
	c.forget()
	n, links := c.headline(pending), c.linksIn(pending)
	switch {
	case n < 0 && c.isNextReport(i):
		c.open(i, pending)
		return
	case n < 0 && links > 0:
		for _, j := range pending[:links] {
			c.omit(j, false)
		}
		pending = pending[links:]
	case n >= 0:
		c.open(pending[n], pending[:n])
		pending = pending[n+1:]
	case c.current() == nil:
		c.open(i, pending)
		return
	}
	c.state = inside
	for _, j := range append(pending, i) {
		c.keep(j)
	}
}
