package segment

import "slices"

// piece is one article of a page, as line numbers from 0.
type piece struct {
	title   int
	last    int   // its last line
	keep    []int // its lines in order, including blank ones
	kept    int   // the last kept line that is not blank
	omit    []int // lines that are omitted
	hasText bool  // it has a paragraph

	paragraphs int  // how many
	arabic     bool // the last paragraph is Arabic
}

// cutDate removes the dated line at the end of a piece, and returns it.
func (p *piece) cutDate(lines []line) []int {
	date := p.kept
	if lines[date].kind != dated || date == p.title {
		return nil
	}
	p.keep = p.keep[:slices.Index(p.keep, date)]
	for _, i := range slices.Backward(p.keep) {
		if lines[i].kind != blank {
			p.last, p.kept = i, i
			break
		}
	}
	return []int{date}
}

// withText returns the pieces that have a paragraph. Lines of others are omitted with the previous
// piece, or the next if there is none. If no piece has a paragraph, all lines are one article.
func (c *cutter) withText() []piece {
	var out []piece
	for _, p := range c.pieces {
		switch {
		case p.hasText:
			p.omit = append(c.lost, p.omit...)
			slices.Sort(p.omit)
			c.lost = nil
			out = append(out, *p)
		case len(out) == 0:
			c.lost = append(c.lost, p.all(c.lines)...)
		default:
			last := &out[len(out)-1]
			last.omit = append(last.omit, p.all(c.lines)...)
		}
	}
	if len(out) == 0 {
		return c.whole()
	}
	for i := range out[1:] { // a button between headline and text was omitted before the headline began the article
		next := out[i+1].title
		out[i].omit = slices.DeleteFunc(out[i].omit, func(line int) bool { return line > next })
	}
	return out
}

// all returns the non-blank lines of a piece in order.
func (p *piece) all(lines []line) []int {
	all := append(p.own(lines), p.omit...)
	slices.Sort(all)
	return all
}

// whole makes one article of all lines except navigation. Its title is the first line that is
// not a date or source.
func (c *cutter) whole() []piece {
	p := piece{title: -1}
	for i, l := range c.lines {
		switch {
		case l.kind >= link:
			p.omit = append(p.omit, i)
			c.lines[i].reason = c.reason(i)
		case l.kind != blank || len(p.keep) > 0:
			p.keep = append(p.keep, i)
		}
		if p.title < 0 && l.kind != blank && l.kind < link && !c.lines[i].isOwn() {
			p.title = i
		}
	}
	own := p.own(c.lines)
	if len(own) == 0 {
		return nil
	}
	if p.title < 0 {
		p.title = own[0]
	}
	p.last = own[len(own)-1]
	return []piece{p}
}
