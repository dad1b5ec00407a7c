package segment

import (
	"slices"
	"strings"

	"dateline/text"
)

// Lengths of news paragraphs, in code points. Comments are shorter, or stand alone under a name.
const (
	longParagraph = 120
	paragraph     = 80

	shortParagraph = 60 // below a headline that can't be a name, and its date
)

// story describes the lines below a heading, or from a line on.
type story struct {
	metas      int // lines of dates, sources and authors before the first paragraph
	dates      int // dated lines among them
	clocks     int // dated lines with a time of day or relative time
	bylines    int
	paragraphs int  // consecutive paragraphs, at most maxParagraphs
	first      int  // length of the first paragraph in code points
	deck       int  // words of a heading above the metadata; 0 if there is none
	outlet     bool // the deck is the name of an outlet
	named      bool // an unlabelled name follows the metadata
}

// maxParagraphs is how many paragraphs of a story are examined.
const maxParagraphs = 3

// isNews reports whether a story reads as news: it has one long paragraph or several.
func (s story) isNews() bool {
	return s.first >= longParagraph || s.paragraphs > 1 && s.first >= paragraph
}

// weight returns the length of a paragraph in code points, scaled for Arabic: without short
// vowels it needs three quarters of the letters of English.
func (l *line) weight() int {
	n := l.width()
	if text.IsArabic(l.raw) {
		n += n / 3
	}
	return n
}

// storyFrom reads the story that begins at line i, skipping blank lines and links.
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

// isShortHeadline reports whether the short heading i begins another article in the middle of
// one: a date or dateline follows it, and then news. A heading that may be a name is more likely
// a commenter or author.
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

// opensBehindFooter reports whether heading i, after a footer or the header of a thread, begins
// the next article. After a footer it needs text below; in a thread it must not look like a
// name, or be followed by text as long as an article.
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

// isUnderDate reports whether the last pending line is a dated one.
func (c *cutter) isUnderDate() bool {
	for _, i := range slices.Backward(c.pending) {
		if c.lines[i].kind != blank {
			return c.lines[i].kind == dated
		}
	}
	return false
}

// goesOn reports whether paragraph i continues an article after an apparent end: "3 Comments"
// below its first sentence, a copyright line between paragraphs.
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

// isPerson reports whether a short line may be a name and can't be a headline: few words in the
// shape of a name, none of them a function word.
func isPerson(s string) bool {
	name := strings.TrimLeft(strings.TrimSpace(s), "0123456789#.-–) ") // comments may be numbered
	fields := strings.Fields(text.Fold(name))
	if len(fields) >= minHeadline || !nameShape(name) {
		return false
	}
	return !slices.ContainsFunc(fields, func(f string) bool { return words().functions[f] })
}

// opensByDate reports whether heading i begins an article going by its date, on a page whose dates
// are above headlines or below articles.
func (c *cutter) opensByDate(i int) bool {
	if c.dates == datesAnywhere || c.storyFrom(i+1).paragraphs == 0 {
		return false
	}
	p := c.current()
	return c.state == inside && len(p.keep) > 0 && c.lines[p.kept].kind == dated
}
