package geoparse

import (
	"strings"

	"dateline/gazetteer"
)

// linePhrase reads an expression for a line whose first place is name i.
func (p *parse) linePhrase(i int) (phrase, bool) {
	for _, read := range [...]func(int) (phrase, bool){
		p.borderPhrase, p.midpoint, p.routeOfList, p.listRoute, p.routeBetween, p.stretch,
	} {
		if f, ok := read(i); ok {
			return f, true
		}
	}
	return phrase{}, false
}

// routeAt returns what the route word at token i is, "" when it is none.
func (p *parse) routeAt(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.lex.routes[p.tokens[i].base]
}

// route is the phrase for a line of a kind through names; false when they make
// none.
func (p *parse) route(first, last int, noun string, items []int) (phrase, bool) {
	f := phrase{first: first, last: last, anchors: items}
	leaves := p.leaves(items)
	switch {
	case noun == "axes" || noun == "axis" && len(items) == 1:
		for k := range leaves {
			leaves[k] = p.approach(leaves[k].Place)
		}
		f.kind, f.tree = Axis, united(leaves)
	case len(items) == 1:
		return phrase{}, false
	case noun == "axis":
		f.kind, f.tree = Axis, OpLine.of(leaves...)
	case noun == "front":
		f.kind, f.tree = Contact, OpLine.of(leaves...)
	default:
		f.kind, f.tree = RoadFront, OpRoad.of(leaves...)
	}
	return f, !p.repeats(items)
}

// repeats reports whether names that should be different places of a country are
// not.
func (p *parse) repeats(items []int) bool {
	for k := range items {
		if p.taken(items[k]).Kind.IsCountry() {
			return true
		}
		if k == 0 {
			continue
		}
		if p.taken(items[k]).ID == p.taken(items[k-1]).ID {
			return true
		}
	}
	return false
}

// approach is the land at a place that an axis is called after.
func (p *parse) approach(place *gazetteer.Place) Tree {
	if place.Kind.Class() == 'A' || p.geometry(place) != nil {
		return placeTree(place)
	}
	return ringOf(placeTree(place), levelNear)
}

// routeOfList reads "the axis of A, B and C" and محور أ و ب.
func (p *parse) routeOfList(i int) (phrase, bool) {
	at := p.beforeFillers(p.spots[i].first - 1)
	if at < 0 || p.breaks(at) {
		return phrase{}, false
	}
	for n := 0; n < maxRouteWords && p.tokens[at].shape == arabic && at > 0 && p.isRouteAdjective(at) && !p.breaks(at-1); n++ {
		at-- // الطريق الدولي دمشق حلب
	}
	noun := p.routeAt(at)
	of := p.tokens[at+1].fold == "of"
	isArabic := p.tokens[at].shape == arabic
	if noun == "" || noun == "border" || !isArabic && (noun == "road" || !of) {
		return phrase{}, false // "the road to Aleppo" has no beginning
	}
	items := p.list(i)
	if isArabic && (len(items) == 1 || noun == "road") {
		items = p.arabicPair(i)
	}
	last := p.spots[items[len(items)-1]].last
	if isArabic {
		last = p.withAdjectives(last)
	}
	return p.route(at, last, noun, items)
}

// isRouteAdjective reports whether token i says what kind of road it is.
func (p *parse) isRouteAdjective(i int) bool {
	switch p.tokens[i].base {
	case "دولي", "سريع", "رييسي", "عام", "واصل", "m5", "m4":
		return true
	}
	return false
}

// withAdjectives returns the last token of a route with the adjectives after
// it: طريق دمشق حلب الدولي.
func (p *parse) withAdjectives(last int) int {
	for n := 0; n < maxRouteWords && last+1 < len(p.tokens) && !p.breaks(last) && p.isRouteAdjective(last+1); n++ {
		last++
	}
	return last
}

// arabicPair returns name i and the one that follows it with nothing but a
// dash or و between: طريق تدمر دير الزور.
func (p *parse) arabicPair(i int) []int {
	if i+1 < len(p.spots) && p.anchors(i+1) && p.spots[i+1].first == p.spots[i].last+1 && isDash(p.between(i)) {
		return []int{i, i + 1}
	}
	return []int{i}
}

// listRoute reads "the A-B road", "A-B axis", "A, B and C axes", "the A axis".
func (p *parse) listRoute(i int) (phrase, bool) {
	last := p.lastOfChain(i)
	if last == i {
		last = p.lastOfList(i)
	}
	at, noun := p.routeAfter(p.spots[last].last)
	switch {
	case noun == "" || noun == "border" || p.tokens[at].shape == arabic:
		return phrase{}, false
	case last > i && isListGap(p.between(i)) && noun != "axes":
		return phrase{}, false // "Aleppo and the Hama axis"
	}
	return p.route(p.spots[i].first, at, noun, p.names(i, last))
}

func isDash(gap string) bool {
	switch gap {
	case "-", " - ", "–", " – ", "‐", "‑", "/", " ", " — ", "—":
		return true
	}
	return false
}

// maxRouteWords is how many words may stand before the word for a route:
// "Hama-Aleppo international road".
const maxRouteWords = 2

func (p *parse) routeAfter(token int) (at int, noun string) {
	for at = token + 1; at <= token+1+maxRouteWords && at < len(p.tokens) && !p.breaks(at-1) && !p.isNameAt(at); at++ {
		if noun := p.routeAt(at); noun != "" {
			return at, noun
		}
		if p.words[at]&(isStop|isPreposition) != 0 || p.tokens[at].fold == "and" {
			break
		}
	}
	return 0, ""
}

// isNameAt reports whether token i belongs to a name that is given out.
func (p *parse) isNameAt(i int) bool { return p.spotOf[i] >= 0 && p.isMention(int(p.spotOf[i])) }

// routeBetween reads "the road between A and B", "a highway linking A with B",
// "the front line between A and B" and الطريق بين أ و ب.
func (p *parse) routeBetween(i int) (phrase, bool) {
	at := p.linkBefore(i)
	if at < 1 {
		return phrase{}, false
	}
	items := p.ends(i)
	for back := at - 1; len(items) > 1 && back >= max(0, at-maxLinkWords) && !p.breaks(back) && !p.isNameAt(back); back-- {
		noun := p.routeAt(back)
		if noun == "" && p.regionAt(back) == "front" {
			noun = "front"
		}
		if noun == "axis" && p.isContact(back) {
			noun = "front"
			if back > 0 && p.tokens[back-1].fold == "front" {
				back--
			}
		}
		if noun != "" && noun != "border" {
			return p.route(back, p.spots[items[len(items)-1]].last, noun, items)
		}
	}
	return phrase{}, false
}

// isContact reports whether the line at token i is one where fronts meet: "the
// front line", "the line of contact", خط التماس.
func (p *parse) isContact(i int) bool {
	if i > 0 && (p.tokens[i-1].fold == "front" || p.tokens[i-1].fold == "contact") {
		return true
	}
	return i+2 < len(p.tokens) && p.tokens[i+2].fold == "contact" || p.tokens[i+1].base == "تماس"
}

// linkBefore returns the word before name i that makes it an end of a line, -1
// when there is none.
func (p *parse) linkBefore(i int) int {
	at := p.spots[i].first - 1
	for steps := 0; at > 0 && !p.isLinkWord(at) && p.isLinkFiller(at) && !p.breaks(at) && steps < 3; steps++ {
		at--
	}
	if at < 0 || p.breaks(at) || !p.isLinkWord(at) {
		return -1
	}
	return at
}

// maxLinkWords is how many words may stand between "road" and "between": "the
// road that runs between".
const maxLinkWords = 6

func (p *parse) isLinkWord(i int) bool {
	switch p.tokens[i].base {
	case "between", "linking", "links", "connecting", "connects", "from", "joining", "بين", "من", "رابط", "واصل":
		return true
	}
	return false
}

// isLinkFiller reports whether token i may stand between a link and the name:
// "the towns of", العاصمة.
func (p *parse) isLinkFiller(i int) bool { return p.isFiller(i) || p.tokens[i].base == "عاصمه" }

// ends returns the places that name i and those after it are the ends of: "A
// and B", "A with B", "A to B", "A and each of B and C". A comma behind the last of
// them begins another clause: "A and B, and Ankara said".
func (p *parse) ends(i int) []int {
	items := []int{i}
	for joined := false; len(items) < maxAnchors && i+1 < len(p.spots) && p.anchors(i+1) && p.spots[i+1].first-p.spots[i].last <= maxEndWords+1 && p.linksEnds(i); i++ {
		comma := strings.ContainsAny(p.between(i), ",،")
		if joined && comma {
			break
		}
		joined = !comma
		items = append(items, i+1)
	}
	return items
}

// maxEndWords is how many words may stand between two ends.
const maxEndWords = 5

func (p *parse) linksEnds(i int) bool {
	from, to := p.spots[i].last+1, p.spots[i+1].first
	if isListGap(p.between(i)) {
		return true
	}
	if from == to {
		return p.hasAnd(to) || isDash(p.between(i)) && p.tokens[to].shape == arabic
	}
	if p.breaks(from - 1) {
		return false
	}
	for k := from; k < to; k++ {
		if k > from && p.breaks(k-1) || p.tokens[k].fold == "in" {
			return false
		}
		switch p.tokens[k].fold {
		case "and", "with", "to", "وكل", "و", "الي":
			return true
		}
	}
	return p.hasAnd(from)
}

// stretch reads "between A and B" where no road is named but fighting or a line
// is, and "the area between A and B".
func (p *parse) stretch(i int) (phrase, bool) {
	at := p.linkBefore(i)
	if at < 0 || p.tokens[at].base != "between" && p.tokens[at].base != "بين" {
		return phrase{}, false
	}
	items := p.ends(i)
	if len(items) != 2 || !p.isStretch(p.taken(items[0]), p.taken(items[1])) {
		return phrase{}, false
	}
	f := phrase{first: at, last: p.spots[items[1]].last, kind: Contact, anchors: items, tree: OpLine.of(p.leaves(items)...)}
	for back := at - 1; back >= max(0, at-2) && !p.breaks(back); back-- {
		if noun := p.regionAt(back); noun == "zone" || noun == "countryside" || noun == "pocket" || p.words[back]&isClass != 0 && p.words[back]&isSettlement == 0 {
			f.first, f.kind, f.tree.Op = back, Countryside, OpBetween
			return f, true
		}
	}
	return f, p.isContested(at, items[1])
}

// maxStretchKm is how far apart two places may be for what lies between them
// to be a place: not "between Ankara and Moscow".
const maxStretchKm = 150
