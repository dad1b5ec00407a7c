package geoparse

import (
	"sort"

	"dateline/gazetteer"
	"dateline/geo"
)

// bigCity is the population from which "east Aleppo" is a part of the city.
const bigCity = 500_000

// isUrban reports whether a direction at name i divides the city, not the
// governorate of the same name: "eastern Aleppo" where the sentence speaks of
// what cities have, and "east Aleppo" of every big one. The middle is always the
// city's.
func (p *parse) isUrban(i int, w *areaWords) bool {
	place := p.taken(i)
	if w.central && len(w.bearings) == 0 && place.Kind.Class() == 'P' {
		return true
	}
	if place.Kind.Class() != 'P' || w.noun != "" || w.seenFrom || len(w.bearings) == 0 {
		return false
	}
	if place.Population >= bigCity && p.tokens[w.first].shape != arabic && p.isNounBefore(p.spots[i].first) {
		return true
	}
	s := p.setting(i)
	return s.urban && !s.hasOther(place)
}

// setting is what a sentence speaks of.
type setting struct {
	urban bool      // what cities have
	towns [2]string // IDs of the first two different towns; empty for none
}

// setting returns what the sentence around name i speaks of.
func (p *parse) setting(i int) setting {
	sentence := p.sentenceOf(p.spots[i].start)
	s, known := p.settings[sentence.start]
	if !known {
		s = p.newSetting(sentence)
		p.settings[sentence.start] = s
	}
	return s
}

func (p *parse) newSetting(sentence textRange) (s setting) {
	for k := p.tokenAt(sentence.start); k < len(p.tokens) && p.tokens[k].start < sentence.end && !s.urban; k++ {
		p.step(1)
		s.urban = p.lex.urban[p.tokens[k].base]
	}
	for k := p.nameFrom(sentence.start); k < len(p.spots) && p.spots[k].start < sentence.end && s.towns[1] == ""; k++ {
		if !p.anchors(k) || !isTown(p.taken(k)) {
			continue
		}
		if id := p.taken(k).ID; s.towns[0] == "" {
			s.towns[0] = id
		} else if id != s.towns[0] {
			s.towns[1] = id
		}
	}
	return s
}

// hasOther reports whether the sentence names another town: "a hospital in Manbij
// in eastern Aleppo" is none in the city of Aleppo.
func (s *setting) hasOther(town *gazetteer.Place) bool {
	return s.towns[0] != "" && s.towns[0] != town.ID || s.towns[1] != "" // of two, one is another
}

// nameFrom returns the first name at or after a byte.
func (p *parse) nameFrom(at int) int {
	p.step(1)
	return sort.Search(len(p.spots), func(k int) bool { return p.spots[k].start >= at })
}

// isTown reports whether a place is a town or village, not a quarter of one.
func isTown(place *gazetteer.Place) bool { return place.Kind.Class() == 'P' && place.Kind != "P.PPLX" }

// isNounBefore reports whether "east" or "west", not "eastern", stands right
// before token i.
func (p *parse) isNounBefore(i int) bool {
	return i > 0 && (p.tokens[i-1].fold == "east" || p.tokens[i-1].fold == "west")
}

// city returns the seat of a division, and any other place itself.
func (p *parse) city(place *gazetteer.Place) *gazetteer.Place {
	if seat := p.seat(place); seat != nil {
		return seat
	}
	return place
}

// Where a division lies in its country for "the northwestern Idlib province" to
// be Idlib province itself.
const (
	apposedDegrees = 50  // how far its direction from the middle may be off
	apposedKm      = 250 // how far from the middle a central one may lie
)

// isApposition reports whether a direction says where in its country a town or
// division lies, not which part of it is meant: "the northwestern Idlib
// province", "Syria's central Hama city".
func (p *parse) isApposition(w *areaWords, h head) bool {
	if w.noun == "zone" && w.last == h.last && p.tokens[h.first-2].fold == "region" && p.division(h.spot) != nil {
		return p.liesTowards(p.taken(h.spot), w) // "the central region of Hama"
	}
	next := p.spots[h.spot].last + 1
	hasClass := next < len(p.tokens) && p.spots[h.spot].class != "" && p.isSingularClass(next) || p.isSingularClass(p.spots[h.spot].last)
	if !hasClass || w.noun != "" || w.seenFrom || w.km > 0 || w.first >= h.first || p.bearingAt(h.first-1) == "" || p.tokens[h.first].shape == arabic {
		return false
	}
	if !w.central && (w.first == 0 || p.tokens[w.first-1].fold != "the" && p.tokens[w.first-1].full == "") {
		return false
	}
	return p.liesTowards(p.taken(h.spot), w)
}

// liesTowards reports whether a place lies in the part of its country that the
// words say.
func (p *parse) liesTowards(place *gazetteer.Place, w *areaWords) bool {
	country := p.country(place)
	if country == nil {
		return false
	}
	outline := p.gaz.Boundary(country)
	if outline == nil {
		return false
	}
	middle := geo.Middle(outline)
	if len(w.bearings) == 0 {
		return w.central && geo.Distance(middle, place.Point) < apposedKm
	}
	return turnBetween(geo.Bearing(middle, place.Point), meanBearing(w.bearings)) < apposedDegrees
}
