package segment

import (
	"strings"

	"dateline/text"
	"dateline/work"
)

// where a cutter is.
type place int

const (
	before      place = iota // at the top: no article yet
	inside                   // in an article
	afterList                // behind the header of a list of links or a thread
	afterFooter              // behind a footer or the header of a thread
)

// cutter walks down the lines of a page and gives each to an article.
type cutter struct {
	lines     []line
	steps     *work.Counter
	pieces    []*piece
	place     place
	ended     Reason // what the place is behind: Comments or Footer
	about     bool   // and it is a footer that tells of the author or the site
	commented bool   // a comment has been seen behind it
	dates     datesStand
	decked    bool  // headlines have a deck
	threads   int   // headers of comments, of which one article has one
	digest    bool  // headlines with a date alone under each, from the top on
	pending   []int // headings and the like that may be links or begin an article
	mayOpen   bool  // one of the pending lines may be a title
	headed    bool  // and one is as long as headlines are
	lost      []int // omitted before the first article
	spaced    bool  // the page parts paragraphs by blank lines
	form      Form
}

// cut cuts a page into its articles.
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
	return c.told(), nil
}

// isSpaced reports whether a page parts its paragraphs by blank lines.
func isSpaced(lines []line) bool {
	blanks := 0
	for _, l := range lines {
		if l.kind == blank {
			blanks++
		}
	}
	return blanks*4 > len(lines)
}

// take gives line i to an article, to what is omitted, or keeps it pending.
func (c *cutter) take(i int) {
	if c.isPaper(i) {
		c.lines[i].kind, c.lines[i].outlet = sourced, text.OneLine(c.lines[i].raw)
	}
	switch k := c.lines[i].kind; {
	case k == blank:
		c.blank(i)
	case k == link:
		c.omit(i, c.place == inside)
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
	case c.place == inside:
		c.keep(i)
	case k == body && (c.place != afterFooter || c.goesOn(i)):
		c.resume(i)
	case c.place == afterFooter && c.dates == datesAbove && k == dated:
		c.pending = append(c.pending, i)
	case c.place == afterFooter:
		c.commented = c.commented || k == body || k == heading && c.ended == Comments && c.under(i, 1).kind != heading
		c.drop()
		c.omit(i, false)
	default:
		c.pending = append(c.pending, i)
		c.mayOpen = c.mayOpen || k == heading || k == item
		c.headed = c.headed || k == heading && c.lines[i].words > minHeadline
	}
}

// isPaper reports whether line i is the name of a paper that stands, behind a rule, over the
// date and the headline of an article, as in press archives, or at the top between the two.
func (c *cutter) isPaper(i int) bool {
	l := c.lines[i]
	if c.place == before && l.kind == heading && c.isUnderDate() && c.under(i, 1).kind == heading {
		paper, _, _ := strings.Cut(text.OneLine(l.raw), " (")
		return isOutlet(paper) && nameShape(paper)
	}
	if l.kind != heading || c.place != afterList || c.ended != Rule || !nameShape(strings.TrimSpace(l.raw)) {
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
	case c.place == inside:
		p := c.current()
		p.keep = append(p.keep, i)
	}
}

// leave ends what is pending and goes behind line i, which is omitted. What
// stands between a headline and its first paragraph ends nothing: it is a bar of
// buttons.
func (c *cutter) leave(i int, to place) {
	p := c.current()
	ends := p != nil && p.told || p == nil && to == afterList && !c.mayOpen
	if c.lines[i].kind == comments && ends && c.place == inside && c.lines[p.kept].isMeta() && c.dates != datesBelow {
		ends = false
	}
	if ends {
		c.drop()
		c.place = to
		c.commented, c.about = false, c.lines[i].about
	}
	c.omit(i, !ends && p != nil)
	c.ended = c.lines[i].reason
}

// endList goes back into the article that the list stands in.
func (c *cutter) endList(i int) {
	c.drop()
	c.omit(i, false)
	if c.current() != nil && c.place == afterList {
		c.place = inside
	}
}

func (c *cutter) current() *piece {
	if len(c.pieces) == 0 {
		return nil
	}
	return c.pieces[len(c.pieces)-1]
}

// open begins an article at line i. Of the lines above it a date or a source
// belongs to it when it is the first.
func (c *cutter) open(i int, above []int) {
	first := c.current() == nil
	p := &piece{title: i}
	if c.dates == datesAbove && c.place == inside && !first {
		p.keep = c.current().giveDate(c.lines)
	}
	for _, j := range above {
		if (first || c.dates == datesAbove || c.ended == Rule) && c.lines[j].isOwn() {
			p.keep = append(p.keep, j)
		} else {
			c.omit(j, false)
		}
	}
	c.pieces = append(c.pieces, p)
	c.place = inside
	c.keep(i)
}

func (c *cutter) keep(i int) {
	p := c.current()
	p.keep = append(p.keep, i)
	if l := c.lines[i]; l.kind == body {
		if !l.goesOn {
			p.paragraphs++
		}
		p.told, p.arabic = true, text.IsArabic(c.lines[i].raw)
	}
	if c.lines[i].kind != blank {
		p.last, p.kept = i, i
	}
}

// omit leaves line i out; own says that it lies within the article.
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

// reason says why line i is left out: by what it is, else by what it stands behind.
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
	switch c.place {
	case afterList:
		return Links
	case afterFooter:
		return c.ended
	}
	return Navigation
}

// drop omits what is pending.
func (c *cutter) drop() {
	for _, i := range c.pending {
		c.omit(i, false)
	}
	c.forget()
}

// forget empties the pending lines, which have found their places.
func (c *cutter) forget() { c.pending, c.mayOpen, c.headed = nil, false, false }

// isNextReport reports whether paragraph i, behind a drawn line, opens with a dateline and
// stands in a row of reports without headlines.
func (c *cutter) isNextReport(i int) bool {
	p := c.current()
	if p == nil || c.place != afterList || c.ended != Rule || c.lines[p.title].kind != body {
		return false
	}
	_, first := readDateline(c.lines[p.title].raw)
	_, next := readDateline(c.lines[i].raw)
	return first && next
}

// resume goes on with paragraph i behind a list or at the top: the pending
// headings tell whether it begins an article.
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
	c.place = inside
	for _, j := range append(pending, i) {
		c.keep(j)
	}
}
