package geoparse

import (
	"math"
	"strconv"
	"strings"
)

// distanceBefore reads "43 kilometers (26 miles)" before the directions.
func (p *parse) distanceBefore(w *areaWords) {
	if len(w.bearings) == 0 || w.noun != "" {
		return
	}
	p.distanceUpTo(w, w.first-1)
}

// distanceFrom reads "30 km from" and "within 10 km of" before a name.
func (p *parse) distanceFrom(w *areaWords, at int, h head) {
	link := at + 1
	if p.tokens[at].fold == "away" {
		at--
	}
	if p.tokens[link].fold != "from" && p.tokens[link].fold != "of" || !p.distanceUpTo(w, at) {
		return
	}
	before := w.first - 1
	switch {
	case before >= 0 && (p.tokens[before].fold == "within" || p.tokens[before].fold == "around" && p.tokens[link].fold == "of"):
		w.level, w.first = levelWithin, before
	case p.tokens[link].fold == "of":
		w.km, w.first = 0, h.first // "10 km of road"
	default:
		w.level = levelAt
	}
}

// zoneBefore reads "a 55 km zone around" and "a 10-kilometre security belt
// around the city of" before a name, and reports whether that stands there.
func (p *parse) zoneBefore(w *areaWords, h head) bool {
	at := h.first - 1
	for at > 0 && !p.breaks(at) && p.tokens[at].fold != "around" && p.isFiller(at) {
		at--
	}
	if at < 2 || p.breaks(at) || p.tokens[at].fold != "around" || p.words[at-1]&isExtent == 0 {
		return false
	}
	for at -= 2; at > 0 && p.unitKm(at) == 0 && p.tokens[at].shape == lower && h.first-at < maxExtentWords && p.words[at]&isStop == 0; at-- {
	}
	if !p.distanceUpTo(w, at) {
		return false
	}
	w.level = levelWithin
	return true
}

// maxExtentWords is how far before the name the distance of a zone may end.
const maxExtentWords = 8

// distanceUpTo reads a distance that ends at token at or few words before, and
// reports whether there is one.
func (p *parse) distanceUpTo(w *areaWords, at int) bool {
	for ; at > 0 && at >= w.first-8; at-- {
		if km, ok := p.amountAndUnit(at); ok {
			w.km, w.first, w.level = km, at, p.vague(at-1)
			return true
		}
		scale := p.unitKm(at)
		if scale == 0 {
			if !p.isDistancePart(at) {
				return w.km > 0
			}
			continue
		}
		km, ok := p.amount(at - 1)
		if !ok {
			return w.km > 0
		}
		if w.km == 0 || scale == 1 {
			w.km = math.Round(10*km*scale) / 10
		}
		w.first = at - 1
		if at > 1 && p.tokens[at-2].fold == "a" && p.lex.lengths[p.tokens[at-1].fold] == "few" {
			w.first--
		}
		w.level = p.vague(at - 2)
		at--
	}
	return w.km > 0
}

// amountAndUnit reads "35km".
func (p *parse) amountAndUnit(i int) (km float64, ok bool) {
	digits, written := strings.CutSuffix(p.tokens[i].fold, "km")
	if !written {
		return 0, false
	}
	km, err := strconv.ParseFloat(digits, 64)
	return km, err == nil && km > 0 && km < 3000
}

// few is how many "a few" are.
const few = 3

// amount reads the number at token i.
func (p *parse) amount(i int) (float64, bool) {
	word := p.lex.lengths[p.tokens[i].fold]
	if word == "few" {
		return few, true
	}
	digits, isWord := strings.CutPrefix(word, "#")
	if !isWord {
		digits = latinDigits(p.tokens[i].text)
	}
	km, err := strconv.ParseFloat(digits, 64)
	return km, err == nil && km > 0 && km < 3000
}

// latinDigits writes Arabic-Indic digits as 0 to 9.
func latinDigits(s string) string {
	out := []rune(s)
	for i, r := range out {
		if '٠' <= r && r <= '٩' {
			out[i] = '0' + r - '٠'
		}
	}
	return string(out)
}

// vague is the level of a distance that a word before it makes vague.
func (p *parse) vague(i int) string {
	if i >= 0 && p.lex.lengths[p.tokens[i].fold] == "about" || p.lex.lengths[p.tokens[i+1].fold] == "few" {
		return levelAbout
	}
	return ""
}

// isDistancePart reports whether token i may stand between a distance and a
// direction: "43 km to the north of".
func (p *parse) isDistancePart(i int) bool {
	switch p.tokens[i].fold {
	case "to", "the", "due", "just", "away", "الي":
		return true
	}
	return false
}

// unitKm is the length of the unit at token i, 0 when it is none.
func (p *parse) unitKm(i int) float64 {
	km, err := strconv.ParseFloat(p.lex.lengths[p.tokens[i].fold], 64)
	if err != nil {
		return 0
	}
	return km
}
