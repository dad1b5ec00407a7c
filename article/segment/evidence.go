package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/text"
)

// How long a paragraph of news is, in code points. Comments are shorter, or stand
// alone under a name.
const (
	longParagraph = 120
	paragraph     = 80
)

// story is what stands under a heading, or from a line on.
type story struct {
	metas      int // lines of dates, sources and writers before the first paragraph
	dates      int // of these, lines of dates
	clocks     int // of these, lines with a time of day
	bylines    int
	paragraphs int // in a row, at most maxParagraphs
	first      int // code points of the first paragraph
}

// clock is a time of day, which stands with the date of nearly every comment.
var clock = regexp.MustCompile(`\d:\d\d`)

// maxParagraphs is how many paragraphs of a story are looked at.
const maxParagraphs = 3

// isNews reports whether it reads as news: a long paragraph, or several.
func (s story) isNews() bool {
	return s.first >= longParagraph || s.paragraphs > 1 && s.first >= paragraph
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
				s.first += l.width()
			}
		case l.kind == body:
			if s.paragraphs++; s.paragraphs == 1 {
				s.first = utf8.RuneCountInString(l.raw)
			}
		case l.isMeta() && s.paragraphs == 0:
			s.metas++
			switch l.kind {
			case dated:
				s.dates++
				if clock.MatchString(l.fold) {
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
	if isPerson(c.lines[i].raw) && (c.current().paragraphs < 2 || s.paragraphs < 2) {
		return false
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
	case s.paragraphs == 0:
		return false
	case c.ended == Footer:
		return s.metas > 0 || s.isNews()
	case isPerson(l.raw):
		return !c.commented && s.clocks == 0 && s.paragraphs > 1 && s.isNews()
	case c.commented:
		return l.words >= minDated && s.metas > 0 || s.paragraphs > 1 && s.isNews()
	}
	return s.metas > 0 || s.isNews()
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
	name := strings.TrimSpace(s)
	fields := strings.Fields(text.Fold(name))
	if len(fields) >= minHeadline || !nameShape(name) {
		return false
	}
	return !slices.ContainsFunc(fields, func(f string) bool { return words().functions[f] })
}

// datesStand says where the articles of a page have their dates.
type datesStand int

const (
	datesAnywhere datesStand = iota
	datesAbove               // over the headline
	datesBelow               // under the last paragraph
)

// datesOf tells where a page of several articles has its dates, if that is not
// under the headlines: two times or more a date stands between a paragraph and a
// headline that has a paragraph under it. It is the date of the headline where the
// first one has a date above, too; then once is enough.
func datesOf(lines []line) datesStand {
	var last [3]kind // of the lines before, the nearest first
	first, found := blank, 0
	for i := range lines {
		k := lines[i].kind
		if k == blank || k >= link {
			continue
		}
		if first == blank && (k == heading && lines[i].words >= minTitle || k == body || k == dated) {
			first = k
		}
		if k == body && last == [3]kind{heading, dated, body} {
			found++
		}
		last = [3]kind{k, last[0], last[1]}
	}
	switch {
	case found > 0 && first == dated:
		return datesAbove
	case found < 2:
		return datesAnywhere
	}
	return datesBelow
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
