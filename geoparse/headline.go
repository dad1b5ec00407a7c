package geoparse

import "strings"

// line is a line of the text as a stretch of tokens.
type line struct {
	first, after int
	headline     bool // most of its words have a capital
}

// minHeadlineWords is how many words a line needs before its capitals are
// counted.
const minHeadlineWords = 4

// readLines cuts the tokens into lines.
func (p *parse) readLines() {
	start := 0
	for i := range p.tokens {
		if i+1 == len(p.tokens) || strings.ContainsAny(p.gap(i), "\n\r") {
			p.lines = append(p.lines, p.newLine(start, i+1))
			start = i + 1
		}
	}
}

// newLine decides whether a line is written like a headline: of the words that
// are not names' usual small companions at least four fifths have a capital.
func (p *parse) newLine(first, after int) line {
	words, capitals := 0, 0
	for i := first; i < after; i++ {
		t := &p.tokens[i]
		if len(t.text) < 4 && t.shape == lower || t.shape == number || t.shape == arabic {
			continue
		}
		words++
		if t.shape.upperCase() {
			capitals++
		}
	}
	return line{first: first, after: after, headline: !p.endsInStop(after) && words >= minHeadlineWords && capitals*5 >= words*4}
}

// endsInStop reports whether a full stop follows the line that ends before token
// after, as it does in no headline.
func (p *parse) endsInStop(after int) bool {
	return strings.HasPrefix(p.text[p.tokens[after-1].end:], ".")
}

// lineOf returns the line that holds token i.
func (p *parse) lineOf(i int) line {
	lo, hi := 0, len(p.lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.lines[mid].after > i {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return p.lines[lo]
}
