package geoparse

import (
	"dateline/gazetteer"
	"dateline/geo"
)

// linePhrase reads an expression for a line whose first place is name i.
func (p *parse) linePhrase(i int) (phrase, bool) {
	for _, read := range [...]func(int) (phrase, bool){
		p.namedRoad, p.routeOfList, p.pairRoute, p.routeBetween, p.stretch,
	} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	return phrase{}, false
}

// namedRoad reads "M5 highway".
func (p *parse) namedRoad(i int) (phrase, bool) {
	if !p.isRoad(i) {
		return phrase{}, false
	}
	s := &p.spots[i]
	f := phrase{first: s.first, last: s.last, kind: RoadFront, anchors: []int{i}, noun: "road"}
	if p.routeAt(s.last+1) == "road" && !p.breaks(s.last) {
		f.last++
	}
	return f, true
}

// routeAt returns what the route word at token i is, "" when it is none.
func (p *parse) routeAt(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.lex.routes[p.tokens[i].base]
}

// routeOfList reads "the axis of A, B and C" and محور أ و ب.
func (p *parse) routeOfList(i int) (phrase, bool) {
	at := p.spots[i].first - 1
	if at < 0 || p.breaks(at) {
		return phrase{}, false
	}
	for at > 0 && p.isFiller(at) && !p.breaks(at-1) {
		at--
	}
	noun := p.routeAt(at)
	if noun == "" || noun == "border" {
		return phrase{}, false
	}
	if p.tokens[at].shape != arabic && at == p.spots[i].first-1 {
		return phrase{}, false // "road Aleppo" is no phrase
	}
	items := p.list(i)
	if len(items) == 1 && p.tokens[at].shape == arabic {
		items = p.arabicPair(i)
	}
	return phrase{first: at, last: p.spots[items[len(items)-1]].last, kind: routeKind(noun), anchors: items, noun: noun}, true
}

// arabicPair returns name i and the one that follows it with nothing but a
// dash or و between: طريق تدمر دير الزور.
func (p *parse) arabicPair(i int) []int {
	if i+1 < len(p.spots) && p.anchors(i+1) && p.spots[i+1].first == p.spots[i].last+1 && isDash(p.between(i)) {
		return []int{i, i + 1}
	}
	return []int{i}
}

func routeKind(noun string) FrontKind {
	switch noun {
	case "axis":
		return Axis
	case "border":
		return Border
	}
	return RoadFront
}

// isFiller reports whether token i may stand between a word for a line or a
// region and the name: "of", "the", "province", "villages".
func (p *parse) isFiller(i int) bool {
	switch p.tokens[i].fold {
	case "of", "the", "in", "within", "for":
		return true
	}
	return p.words[i]&(isClass|isSpanClass) != 0 && p.lex.regions[p.tokens[i].base] == "" && p.lex.routes[p.tokens[i].base] == ""
}

// pairRoute reads "the A-B road", "A-B axis", "the Syrian-Turkish border".
func (p *parse) pairRoute(i int) (phrase, bool) {
	if i+1 >= len(p.spots) || !p.anchors(i+1) || !isDash(p.between(i)) {
		return phrase{}, false
	}
	at, noun := p.routeAfter(p.spots[i+1].last)
	if noun == "" {
		return p.arabicBorder(i)
	}
	f := phrase{first: p.spots[i].first, last: at, kind: routeKind(noun), anchors: []int{i, i + 1}, noun: noun}
	return f, noun != "border" || p.bothCountries(i, i+1)
}

func isDash(gap string) bool {
	switch gap {
	case "-", " - ", "–", " – ", "‐", "‑", "/", " ":
		return true
	}
	return false
}

// maxRouteWords is how many words may stand before the word for a route:
// "Hama-Aleppo international road".
const maxRouteWords = 2

func (p *parse) routeAfter(token int) (at int, noun string) {
	for at = token + 1; at <= token+1+maxRouteWords && at < len(p.tokens) && !p.breaks(at-1); at++ {
		if noun := p.routeAt(at); noun != "" {
			return at, noun
		}
	}
	return 0, ""
}

// arabicBorder reads الحدود السورية التركية.
func (p *parse) arabicBorder(i int) (phrase, bool) {
	at := p.spots[i].first - 1
	if at < 0 || p.breaks(at) || p.routeAt(at) != "border" || !p.bothCountries(i, i+1) {
		return phrase{}, false
	}
	return phrase{first: at, last: p.spots[i+1].last, kind: Border, anchors: []int{i, i + 1}, noun: "border"}, true
}

func (p *parse) bothCountries(i, j int) bool {
	a, b := p.taken(i), p.taken(j)
	return a.Kind.IsCountry() && b.Kind.IsCountry() && a.ID != b.ID
}

// routeBetween reads "the road between A and B", "a highway linking A with B",
// "the road from A to B" and الطريق بين أ و ب.
func (p *parse) routeBetween(i int) (phrase, bool) {
	at := p.spots[i].first - 1
	for steps := 0; at > 0 && p.isFiller(at) && !p.breaks(at) && steps < 3; steps++ {
		at--
	}
	if at < 1 || p.breaks(at) || !isLinkWord(p.tokens[at].base) {
		return phrase{}, false
	}
	items := p.ends(i)
	for back := at - 1; len(items) > 1 && back >= max(0, at-maxLinkWords) && !p.breaks(back); back-- {
		if noun := p.routeAt(back); noun == "road" || noun == "axis" || noun == "border" && p.bothCountries(items[0], items[1]) {
			return phrase{first: back, last: p.spots[items[len(items)-1]].last, kind: routeKind(noun), anchors: items, noun: noun}, true
		}
	}
	return phrase{}, false
}

// maxLinkWords is how many words may stand between "road" and "between": "the
// road that runs between".
const maxLinkWords = 5

func isLinkWord(fold string) bool {
	switch fold {
	case "between", "linking", "links", "connecting", "connects", "from", "joining", "بين", "من":
		return true
	}
	return false
}

// ends returns the places that name i and those after it are the ends of: "A
// and B", "A with B", "A to B", "A and each of B and C".
func (p *parse) ends(i int) []int {
	items := []int{i}
	for i+1 < len(p.spots) && p.anchors(i+1) && p.spots[i+1].first-p.spots[i].last <= maxEndWords+1 && p.linksEnds(i) {
		i++
		items = append(items, i)
	}
	return items
}

// maxEndWords is how many words may stand between two ends.
const maxEndWords = 5

func (p *parse) linksEnds(i int) bool {
	from, to := p.spots[i].last+1, p.spots[i+1].first
	gap := p.between(i)
	if isListGap(gap) {
		return true
	}
	for k := from; k < to; k++ {
		if k > from && p.breaks(k-1) {
			return false
		}
		switch p.tokens[k].fold {
		case "and", "with", "to", "وكل":
			return true
		}
	}
	return false
}

// stretch reads "between A and B" where no road is named.
func (p *parse) stretch(i int) (phrase, bool) {
	at := p.spots[i].first - 1
	for steps := 0; at > 0 && p.isFiller(at) && !p.breaks(at) && steps < 3; steps++ {
		at--
	}
	if at < 0 || p.breaks(at) || p.tokens[at].base != "between" && p.tokens[at].base != "بين" {
		return phrase{}, false
	}
	items := p.ends(i)
	if len(items) != 2 || !p.isStretch(p.taken(items[0]), p.taken(items[1])) {
		return phrase{}, false
	}
	return phrase{first: at, last: p.spots[items[1]].last, kind: Contact, anchors: items, noun: "between"}, true
}

// maxStretchKm is how far apart two places may be for what lies between them
// to be a place: not "between Ankara and Moscow".
const maxStretchKm = 150

func (p *parse) isStretch(a, b *gazetteer.Place) bool {
	return !a.Kind.IsCountry() && !b.Kind.IsCountry() && a.ID != b.ID && geo.Distance(a.Point, b.Point) <= maxStretchKm
}
