package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// distance is a length as the text gives it.
type distance struct {
	km       float64
	spreadKm float64 // half of a range: 2.5 of "10 to 15 km"
	level    string  // levelAbout when it was not measured
	first    int     // token that it begins with
}

// maxDistanceKm is what a distance from a place is at most; more is another
// figure.
const maxDistanceKm = 3000

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
	at := p.beforeFillers(h.first - 1)
	if at < 2 || p.breaks(at) || p.tokens[at].fold != "around" || p.words[at-1]&isExtent == 0 {
		return false
	}
	for at -= 2; at > 0 && !p.isUnit(at) && p.tokens[at].shape == lower && h.first-at < maxExtentWords && p.words[at]&isStop == 0; at-- {
	}
	if !p.distanceUpTo(w, at) {
		return false
	}
	w.level = levelWithin
	return true
}

// maxExtentWords is how far before the name the distance of a zone may end.
const maxExtentWords = 8

// maxLinkedDistance is how many words may stand between a distance and its
// direction: "43 km away to the north of".
const maxLinkedDistance = 8

// distanceUpTo takes the distance that ends at token at or few words before,
// and reports whether there is one. Of "9 miles (14 km)" it takes the one in
// kilometres.
func (p *parse) distanceUpTo(w *areaWords, at int) bool {
	for least := max(0, w.first-maxLinkedDistance); at > least && p.isDistanceLink(at); at-- {
	}
	d, ok := p.distanceAt(at)
	if !ok {
		return false
	}
	if other, ok := p.distanceAt(d.first - 1); ok && strings.Contains(p.gap(d.first-1), "(") {
		if p.isMetric(d.first - 1) {
			d = other
		}
		d.first, d.level = other.first, other.level
	}
	w.km, w.spreadKm, w.level, w.first = roundKm(d.km), roundKm(d.spreadKm), d.level, d.first
	return true
}

// isDistanceLink reports whether token i may stand between a distance and a
// direction: "43 km to the north of".
func (p *parse) isDistanceLink(i int) bool {
	switch p.tokens[i].fold {
	case "to", "the", "due", "just", "away", "الي":
		return true
	}
	return false
}

// distanceAt reads the distance whose unit is token at: "2.5 km", "27-32 km",
// "35km", "twenty-five miles", "half a mile", "400 m", كيلومترين.
func (p *parse) distanceAt(at int) (distance, bool) {
	if at < 0 {
		return distance{}, false
	}
	if digits, unit := p.numberWithUnit(at); unit != "" {
		amount, ok := parseNumber(digits)
		return p.ranged(at, amount, p.lex.units[unit], ok)
	}
	if two := p.lex.duals[p.tokens[at].fold]; two > 0 {
		return p.ranged(at, 1, two, true)
	}
	if v, isNumber := p.numberWord(at); isNumber && v <= 1 && p.tokens[at].shape == arabic && at > 0 && p.unitKm(at-1) > 0 {
		return p.unitAndPart(at, v)
	}
	scale := p.unitKm(at)
	if scale == 0 {
		return distance{}, false
	}
	if at > 0 && (p.isNautical(at) || p.isNautical(at-1)) {
		at--
	}
	amount, first, ok := p.amount(at - 1)
	return p.ranged(first, amount, scale, ok)
}

// unitAndPart reads كيلومتر واحد and, with a part of the unit behind it,
// خمسة كيلومترات ونصف.
func (p *parse) unitAndPart(at int, v float64) (distance, bool) {
	d, ok := p.distanceAt(at - 1)
	if ok && v < 1 {
		d.km += v * p.unitKm(at-1)
	}
	return d, ok
}

// ranged makes a distance of an amount that begins at token first, with the
// lower end of a range and the word that makes it vague before it: "20-25",
// "10 to 15", "about 5".
func (p *parse) ranged(first int, amount, scale float64, ok bool) (distance, bool) {
	if !ok {
		return distance{}, false
	}
	d := distance{km: amount * scale, first: first}
	if lowest, from, isRange := p.rangeBefore(first, amount); isRange {
		d.km, d.spreadKm, d.first = scale*(lowest+amount)/2, scale*(amount-lowest)/2, from
	}
	for at := d.first - 1; d.level == "" && at <= first+1; at++ {
		d.level = p.vague(at)
	}
	return d, d.km > 0 && d.km < maxDistanceKm
}

// rangeBefore reads the lower end of a range whose upper end begins at token
// first.
func (p *parse) rangeBefore(first int, upper float64) (lowest float64, from int, ok bool) {
	at := first - 1
	if at < 0 {
		return 0, 0, false
	}
	if lowest, from, ok = p.lowerEnd(first); ok {
		return lowest, from, lowest < upper
	}
	switch gap := strings.TrimSpace(p.gap(at)); gap {
	case "-", "–", "‑", "—":
	case "":
		if at == 0 || p.lex.amounts[p.tokens[at].fold] != "to" || p.breaks(at-1) {
			return 0, 0, false
		}
		at--
	default:
		return 0, 0, false
	}
	lowest, from, ok = p.amount(at)
	return lowest, from, ok && lowest < upper
}

// lowerEnd reads "between 10 and" before the upper end of a range, and ما بين 5
// before one that has و written to it.
func (p *parse) lowerEnd(upper int) (lowest float64, from int, ok bool) {
	at := upper - 1
	if p.tokens[at].fold == "and" {
		at--
	} else if withoutAnd(p.tokens[upper].text) == p.tokens[upper].text {
		return 0, 0, false
	}
	lowest, from, ok = p.amount(at)
	if !ok || from == 0 || p.lex.amounts[p.tokens[from-1].fold] != "between" {
		return 0, 0, false
	}
	return lowest, from - 1, true
}

// numberWithUnit parts "35km" into its number and its unit.
func (p *parse) numberWithUnit(i int) (digits, unit string) {
	t := &p.tokens[i]
	if t.shape != number {
		return "", ""
	}
	end := numberEnd(t.text, 0)
	if unit := gazetteer.FoldWord(t.text[end:]); p.lex.units[unit] > 0 {
		return t.text[:end], unit
	}
	return "", ""
}
