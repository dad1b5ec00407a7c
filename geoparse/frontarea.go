package geoparse

import (
	"math"

	"dateline/gazetteer"
)

// areaWords are the words around a name that make it an area.
type areaWords struct {
	first, last int       // tokens, name included
	bearings    []float64 // in degrees clockwise from north
	central     bool      // "central", "وسط"
	far         bool      // "far", "اقصى"
	seenFrom    bool      // the direction is one from the place, as in "north of Aleppo", not a part of it
	noun        string    // what a part or the surroundings is called: a meaning of the lexicon's regions
	km          float64   // distance named, 0 for none
	spreadKm    float64   // half of it when it is a range
	level       string    // of the distance
}

// head is what the words of an area stand around: a name, or a word for one
// that was named before.
type head struct {
	first, last int // tokens
	spot        int // the name
}

// areaPhrase reads an expression for an area around or in name i: "the
// northern countryside of Hama", "western Aleppo", "43 km north of Aleppo",
// "Hama countryside", "the northern Hama pocket", ريف حماة الشمالي.
func (p *parse) areaPhrase(i int) (phrase, bool) {
	s := &p.spots[i]
	if s.role == RoleDemonym || p.regionAt(p.nameEnd(s)) != "" && p.nameEnd(s) > s.last {
		return phrase{}, false
	}
	return p.areaAround(head{s.first, s.last, i})
}

func (p *parse) areaAround(h head) (phrase, bool) {
	w := areaWords{first: h.first, last: h.last}
	if p.tokens[h.first].shape == arabic {
		p.arabicWords(&w, h)
	} else {
		p.wordsAfter(&w)
		p.wordsBefore(&w, h)
	}
	if p.isPartOfName(&w) || p.isApposition(&w, h) || w.noun == "countryside" && len(w.bearings) == 0 && p.taken(h.spot).Kind.IsCountry() {
		return phrase{}, false
	}
	f := phrase{first: w.first, last: w.last, anchors: []int{h.spot}}
	f.kind, f.tree = p.areaTree(h.spot, &w)
	if f.kind == Countryside && w.last == h.last && p.isPluralNoun(w.first) {
		p.takeList(&f, &w)
	}
	return f, f.kind != ""
}

// isPluralNoun reports whether the word for a part at token i is said of several
// places.
func (p *parse) isPluralNoun(i int) bool {
	switch p.tokens[i].base {
	case "countrysides", "ريفي", "ارياف":
		return true
	}
	return false
}

// takeList lets the places that follow in a list into an area: "the countrysides
// of Aleppo and Idlib", ريفي حلب وإدلب.
func (p *parse) takeList(f *phrase, w *areaWords) {
	items := p.list(f.anchors[0])
	if len(items) == 1 || p.repeats(items) {
		return
	}
	trees := make([]Tree, len(items))
	for k, item := range items {
		_, trees[k] = p.areaTree(item, w)
	}
	f.tree, f.anchors, f.last = united(trees), items, p.spots[items[len(items)-1]].last
}

// isPartOfName reports whether the words go on as the name of something that
// is no place: "Northern Hama Brigade".
func (p *parse) isPartOfName(w *areaWords) bool {
	next := w.last + 1
	return next < len(p.tokens) && !p.breaks(w.last) && w.noun == "" && p.tokens[next].shape.upperCase() &&
		p.words[next]&(isOrgTail|isOrgNoun) != 0 && !p.inHeadline(next)
}

// areaTree says what a phrase with these words is, "" when they make no area.
func (p *parse) areaTree(i int, w *areaWords) (FrontKind, Tree) {
	place := p.taken(i)
	switch {
	case w.km > 0 && place.Kind.IsCountry():
		return "", Tree{} // from which end?
	case w.noun == "zone" && len(w.bearings) == 0 && !p.spots[i].exact:
		return "", Tree{}
	case w.km > 0 && len(w.bearings) > 0:
		return Offset, Tree{Op: OpOffset, Bearing: compassName(w.bearings[0]), Km: w.km, SpreadKm: w.spreadKm, Level: w.level, Of: []Tree{placeTree(place)}}
	case w.km > 0:
		return Offset, Tree{Op: OpRing, Km: w.km, SpreadKm: w.spreadKm, Level: w.level, Of: []Tree{placeTree(place)}}
	case p.isLine(place):
		return p.besideTree(place, w)
	case w.noun == "entrance" && len(w.bearings) > 0:
		return Offset, Tree{Op: OpOffset, Bearing: compassName(w.bearings[0]), Km: math.Round(builtKm(place)), Level: levelAbout, Of: []Tree{placeTree(place)}}
	case w.noun == "entrance", w.noun == "" && len(w.bearings) == 0 && !w.central:
		return "", Tree{}
	case w.noun == "bank":
		return "", Tree{}
	}
	tree := p.wholeTree(i, w)
	switch {
	case w.noun == "pocket":
		return Pocket, tree
	case w.noun == "front":
		return Contact, tree
	case tree.Place != nil && tree.Place.Kind.Class() != 'A':
		return RegionFront, tree
	}
	return Countryside, tree
}

// wholeTree is the area that the words make of name i.
func (p *parse) wholeTree(i int, w *areaWords) Tree {
	base, without := p.baseTree(i, w)
	parts := make([]Tree, 0, len(w.bearings))
	for _, b := range w.bearings {
		level := ""
		if w.far {
			level = levelFar
		}
		parts = append(parts, sectorOf(base, b, level))
	}
	whole := base
	switch {
	case len(parts) > 0:
		whole = united(parts)
	case w.central:
		whole = Tree{Op: OpSector, Level: levelCentre, Of: []Tree{base}}
	}
	if without != nil {
		return OpDifference.of(whole, placeTree(without))
	}
	return whole
}

// baseTree is the area that the words take a part of, and the city that the
// whole is without, nil for none: a division, the outline of a feature, or the
// land around a town.
func (p *parse) baseTree(i int, w *areaWords) (base Tree, without *gazetteer.Place) {
	place := p.taken(i)
	switch w.noun {
	case "quarter":
		return placeTree(p.city(place)), nil
	case "outskirts":
		return ringOf(placeTree(place), levelOutskirts), nil
	case "surroundings":
		return ringOf(placeTree(place), levelNear), nil
	case "desert":
		if desert := p.desert(place); desert != nil {
			return placeTree(desert), nil
		}
	}
	if w.noun != "" || !w.seenFrom {
		if division := p.division(i); division != nil && !p.isUrban(i, w) {
			if w.noun == "countryside" {
				without = p.seat(division)
			}
			return placeTree(division), without
		}
	}
	switch {
	case place.Kind.Class() == 'A' || p.geometry(place) != nil:
		return placeTree(place), nil
	case w.noun == "countryside" || w.noun == "" && w.seenFrom:
		return ringOf(placeTree(place), levelAround), nil
	case w.central || p.isUrban(i, w):
		return placeTree(place), nil
	}
	return ringOf(placeTree(place), levelNear), nil
}

// besideTree is the land beside a road or river.
func (p *parse) besideTree(place *gazetteer.Place, w *areaWords) (FrontKind, Tree) {
	if len(w.bearings) != 1 || !w.seenFrom && w.noun != "bank" {
		return "", Tree{}
	}
	side := Tree{Op: OpSide, Bearing: compassName(w.bearings[0]), Of: []Tree{placeTree(place)}}
	if w.noun == "bank" {
		side.Level = levelNear
	}
	if country := p.country(place); country != nil && w.noun != "bank" {
		return Countryside, OpIntersection.of(side, placeTree(country))
	}
	return Countryside, side
}

// isLine reports whether a place is drawn as a line: a road, a river.
func (p *parse) isLine(place *gazetteer.Place) bool {
	g := p.geometry(place)
	return g != nil && g.Dimensions() == 1
}
