package geoparse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/coordinates"
)

// GivenCoordinates is the kind of a place that a text gives by its coordinates.
const GivenCoordinates gazetteer.Kind = "coordinates"

// How sure coordinates are the position that they seem to be.
const (
	explicitPosition = 0.97 // with hemispheres, or a grid reference
	cuedPosition     = 0.9  // two numbers that the words around call a position
)

// Digits from which numbers are exact enough to be a position.
const (
	gridDigits    = 4  // of an easting: 10 m
	cuedDigits    = 2  // behind the point, where the text speaks of coordinates
	bareDigits    = 4  // where nothing but a bracket or a colon stands before
	prefixDigits  = 3  // behind a preposition
	positionWords = 6  // how far before them a word for coordinates may stand
	figuresWords  = 12 // how far from them a word for figures may stand
)

// positions returns the coordinates that the text gives as mentions, in order.
func (p *parse) positions() []Mention {
	var found []Mention
	end := 0
	for i := range p.tokens {
		t := &p.tokens[i]
		p.step(1)
		if t.start < end || !p.mayBePosition(i) {
			continue
		}
		start := t.start - p.signBefore(t.start)
		position, ok := coordinates.At(p.text[start:])
		if !ok {
			continue
		}
		confidence := p.positionConfidence(i, start, &position)
		if confidence == 0 {
			continue
		}
		end = start + position.Bytes
		found = append(found, p.positionMention(start, end, confidence, &position))
	}
	return found
}

func (p *parse) positionMention(start, end int, confidence float64, position *coordinates.Position) Mention {
	lon, lat := position.Point[0], position.Point[1]
	place := gazetteer.Place{
		ID: fmt.Sprintf("pt%.5f_%.5f", lat, lon), Name: fmt.Sprintf("%.5f, %.5f", lat, lon),
		Kind: GivenCoordinates, Point: position.Point, Source: "the text",
	}
	return Mention{
		Span: p.runeSpan(start, end), Phrase: p.in.Text[start:end], Sentence: p.sentenceOf(start).span, Role: RolePlace,
		Place: &place, Precision: Site, Confidence: confidence, Reason: "coordinates that the text gives", When: p.whenAt(start),
	}
}

// mayBePosition is a quick look at whether coordinates may begin with token i.
func (p *parse) mayBePosition(i int) bool {
	t := &p.tokens[i]
	if t.fold == "n" || t.fold == "s" || t.fold == "north" || t.fold == "south" {
		return i+1 < len(p.tokens) && p.tokens[i+1].shape == number
	}
	if t.shape != number {
		return p.lex.position[t.base]
	}
	if i+1 < len(p.tokens) && p.tokens[i+1].shape == number && t.end-t.start <= 3 { // 34 12.5N 35 20.1E
		return true
	}
	if strings.ContainsAny(t.text, ".٫") || strings.ContainsFunc(t.text, unicode.IsUpper) {
		return true
	}
	after := strings.TrimLeft(p.text[t.end:], " \u00a0")
	if isCapitalised(after) && !strings.HasPrefix(after, "North") && !strings.HasPrefix(after, "South") && !strings.HasPrefix(after, "Deg") {
		return false // 12 Syrian soldiers
	}
	next, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune("°º˚NSnsd", next) || next >= 'A' && next <= 'Z' || next == 'ش' || next == 'ج' || next == 'د'
}

// isCapitalised reports whether a text begins with a capital and a small letter of
// ASCII.
func isCapitalised(text string) bool {
	return len(text) > 1 && 'A' <= text[0] && text[0] <= 'Z' && 'a' <= text[1] && text[1] <= 'z'
}

// signBefore returns how many bytes a minus before byte at takes, 0 where there
// is none: a hyphen in a word is none.
func (p *parse) signBefore(at int) int {
	r, w := utf8.DecodeLastRuneInString(p.text[:at])
	if r != '-' && r != '−' && r != '+' {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(p.text[:at-w]); at > w && startsWord(before) {
		return 0
	}
	return w
}

// positionConfidence says how surely what token i begins is a position, 0 when
// it is none. Two numbers alone may be prices, rates or scores.
func (p *parse) positionConfidence(i, start int, position *coordinates.Position) float64 {
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
	if cued && position.Digits >= cuedDigits || !p.hasFigures(i) && p.standsAlone(i, start, position) {
		return cuedPosition
	}
	return 0
}

// isPositionCued reports whether a word for coordinates stands shortly before
// token i, in its sentence.
func (p *parse) isPositionCued(i int) bool {
	sentence := p.sentenceOf(p.tokens[i].start)
	for at := i - 1; at >= 0 && i-at <= positionWords && p.tokens[at].start >= sentence.start; at-- {
		if p.lex.position[p.tokens[at].base] {
			return true
		}
	}
	return false
}

// hasFigures reports whether the words around token i, in its sentence, speak
// of money, rates or scores.
func (p *parse) hasFigures(i int) bool {
	sentence := p.sentenceOf(p.tokens[i].start)
	for k := max(0, i-figuresWords); k < min(len(p.tokens), i+figuresWords); k++ {
		if t := &p.tokens[k]; t.start >= sentence.start && t.start < sentence.end && p.lex.figures[t.base] {
			return true
		}
	}
	return false
}

// standsAlone reports whether two numbers stand where a position does: in
// brackets, behind a colon, alone on a line, or behind a preposition and before
// a stop, and not before what they count.
func (p *parse) standsAlone(i, start int, position *coordinates.Position) bool {
	before := strings.TrimRight(p.text[:start], " \u00a0")
	after := strings.TrimLeft(p.text[start+position.Bytes:], " \u00a0")
	if r, _ := utf8.DecodeRuneInString(after); startsWord(r) || strings.ContainsRune("%$€£", r) && r != utf8.RuneError {
		return false
	}
	if before == "" || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") {
		return position.Digits >= bareDigits
	}
	return position.Digits >= prefixDigits && i > 0 && p.words[i-1]&isPreposition != 0
}

// withPositions puts positions among mentions in the order of the text, in the
// place of names that they hold: E of 37S EU 07911 83204.
func withPositions(mentions, positions []Mention) []Mention {
	if len(positions) == 0 {
		return mentions
	}
	all := make([]Mention, 0, len(mentions)+len(positions))
	for _, m := range mentions {
		for len(positions) > 0 && positions[0].End <= m.Start {
			all, positions = append(all, positions[0]), positions[1:]
		}
		if len(positions) == 0 || !positions[0].Overlaps(m.Span) {
			all = append(all, m)
		}
	}
	return append(all, positions...)
}
