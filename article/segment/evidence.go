package segment

import (
	"slices"
	"strings"

	"dateline/text"
)

// How long a paragraph of news is, in code points. Comments are shorter, or stand
// alone under a name.
const (
	longParagraph = 120
	paragraph     = 80

	shortParagraph = 60 // under a headline that can be no name, and its date
)

// story is what stands under a heading, or from a line on.
type story struct {
	metas      int // lines of dates, sources and writers before the first paragraph
	dates      int // of these, lines of dates
	clocks     int // of these, lines with a time of day, or how long ago
	bylines    int
	paragraphs int  // in a row, at most maxParagraphs
	first      int  // code points of the first paragraph
	deck       int  // words of a heading over the lines of dates and writers; 0 for none
	outlet     bool // and it is the name of an outlet
	named      bool // a name without a label stands under those lines
}

// maxParagraphs is how many paragraphs of a story are looked at.
const maxParagraphs = 3

// isNews reports whether it reads as news: a long paragraph, or several.
func (s story) isNews() bool {
	return s.first >= longParagraph || s.paragraphs > 1 && s.first >= paragraph
}

// weight returns how long a paragraph is, in code points. Arabic, which writes no short
// vowels, says the same in three quarters of those of English.
func (l *line) weight() int {
	n := l.width()
	if text.IsArabic(l.raw) {
		n += n / 3
	}
	return n
}

// storyFrom reads the story that line i begins. Blank lines and links are passed
// over.
func (c *cutter) storyFrom(i int) story {
	var s story
	for ; i < len(c.lines) && s.paragraphs < maxParagraphs; i++ {
		c.steps.Count(1)
		switch l := &c.lines[i]; {
		case l.kind == blank, l.kind == link:
		case l.kind == body && l.goesOn:
			if s.paragraphs == 1 {
				s.first += l.weight()
			}
		case l.kind == body:
			if s.paragraphs++; s.paragraphs == 1 {
				s.first = l.weight()
			}
		case l.kind == heading && s.paragraphs+s.metas+s.deck == 0 && c.under(i, 1).isMeta():
			s.deck, s.outlet = l.words, isOutlet(text.OneLine(l.raw))
		case l.kind == heading && s.metas > 0 && s.paragraphs == 0 && !s.named && (isUnlabelled(*l) || isOutlet(text.OneLine(l.raw))):
			s.named = true
		case l.isMeta() && s.paragraphs == 0:
			s.metas++
			switch l.kind {
			case dated:
				s.dates++
				if l.timed {
					s.clocks++
				}
			case bylined:
				s.bylines++
			}
		default:
			return s
		}
	}
	return s
}

// isShortHeadline reports whether heading i, of few words and in the middle of an
// article, opens another: a date or a dateline stands under it, and news under
// that. What may be a name heads a comment as often, or is the writer's.
func (c *cutter) isShortHeadline(i int) bool {
	if c.hasDateline(i) {
		return true
	}
	s := c.storyFrom(i + 1)
	if s.deck >= minHeadline && !c.decked {
		return false
	}
	if s.dates > 0 && s.clocks == 0 && s.first >= shortParagraph && (c.digest || s.outlet || s.deck > 0 && c.decked || !isPerson(c.lines[i].raw)) {
		return true
	}
	isName := isPerson(c.lines[i].raw)
	switch {
	case isName && (c.current().paragraphs < 2 || s.paragraphs < 2):
		return false
	case !isName && s.dates > 0 && s.paragraphs > 1 && s.first >= shortParagraph:
		return true
	}
	return s.dates > 0 && s.isNews()
}

// opensBehindFooter reports whether heading i, behind the footer of an article or
// the header of its comments, opens the next. Behind a footer it takes a text
// under it; among comments it must be no name, or have the text of an article.
func (c *cutter) opensBehindFooter(i int) bool {
	if c.twice(i) || c.hasDateline(i) {
		return true
	}
	s, l := c.storyFrom(i+1), c.lines[i]
	switch {
	case s.paragraphs == 0, s.deck >= minHeadline && !c.decked:
		return false
	case c.dates == datesBelow && !c.commented && !isPerson(l.raw):
		return s.paragraphs > 1 && s.first >= shortParagraph
	case c.dates == datesAbove && c.isUnderDate() && (!c.commented || !isPerson(l.raw)):
		return true
	case c.ended == Footer:
		return s.metas > 0 || s.isNews()
	case isPerson(l.raw) && c.digest && c.threads > 1:
		return s.dates > 0 && s.clocks == 0 && s.first >= shortParagraph
	case isPerson(l.raw):
		return !c.commented && s.clocks == 0 && s.paragraphs > 1 && s.isNews()
	case c.commented:
		return l.words >= minDated && s.metas > 0 && s.clocks == 0 || s.paragraphs > 1 && s.isNews()
	}
	return s.metas > 0 || s.isNews()
}

// isUnderDate reports whether the last of the lines that are pending is that of a date.
func (c *cutter) isUnderDate() bool {
	for _, i := range slices.Backward(c.pending) {
		if c.lines[i].kind != blank {
			return c.lines[i].kind == dated
		}
	}
	return false
}

// goesOn reports whether an article goes on with paragraph i behind what looked
// like its end: "3 Comments" under its first sentence, a copyright line between
// its paragraphs.
func (c *cutter) goesOn(i int) bool {
	p := c.current()
	if p == nil || c.commented || c.about {
		return false
	}
	s := c.storyFrom(i)
	if c.ended == Footer || p.paragraphs == 1 {
		return s.paragraphs > 1 && s.first >= paragraph
	}
	return s.paragraphs > 1 && s.first >= longParagraph
}

// isPerson reports whether a short line may be a name and can't be a headline: it
// has the shape of a name, few words, and none that names don't have.
func isPerson(s string) bool {
	name := strings.TrimLeft(strings.TrimSpace(s), "0123456789#.-–) ") // comments are counted
	fields := strings.Fields(text.Fold(name))
	if len(fields) >= minHeadline || !nameShape(name) {
		return false
	}
	return !slices.ContainsFunc(fields, func(f string) bool { return words().functions[f] })
}

// stands reports whether heading i opens an article by the place of its date, on a
// page whose dates stand above or below.
func (c *cutter) stands(i int) bool {
	if c.dates == datesAnywhere || c.storyFrom(i+1).paragraphs == 0 {
		return false
	}
	p := c.current()
	return c.place == inside && len(p.keep) > 0 && c.lines[p.kept].kind == dated
}
