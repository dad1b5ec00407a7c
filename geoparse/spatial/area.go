package spatial

import (
	"math"
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// areaWords are the parts of an expression that makes an area of a name.
type areaWords struct {
	first, last int       // tokens, including the name
	bearings    []float64 // in degrees clockwise from north
	central     bool      // "central", "وسط"
	far         bool      // "far", "اقصى"
	seenFrom    bool      // the direction is relative to the place, as in "north of Aleppo", not a part of it
	noun        string    // the word for a part or surroundings, as a meaning of the lexicon's regions
	km          float64   // distance, 0 if none
	spreadKm    float64   // half the width of a range
	level       string    // of the distance
}

// head is the name at the centre of an expression, or a word that refers to one.
type head struct {
	first, last int // tokens
	spot        int // the name
}

// areaPhrase parses an expression for an area in or around name i: "the northern countryside of
// Hama", "western Aleppo", "43 km north of Aleppo", "Hama countryside", "the northern Hama
// pocket", ريف حماة الشمالي.
func (r *expressionReader) areaPhrase(i int) (Expression, bool) {
	s := &r.Names[i]
	if s.Role == toponym.RoleDemonym {
		return Expression{}, false
	}
	if end := r.nameEnd(s); end > s.Last && r.RegionAt(end) != "" && r.RegionAt(end) != "countryside" {
		return Expression{}, false // "Homs desert" is a place by itself
	}
	return r.areaAround(head{s.First, s.Last, i})
}

func (r *expressionReader) areaAround(h head) (Expression, bool) {
	w := areaWords{first: h.first, last: h.last}
	if r.Tokens[h.first].Shape == token.Arabic {
		r.arabicWords(&w, h)
	} else {
		r.wordsAfter(&w)
		r.wordsBefore(&w, h)
	}
	if r.isPartOfName(&w) || r.isApposition(&w, h) || r.areSuburbs(h) || w.noun == "countryside" && len(w.bearings) == 0 && r.taken(h.spot).Kind.IsCountry() {
		return Expression{}, false
	}
	f := Expression{First: w.first, Last: w.last, Anchors: []int{h.spot}}
	f.Kind, f.Tree = r.areaTree(h.spot, &w)
	if f.Kind == Countryside && w.last == h.last && r.isPluralNoun(w.first) {
		r.takeList(&f, &w)
	}
	return f, f.Kind != ""
}

// areSuburbs reports whether the names after "suburbs of" are themselves the suburbs: those of a city
// named before, "the Damascus suburbs of X", or a list of towns of which none is a seat.
func (r *expressionReader) areSuburbs(h head) bool {
	if next := h.spot + 1; next < len(r.Names) && r.Names[next].First == h.last+3 && r.isSuburbsOf(h.last+1) {
		return true
	}
	noun := h.first - 2
	if noun < 0 || !r.isSuburbsOf(noun) {
		return false
	}
	if p := h.spot - 1; p >= 0 && r.Names[p].Last == noun-1 {
		return true
	}
	items := r.list(h.spot)
	isSeat := func(i int) bool {
		kind := r.taken(i).Kind
		return kind != "P.PPL" && kind != gazetteer.Quarter
	}
	return len(items) > 1 && !slices.ContainsFunc(items, isSeat)
}

// isSuburbsOf reports whether token i is "suburbs" before "of".
func (r *expressionReader) isSuburbsOf(i int) bool {
	return i+1 < len(r.Tokens) && r.Tokens[i+1].Fold == "of" && r.Words[i]&lexicon.Plural != 0 && r.RegionAt(i) == "outskirts"
}

// isPluralNoun reports whether the word for a part at token i applies to several places.
func (r *expressionReader) isPluralNoun(i int) bool {
	return r.Lex.ManyParts[r.Tokens[i].Base]
}

// takeList includes the further places of a list: "the countrysides of Aleppo and Idlib", ريفي
// حلب وإدلب.
func (r *expressionReader) takeList(f *Expression, w *areaWords) {
	items := r.list(f.Anchors[0])
	if len(items) == 1 || r.repeats(items) {
		return
	}
	trees := make([]expr.Tree, len(items))
	for k, item := range items {
		_, trees[k] = r.areaTree(item, w)
	}
	f.Tree, f.Anchors, f.Last = expr.United(trees), items, r.Names[items[len(items)-1]].Last
}

// isPartOfName reports whether the expression continues as the name of something other than a
// place: "Northern Hama Brigade".
func (r *expressionReader) isPartOfName(w *areaWords) bool {
	next := w.last + 1
	return next < len(r.Tokens) && !r.Breaks(w.last) && w.noun == "" && r.Tokens[next].Shape.UpperCase() &&
		r.Words[next]&(lexicon.OrgTail|lexicon.OrgNoun) != 0 && !r.InHeadline(next)
}

// areaTree returns kind and tree of the expression, "" if it is not an area.
func (r *expressionReader) areaTree(i int, w *areaWords) (Kind, expr.Tree) {
	place := r.taken(i)
	switch {
	case place.Kind.IsCountry() && (w.km > 0 || w.noun == "outskirts" || w.noun == "surroundings"):
		return "", expr.Tree{} // from which end?
	case w.noun == "zone" && len(w.bearings) == 0 && !r.Names[i].Exact:
		return "", expr.Tree{}
	case w.km > 0 && len(w.bearings) > 0:
		return Offset, expr.Tree{Op: expr.Offset, Bearing: expr.CompassName(w.bearings[0]), Km: w.km, SpreadKm: w.spreadKm, Level: w.level, Of: []expr.Tree{expr.Leaf(place)}}
	case w.km > 0:
		return Offset, expr.Tree{Op: expr.Ring, Km: w.km, SpreadKm: w.spreadKm, Level: w.level, Of: []expr.Tree{expr.Leaf(place)}}
	case r.isLine(place):
		return r.besideTree(place, w)
	case w.noun == "entrance" && len(w.bearings) > 0:
		return Offset, expr.Tree{Op: expr.Offset, Bearing: expr.CompassName(w.bearings[0]), Km: math.Round(expr.BuiltKm(place)), Level: expr.About, Of: []expr.Tree{expr.Leaf(place)}}
	case w.noun == "entrance", w.noun == "" && len(w.bearings) == 0 && !w.central:
		return "", expr.Tree{}
	case w.noun == "bank":
		return "", expr.Tree{}
	}
	tree := r.wholeTree(i, w)
	switch {
	case w.noun == "pocket":
		return Pocket, tree
	case w.noun == "front":
		return Contact, tree
	case tree.Place != nil && tree.Place.Kind.Class() != 'A':
		return Region, tree
	}
	return Countryside, tree
}

// wholeTree returns the area that the expression makes of name i.
func (r *expressionReader) wholeTree(i int, w *areaWords) expr.Tree {
	base, without := r.baseTree(i, w)
	parts := make([]expr.Tree, 0, len(w.bearings))
	for _, b := range w.bearings {
		level := ""
		if w.far {
			level = expr.Far
		}
		parts = append(parts, expr.SectorOf(base, b, level))
	}
	whole := base
	switch {
	case len(parts) > 0:
		whole = expr.United(parts)
	case w.central:
		whole = expr.Tree{Op: expr.Sector, Level: expr.Centre, Of: []expr.Tree{base}}
	}
	if without != nil {
		return expr.Difference.Of(whole, expr.Leaf(without))
	}
	return whole
}

// baseTree returns the area of which the expression is a part: a division, the outline of a
// feature, or the land around a town; and the city to subtract from it, nil if none.
func (r *expressionReader) baseTree(i int, w *areaWords) (base expr.Tree, without *gazetteer.Place) {
	place := r.taken(i)
	switch w.noun {
	case "quarter":
		return expr.Leaf(r.city(place)), nil
	case "outskirts":
		return expr.RingOf(expr.Leaf(place), expr.Outskirts), nil
	case "surroundings":
		return expr.RingOf(expr.Leaf(place), expr.Near), nil
	case "desert":
		if desert := r.desert(place); desert != nil {
			return expr.Leaf(desert), nil
		}
	}
	if w.noun != "" || !w.seenFrom {
		if division := r.division(i); division != nil && !r.isUrban(i, w) {
			if w.noun == "countryside" {
				without = r.seat(division)
			}
			return expr.Leaf(division), without
		}
	}
	switch {
	case place.Kind.Class() == 'A' || r.in.Geometry(place) != nil:
		return expr.Leaf(place), nil
	case w.noun == "countryside" || w.noun == "" && w.seenFrom:
		return expr.RingOf(expr.Leaf(place), expr.Around), nil
	case w.central, w.noun == "part" && isTown(place), r.isUrban(i, w):
		return expr.Leaf(place), nil
	}
	return expr.RingOf(expr.Leaf(place), expr.Near), nil
}

// besideTree returns the land beside a road or river.
func (r *expressionReader) besideTree(place *gazetteer.Place, w *areaWords) (Kind, expr.Tree) {
	if len(w.bearings) != 1 || !w.seenFrom && w.noun != "bank" {
		return "", expr.Tree{}
	}
	side := expr.Tree{Op: expr.Side, Bearing: expr.CompassName(w.bearings[0]), Of: []expr.Tree{expr.Leaf(place)}}
	if w.noun == "bank" {
		side.Level = expr.Near
	}
	if country := r.country(place); country != nil && w.noun != "bank" {
		return Countryside, expr.Intersection.Of(side, expr.Leaf(country))
	}
	return Countryside, side
}

// isLine reports whether a place is drawn as a line: a road or river.
func (r *expressionReader) isLine(place *gazetteer.Place) bool {
	g := r.in.Geometry(place)
	return g != nil && g.Dimensions() == 1
}
