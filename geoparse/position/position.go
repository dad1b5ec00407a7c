// Package position finds positions in running text: coordinates (geoparse/coordinates) in a
// context that does not suggest prices or scores.
package position

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"dateline/geoparse/coordinates"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// Confidence of positions by their form.
const (
	explicitPosition = 0.97 // with hemispheres, or a grid reference
	cuedPosition     = 0.9  // two numbers with a word for coordinates nearby
)

// Digits that make two numbers precise enough to be a position.
const (
	gridDigits    = 4  // of an easting: 10 m
	bareDigits    = 4  // after only a bracket or colon
	prefixDigits  = 3  // after a preposition
	positionWords = 6  // distance to a word for coordinates before them
	figuresWords  = 12 // distance to a word for money, rates or scores
)

// Match is a position in a text.
type Match struct {
	Start, End int // bytes
	Point      orb.Point
	Confidence float64 // 0..1 that it is a position
}

// In returns the positions in a text, in order.
func In(text *token.Text) []Match {
	p := reader{text}
	var found []Match
	end := 0
	for i := range p.Tokens {
		t := &p.Tokens[i]
		p.Step(1)
		if t.Start < end || !p.mayBePosition(i) {
			continue
		}
		start := t.Start - p.signBefore(t.Start)
		position, ok := coordinates.At(p.Source[start:])
		if !ok {
			continue
		}
		if confidence := p.confidence(i, start, &position); confidence > 0 {
			end = start + position.Bytes
			found = append(found, Match{Start: start, End: end, Point: position.Point, Confidence: confidence})
		}
	}
	return found
}

// reader finds positions in a text.
type reader struct{ *token.Text }

// mayBePosition quickly excludes tokens at which no coordinates begin.
func (p reader) mayBePosition(i int) bool {
	t := &p.Tokens[i]
	if t.Fold == "n" || t.Fold == "s" || t.Fold == "north" || t.Fold == "south" {
		return i+1 < len(p.Tokens) && p.Tokens[i+1].Shape == token.Number
	}
	if t.Shape != token.Number {
		return t.Position || hasHemisphereBefore(t.Text)
	}
	if i+1 < len(p.Tokens) && p.Tokens[i+1].Shape == token.Number && t.End-t.Start <= 3 { // 34 12.5N 35 20.1E
		return true
	}
	if strings.ContainsAny(t.Text, ".٫º") || strings.ContainsFunc(t.Text, unicode.IsUpper) {
		return true
	}
	return coordinates.GoesOn(p.Source[t.End:])
}

// hasHemisphereBefore reports whether a word is a hemisphere and degrees: the N35 of N35.1320.
func hasHemisphereBefore(word string) bool {
	return len(word) > 2 && (word[0] == 'N' || word[0] == 'S') && isDigit(word[1]) && isDigit(word[2])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// signBefore returns the size of a minus sign before byte at; 0 if there is none. A hyphen in a
// word does not count.
func (p reader) signBefore(at int) int {
	r, w := utf8.DecodeLastRuneInString(p.Source[:at])
	if r != '-' && r != '−' && r != '+' {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(p.Source[:at-w]); at > w && token.StartsWord(before) {
		return 0
	}
	return w
}

// confidence returns the confidence of a position at token i, 0 if it is none. Two numbers alone
// may be prices, rates or scores.
func (p reader) confidence(i, start int, position *coordinates.Position) float64 {
	cued := p.isPositionCued(i)
	switch position.Form {
	case coordinates.Angles:
		return explicitPosition
	case coordinates.Grid:
		if cued || position.Digits >= gridDigits {
			return explicitPosition
		}
		return 0
	}
	if cued || position.Digits >= bareDigits && p.isCuedAfter(start+position.Bytes) || !p.hasFigures(i) && p.standsAlone(i, start, position) {
		return cuedPosition
	}
	return 0
}

// isPositionCued reports whether a word for coordinates occurs shortly before token i in its
// sentence.
func (p reader) isPositionCued(i int) bool {
	sentence := p.SentenceOf(p.Tokens[i].Start)
	for at := i - 1; at >= 0 && i-at <= positionWords && p.Tokens[at].Start >= sentence.Start; at-- {
		if p.Tokens[at].Position {
			return true
		}
	}
	return false
}

// isCuedAfter reports whether a word for coordinates occurs shortly after byte at in its
// sentence.
func (p reader) isCuedAfter(at int) bool {
	sentence, from := p.SentenceOf(at-1), p.TokenFrom(at)
	for i := from; i < min(len(p.Tokens), from+positionWords) && p.Tokens[i].Start < sentence.End; i++ {
		if p.Tokens[i].Position {
			return true
		}
	}
	return false
}

// isBeforePreposition reports whether a preposition of place or time follows byte at, rather
// than a counted noun: "at 33.5138, 36.2765 at dawn".
func (p reader) isBeforePreposition(at int) bool {
	i := p.TokenFrom(at)
	return i < len(p.Tokens) && p.Words[i]&lexicon.Preposition != 0
}

// hasFigures reports whether words around token i, in its sentence, are about money, rates or
// scores.
func (p reader) hasFigures(i int) bool {
	sentence := p.SentenceOf(p.Tokens[i].Start)
	for k := max(0, i-figuresWords); k < min(len(p.Tokens), i+figuresWords); k++ {
		if t := &p.Tokens[k]; t.Start >= sentence.Start && t.Start < sentence.End && p.Lex.Figures[t.Base] {
			return true
		}
	}
	return false
}

// standsAlone reports whether two numbers are set off as a position: in brackets, after a colon,
// alone on a line, or after a preposition and before punctuation; and do not count anything.
func (p reader) standsAlone(i, start int, position *coordinates.Position) bool {
	before := strings.TrimRight(p.Source[:start], " \u00a0")
	after := strings.TrimLeft(p.Source[start+position.Bytes:], " \u00a0")
	if r, _ := utf8.DecodeRuneInString(after); token.StartsWord(r) && !(position.Digits >= bareDigits && p.isBeforePreposition(start+position.Bytes)) || strings.ContainsRune("%$€£", r) && r != utf8.RuneError {
		return false
	}
	if before == "" || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") {
		return position.Digits >= bareDigits
	}
	return position.Digits >= prefixDigits && i > 0 && p.Words[i-1]&lexicon.Preposition != 0
}
