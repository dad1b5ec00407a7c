package spatial

import (
	"sort"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
)

// bigCity is the population above which "east Aleppo" is a part of the city.
const bigCity = 500_000

// isUrban reports whether a direction at name i divides the city rather than the governorate of
// the same name: "eastern Aleppo" in a sentence about things that cities have, and "east Aleppo"
// for every big city. A centre is always that of the city.
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

// setting is the context given by a sentence.
type setting struct {
	urban bool      // it names things that cities have
	towns [2]string // IDs of the first two different towns; empty if none
}

// setting returns the setting of the sentence around name i.
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

// hasOther reports whether the sentence names another town: "a hospital in Manbij in eastern
// Aleppo" is not in the city of Aleppo.
func (s *setting) hasOther(town *gazetteer.Place) bool {
	return s.towns[0] != "" && s.towns[0] != town.ID || s.towns[1] != "" // of two, one is another
}

// nameFrom returns the first name at or after a byte.
func (r *expressionReader) nameFrom(at int) int {
	r.Step(1)
	return sort.Search(len(r.Names), func(k int) bool { return r.Names[k].Start >= at })
}

// isTown reports whether a place is a town or village rather than a quarter.
func isTown(place *gazetteer.Place) bool { return place.Kind.Class() == 'P' && place.Kind != "P.PPLX" }

// isPartOfTown reports whether a meaning of the lexicon's regions applies to parts of a town,
// which are within its built-up area.
func isPartOfTown(noun string) bool { return noun == "quarter" || noun == "part" }

// isNounBefore reports whether "east" or "west", not "eastern", directly precedes token i.
func (r *expressionReader) isNounBefore(i int) bool {
	return i > 0 && (r.Tokens[i-1].Fold == "east" || r.Tokens[i-1].Fold == "west")
}

// city returns the seat of a division; other places unchanged.
func (r *expressionReader) city(place *gazetteer.Place) *gazetteer.Place {
	if seat := r.seat(place); seat != nil {
		return seat
	}
	return place
}

// Where in its country a division must lie for "the northwestern Idlib province" to mean the
// whole province.
const (
	apposedDegrees = 50  // maximum deviation of its direction from the country's middle
	apposedKm      = 250 // maximum distance from the middle for "central"
)

// isApposition reports whether a direction locates a town or division in its country rather than
// selecting a part of it: "the northwestern Idlib province", "Syria's central Hama city".
func (r *expressionReader) isApposition(w *areaWords, h head) bool {
	if w.noun == "zone" && w.last == h.last && h.first > 1 && r.Tokens[h.first-2].Fold == "region" && r.division(h.spot) != nil {
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

// liesTowards reports whether a place lies in that part of its country.
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
