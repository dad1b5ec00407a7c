package spatial

import (
	"sort"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// bigCity is the population from which "east Aleppo" is a part of the city.
const bigCity = 500_000

// isUrban reports whether a direction at name i divides the city, not the
// governorate of the same name: "eastern Aleppo" where the sentence speaks of
// what cities have, and "east Aleppo" of every big one. The middle is always the
// city's.
func (r *expressionReader) isUrban(i int, w *areaWords) bool {
	place := r.taken(i)
	if w.central && len(w.bearings) == 0 && w.noun != "countryside" && place.Kind.Class() == 'P' {
		return true
	}
	if place.Kind.Class() != 'P' || w.noun != "" || w.seenFrom || len(w.bearings) == 0 {
		return false
	}
	if place.Population >= bigCity && r.Tokens[w.first].Shape != token.Arabic && r.isNounBefore(r.Names[i].First) {
		return true
	}
	s := r.setting(i)
	return s.urban && !s.hasOther(place)
}

// setting is what a sentence speaks of.
type setting struct {
	urban bool      // what cities have
	towns [2]string // IDs of the first two different towns; empty for none
}

// setting returns what the sentence around name i speaks of.
func (r *expressionReader) setting(i int) setting {
	sentence := r.SentenceOf(r.Names[i].Start)
	s, known := r.settings[sentence.Start]
	if !known {
		s = r.newSetting(sentence)
		r.settings[sentence.Start] = s
	}
	return s
}

func (r *expressionReader) newSetting(sentence token.Range) (s setting) {
	for k := r.TokenAt(sentence.Start); k < len(r.Tokens) && r.Tokens[k].Start < sentence.End && !s.urban; k++ {
		r.Step(1)
		s.urban = r.Lex.Urban[r.Tokens[k].Base]
	}
	for k := r.nameFrom(sentence.Start); k < len(r.Names) && r.Names[k].Start < sentence.End && s.towns[1] == ""; k++ {
		if !r.anchors(k) || !isTown(r.taken(k)) {
			continue
		}
		if id := r.taken(k).ID; s.towns[0] == "" {
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
func (r *expressionReader) nameFrom(at int) int {
	r.Step(1)
	return sort.Search(len(r.Names), func(k int) bool { return r.Names[k].Start >= at })
}

// isTown reports whether a place is a town or village, not a quarter of one.
func isTown(place *gazetteer.Place) bool { return place.Kind.Class() == 'P' && place.Kind != "P.PPLX" }

// isPartOfTown reports whether a word of the lexicon's regions is said of parts
// of towns, which have the size of the town.
func isPartOfTown(noun string) bool { return noun == "quarter" || noun == "part" }

// isNounBefore reports whether "east" or "west", not "eastern", stands right
// before token i.
func (r *expressionReader) isNounBefore(i int) bool {
	return i > 0 && (r.Tokens[i-1].Fold == "east" || r.Tokens[i-1].Fold == "west")
}

// city returns the seat of a division, and any other place itself.
func (r *expressionReader) city(place *gazetteer.Place) *gazetteer.Place {
	if seat := r.seat(place); seat != nil {
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
func (r *expressionReader) isApposition(w *areaWords, h head) bool {
	if w.noun == "zone" && w.last == h.last && r.Tokens[h.first-2].Fold == "region" && r.division(h.spot) != nil {
		return r.liesTowards(r.taken(h.spot), w) // "the central region of Hama"
	}
	next := r.Names[h.spot].Last + 1
	hasClass := next < len(r.Tokens) && r.Names[h.spot].Class != "" && r.isSingularClass(next) || r.isSingularClass(r.Names[h.spot].Last)
	if !hasClass || w.noun != "" || w.seenFrom || w.km > 0 || w.first >= h.first || r.BearingAt(h.first-1) == "" || r.Tokens[h.first].Shape == token.Arabic {
		return false
	}
	if !w.central && (w.first == 0 || r.Tokens[w.first-1].Fold != "the" && r.Tokens[w.first-1].Full == "") {
		return false
	}
	return r.liesTowards(r.taken(h.spot), w)
}

// liesTowards reports whether a place lies in the part of its country that the
// words say.
func (r *expressionReader) liesTowards(place *gazetteer.Place, w *areaWords) bool {
	country := r.country(place)
	if country == nil {
		return false
	}
	outline := r.Gaz.Boundary(country)
	if outline == nil {
		return false
	}
	middle := geo.Middle(outline)
	if len(w.bearings) == 0 {
		return w.central && geo.Distance(middle, place.Point) < apposedKm
	}
	return expr.TurnBetween(geo.Bearing(middle, place.Point), expr.MeanBearing(w.bearings)) < apposedDegrees
}
