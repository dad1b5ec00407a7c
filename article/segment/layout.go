package segment

import (
	"slices"

	"dateline/text"
)

// datePosition is where a page has the dates of its articles.
type datePosition int

const (
	datesAnywhere datePosition = iota
	datesAbove                 // above the headline
	datesBelow                 // below the last paragraph
)

// datesOf tells where a page of several articles has its dates if not below the headlines. It
// requires two dates between a paragraph and a headline followed by a paragraph, or one if the
// first headline also has a date above it; the dates then belong to the headline below them.
func datesOf(lines []line) datePosition {
	var last [3]kind // the preceding lines, the nearest first
	first, found := blank, 0
	var top []kind // the first kinds
	for i := range lines {
		k := lines[i].kind
		if k == blank || k == bylined || k >= link {
			continue
		}
		if first == blank && (k == heading && lines[i].words >= minTitle || k == body || k == dated) {
			first = k
		}
		if len(top) < 4 {
			top = append(top, k)
		}
		if k == body && last == [3]kind{heading, dated, body} {
			found++
		}
		last = [3]kind{k, last[0], last[1]}
	}
	if last[0] == dated && last[1] == body && first == heading {
		found++ // below the last article
	}
	switch {
	case found > 0 && (first == dated || slices.Equal(top, []kind{heading, dated, heading, body})): // below the title of the page
		return datesAbove
	case found < 2:
		return datesAnywhere
	}
	return datesBelow
}

// minDigest is how many headlines with only a date below make a digest.
const minDigest = 3

// isDigest reports whether a page is a list of headlines, each followed by a date, at most an
// author, and a paragraph, from its first line on. None of them can then be the name of an
// author or commenter.
func isDigest(lines []line) bool {
	var before [2]*line // the two non-blank lines above, the nearer first
	found := 0
	for i := range lines {
		l := &lines[i]
		isName := l.kind == heading && before[0] != nil && before[0].kind == dated && isUnlabelled(*l)
		if l.kind == blank || l.kind == link || l.kind == bylined || isName {
			continue
		}
		if l.kind == body && before[0] != nil && before[0].kind == dated && before[1] != nil && before[1].kind == heading {
			if before[0].timed || l.weight() < shortParagraph {
				return false
			}
			found++
		}
		if before[1] == nil && before[0] != nil && (before[0].kind != heading || l.kind != dated) {
			return false // another beginning
		}
		before = [2]*line{l, before[0]}
	}
	return found >= minDigest
}

// isDecked reports whether the headlines of a page have decks: the first one or all do.
func isDecked(lines []line) bool {
	return beginsDecked(lines) && !hasUndecked(lines) || isDeckedThroughout(lines)
}

// hasUndecked reports whether a headline that can't be a name follows a paragraph, with a date
// and no deck below it.
func hasUndecked(lines []line) bool {
	var above [2]*line // the non-blank lines above, the nearer first
	for i := range lines {
		l := &lines[i]
		if l.kind == blank || l.kind == link {
			continue
		}
		title, before := above[0], above[1]
		if l.kind == dated && before != nil && before.kind == body && title.kind == heading && title.words >= minHeadline && !isPerson(title.raw) {
			return true
		}
		above = [2]*line{l, above[0]}
	}
	return false
}

// minDecked is how many headlines must have a deck for all to be taken to have one.
const minDecked = 2

// isDeckedThroughout reports whether two headings precede each dated line below headings, the
// second of which is a deck.
func isDeckedThroughout(lines []line) bool {
	var above [3]*line // the non-blank lines above, the nearest first
	found := 0
	for i := range lines {
		l := &lines[i]
		if l.kind == blank || l.kind == link {
			continue
		}
		if l.kind == dated && above[0] != nil && above[0].kind == heading {
			deck, title := above[0], above[1]
			if title == nil || title.kind != heading || deck.words < minHeadline || title.words >= deck.words || isOutlet(text.OneLine(title.raw)) || above[2] != nil && above[2].kind == heading {
				return false
			}
			found++
		}
		above = [3]*line{l, above[0], above[1]}
	}
	return found >= minDecked
}

// beginsDecked reports whether a page begins with headline, deck, metadata and paragraph; its
// other articles will then do too.
func beginsDecked(lines []line) bool {
	var top []*line
	for i := range lines {
		l := &lines[i]
		switch {
		case l.kind == blank, l.kind == link:
		case len(top) < 2 && l.kind == heading:
			top = append(top, l)
		case len(top) == 2 && l.isMeta():
			title, deck := text.OneLine(top[0].raw), top[1]
			isName := nameShape(title) && (top[0].words < minHeadline-1 || top[0].words < minHeadline && !text.IsArabic(title))
			isSite := isOutlet(title) || isName
			return !isSite && deck.words >= max(minHeadline, top[0].words/2) && text.SameWords(title) != text.SameWords(deck.raw)
		default:
			return false
		}
	}
	return false
}
