package geoparse

import (
	"dateline/gazetteer"
	"dateline/geo"
)

// isStretch reports whether what lies between two places is a place itself.
func (p *parse) isStretch(a, b *gazetteer.Place) bool {
	return !a.Kind.IsCountry() && !b.Kind.IsCountry() && a.ID != b.ID && geo.Distance(a.Point, b.Point) <= maxStretchKm
}

// borderPhrase reads "the Syrian-Turkish border", "the border between Syria and
// Iraq", "Syria's border with Turkey", "the Turkish border", and the like in
// Arabic, whose first country is name i.
func (p *parse) borderPhrase(i int) (phrase, bool) {
	if !p.taken(i).Kind.IsCountry() {
		return phrase{}, false
	}
	s := &p.spots[i]
	before := p.borderBefore(i)
	if i+1 < len(p.spots) && p.anchors(i+1) && p.bothCountries(i, i+1) {
		second := &p.spots[i+1]
		at, noun := p.routeAfter(second.last)
		switch {
		case isDash(p.between(i)) && noun == "border":
			return p.border(s.first, at, i, i+1), true
		case before >= 0 && (isDash(p.between(i)) || second.first <= s.last+maxBorderWords+1 && p.linksEnds(i)):
			return p.border(before, second.last, i, i+1), true
		}
		if at := s.last + 1; at < len(p.tokens) && p.onlyPossessive(s.last) && p.routeAt(at) == "border" && at+1 < len(p.tokens) && p.tokens[at+1].fold == "with" && second.first <= at+3 {
			return p.border(s.first, second.last, i, i+1), true
		}
	}
	return p.borderOfOne(i, before)
}

// borderBefore returns the word for a border that stands before name i, -1 for
// none: "the border between", الحدود مع.
func (p *parse) borderBefore(i int) int {
	first := p.spots[i].first
	at := first - 1
	for steps := 0; at > 0 && steps < 3 && !p.breaks(at) && p.routeAt(at) == ""; steps++ {
		switch p.tokens[at].base {
		case "the", "of", "between", "with", "separating", "بين", "مع", "حدودي":
			at--
		default:
			return -1
		}
	}
	if at < 0 || p.breaks(at) || p.routeAt(at) != "border" && !p.isBorderStrip(at) {
		return -1
	}
	if p.tokens[at].shape != arabic && (at+1 == first || p.tokens[at+1].fold == "the") {
		return -1 // "borders Iraq"
	}
	return at
}

// maxBorderWords is how many words may stand between the two countries of a
// border.
const maxBorderWords = 2

// isBorderStrip reports whether token i is the شريط of شريط حدودي.
func (p *parse) isBorderStrip(i int) bool {
	return p.tokens[i].base == "شريط" && i+1 < len(p.tokens) && p.tokens[i+1].base == "حدودي"
}

func (p *parse) bothCountries(i, j int) bool {
	a, b := p.taken(i), p.taken(j)
	return a.Kind.IsCountry() && b.Kind.IsCountry() && a.ID != b.ID
}

func (p *parse) border(first, last, i, j int) phrase {
	return phrase{first: first, last: last, kind: Border, anchors: []int{i, j}, tree: OpBorder.of(placeTree(p.taken(i)), placeTree(p.taken(j)))}
}

// borderOfOne reads "the Turkish border" and "the border with Turkey": that
// with the country which the text speaks of most.
func (p *parse) borderOfOne(i, before int) (phrase, bool) {
	s := &p.spots[i]
	first, last := before, s.last
	if before < 0 {
		at := s.last + 1
		if at >= len(p.tokens) || p.breaks(s.last) || p.routeAt(at) != "border" {
			return phrase{}, false
		}
		first, last = s.first, at
	}
	other := p.otherCountry(p.taken(i))
	if other == nil {
		return phrase{}, false
	}
	tree := OpBorder.of(placeTree(other), placeTree(p.taken(i)))
	return phrase{first: first, last: last, kind: Border, anchors: []int{i}, tree: tree}, true
}

// otherCountry returns the country that the text speaks of most, if that is
// another one than a given one; else nil.
func (p *parse) otherCountry(not *gazetteer.Place) *gazetteer.Place {
	main, ok := p.mainCountry()
	if !ok || main.Country == not.Country || p.support[main.Country] < supportEnough {
		return nil
	}
	return &main
}
