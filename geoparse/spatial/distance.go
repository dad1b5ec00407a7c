package spatial

import (
	"strings"

	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// distance is a distance as given in the text.
type distance struct {
	km       float64
	spreadKm float64 // half the width of a range: 2.5 for "10 to 15 km"
	level    string  // levelAbout if it is approximate
	first    int     // its first token
}

// maxDistanceKm is the maximum distance from a place; a larger figure means something else.
const maxDistanceKm = 3000

// distanceBefore parses "43 kilometers (26 miles)" before the directions.
func (r *expressionReader) distanceBefore(w *areaWords) {
	if len(w.bearings) == 0 || w.noun != "" {
		return
	}
	r.distanceUpTo(w, w.first-1)
}

// distanceFrom parses "30 km from" and "within 10 km of" before a name.
func (r *expressionReader) distanceFrom(w *areaWords, at int, h head) {
	link := at + 1
	if r.Tokens[at].Fold == "away" {
		at--
	}
	if r.Tokens[link].Fold != "from" && r.Tokens[link].Fold != "of" || !r.distanceUpTo(w, at) {
		return
	}
	before := w.first - 1
	switch {
	case before >= 0 && (r.Tokens[before].Fold == "within" || r.Tokens[before].Fold == "around" && r.Tokens[link].Fold == "of"):
		w.level, w.first = expr.Within, before
	case r.Tokens[link].Fold == "of":
		w.km, w.first = 0, h.first // "10 km of road"
	default:
		w.level = expr.At
	}
}

// zoneBefore parses "a 55 km zone around" and "a 10-kilometre security belt around the city of"
// before a name; false if there is none.
func (r *expressionReader) zoneBefore(w *areaWords, h head) bool {
	at := r.beforeFillers(h.first - 1)
	if at < 2 || r.Breaks(at) || r.Tokens[at].Fold != "around" || r.Words[at-1]&lexicon.Extent == 0 {
		return false
	}
	for at -= 2; at > 0 && !r.IsUnit(at) && r.Tokens[at].Shape == token.Lower && h.first-at < maxExtentWords && r.Words[at]&lexicon.Stop == 0; at-- {
	}
	if !r.distanceUpTo(w, at) {
		return false
	}
	w.level = expr.Within
	return true
}

// maxExtentWords is how many words may separate the distance of a zone from the name.
const maxExtentWords = 8

// maxLinkedDistance is how many words may separate a distance and its direction: "43 km away to
// the north of".
const maxLinkedDistance = 8

// distanceUpTo takes the distance that ends at token at or a few words before; false if there is
// none. For "9 miles (14 km)" it takes the one in kilometres.
func (r *expressionReader) distanceUpTo(w *areaWords, at int) bool {
	for least := max(0, w.first-maxLinkedDistance); at > least && r.isDistanceLink(at); at-- {
	}
	d, ok := r.distanceAt(at)
	if !ok {
		return false
	}
	if other, ok := r.distanceAt(d.first - 1); ok && strings.Contains(r.Gap(d.first-1), "(") {
		if r.IsMetric(d.first - 1) {
			d = other
		}
		d.first, d.level = other.first, other.level
	}
	w.km, w.spreadKm, w.level, w.first = roundKm(d.km), roundKm(d.spreadKm), d.level, d.first
	return true
}

// isDistanceLink reports whether token i may separate a distance and a direction: "43 km to the
// north of".
func (r *expressionReader) isDistanceLink(i int) bool {
	return r.Lex.DistanceLinks[r.Tokens[i].Fold]
}

// distanceAt parses the distance whose unit is token at: "2.5 km", "27-32 km", "35km",
// "twenty-five miles", "half a mile", "400 m", كيلومترين.
func (r *expressionReader) distanceAt(at int) (distance, bool) {
	if at < 0 {
		return distance{}, false
	}
	if digits, unit := r.NumberWithUnit(at); unit != "" {
		amount, ok := token.ParseNumber(digits)
		return r.ranged(at, amount, r.Lex.Units[unit], ok)
	}
	if two := r.Lex.Duals[r.Tokens[at].Fold]; two > 0 {
		return r.ranged(at, 1, two, true)
	}
	if v, isNumber := r.numberWord(at); isNumber && v <= 1 && r.Tokens[at].Shape == token.Arabic && at > 0 && r.UnitKm(at-1) > 0 {
		return r.unitAndPart(at, v)
	}
	scale := r.UnitKm(at)
	if scale == 0 {
		return distance{}, false
	}
	if at > 0 && (r.IsNautical(at) || r.IsNautical(at-1)) {
		at--
	}
	amount, first, ok := r.amount(at - 1)
	return r.ranged(first, amount, scale, ok)
}

// unitAndPart parses كيلومتر واحد, and خمسة كيلومترات ونصف with its fraction after the unit.
func (r *expressionReader) unitAndPart(at int, v float64) (distance, bool) {
	d, ok := r.distanceAt(at - 1)
	if ok && v < 1 {
		d.km += v * r.UnitKm(at-1)
	}
	return d, ok
}

// ranged completes an amount that begins at token first by the lower end of a range and a
// qualifier before it: "20-25", "10 to 15", "about 5".
func (r *expressionReader) ranged(first int, amount, scale float64, ok bool) (distance, bool) {
	if !ok {
		return distance{}, false
	}
	d := distance{km: amount * scale, first: first}
	if lowest, from, isRange := r.rangeBefore(first, amount); isRange {
		d.km, d.spreadKm, d.first = scale*(lowest+amount)/2, scale*(amount-lowest)/2, from
	}
	for at := d.first - 1; d.level == "" && at <= first+1; at++ {
		d.level = r.vague(at)
	}
	return d, d.km > 0 && d.km < maxDistanceKm
}

// rangeBefore parses the lower end of a range whose upper end begins at token first.
func (r *expressionReader) rangeBefore(first int, upper float64) (lowest float64, from int, ok bool) {
	at := first - 1
	if at < 0 {
		return 0, 0, false
	}
	if lowest, from, ok = r.lowerEnd(first); ok {
		return lowest, from, lowest < upper
	}
	switch gap := strings.TrimSpace(r.Gap(at)); gap {
	case "-", "–", "‑", "—":
	case "":
		if at == 0 || r.Lex.Amounts[r.Tokens[at].Fold] != "to" || r.Breaks(at-1) {
			return 0, 0, false
		}
		at--
	default:
		return 0, 0, false
	}
	lowest, from, ok = r.amount(at)
	return lowest, from, ok && lowest < upper
}

// lowerEnd parses "between 10 and" before the upper end of a range, and ما بين 5 before an upper
// end with the proclitic و.
func (r *expressionReader) lowerEnd(upper int) (lowest float64, from int, ok bool) {
	at := upper - 1
	if r.Tokens[at].Fold == "and" {
		at--
	} else if token.WithoutAnd(r.Tokens[upper].Text) == r.Tokens[upper].Text {
		return 0, 0, false
	}
	lowest, from, ok = r.amount(at)
	if !ok || from == 0 || r.Lex.Amounts[r.Tokens[from-1].Fold] != "between" {
		return 0, 0, false
	}
	return lowest, from - 1, true
}
