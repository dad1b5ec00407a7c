package spatial

import (
	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
)

// isStretch reports whether the land between two places can be an area.
func (r *expressionReader) isStretch(a, b *gazetteer.Place) bool {
	return !a.Kind.IsCountry() && !b.Kind.IsCountry() && a.ID != b.ID && geo.Distance(a.Point, b.Point) <= maxStretchKm
}

// borderPhrase parses "the Syrian-Turkish border", "the border between Syria and Iraq", "Syria's
// border with Turkey", "the Turkish border", and the like in Arabic, whose first country is name
// i.
func (r *expressionReader) borderPhrase(i int) (Expression, bool) {
	if !r.taken(i).Kind.IsCountry() {
		return Expression{}, false
	}
	s := &r.Names[i]
	before := r.borderBefore(i)
	if i+1 < len(r.Names) && r.anchors(i+1) && r.bothCountries(i, i+1) {
		second := &r.Names[i+1]
		at, noun := r.routeAfter(second.Last)
		switch {
		case isDash(r.Between(i)) && noun == "border":
			return r.border(s.First, at, i, i+1), true
		case before >= 0 && (isDash(r.Between(i)) || second.First <= s.Last+maxBorderWords+1 && r.linksEnds(i)):
			return r.border(before, second.Last, i, i+1), true
		}
		if at := s.Last + 1; at < len(r.Tokens) && r.onlyPossessive(s.Last) && r.RouteAt(at) == "border" && at+1 < len(r.Tokens) && r.Tokens[at+1].Fold == "with" && second.First <= at+3 {
			return r.border(s.First, second.Last, i, i+1), true
		}
	}
	return r.borderOfOne(i, before)
}

// borderBefore returns the word for a border before name i, -1 if none: "the border between",
// الحدود مع.
func (r *expressionReader) borderBefore(i int) int {
	first := r.Names[i].First
	at := first - 1
	for steps := 0; at > 0 && steps < 3 && !r.Breaks(at) && !r.isBorderWord(at); steps++ {
		if !r.Lex.BorderLinks[r.Tokens[at].Base] {
			return -1
		}
		at--
	}
	if at < 0 || r.Breaks(at) || !r.isBorderWord(at) {
		return -1
	}
	if r.Tokens[at].Shape != token.Arabic && (at+1 == first || r.Tokens[at+1].Fold == "the") {
		return -1 // "borders Iraq"
	}
	return at
}

// maxBorderWords is how many words may separate the two countries of a border.
const maxBorderWords = 2

// isBorderWord reports whether token i is a word for a border: الحدود, or شريط in شريط حدودي.
func (r *expressionReader) isBorderWord(i int) bool {
	return r.RouteAt(i) == "border" || r.Tokens[i].Base == "شريط" && i+1 < len(r.Tokens) && r.Tokens[i+1].Base == "حدودي"
}

func (r *expressionReader) bothCountries(i, j int) bool {
	a, b := r.taken(i), r.taken(j)
	return a.Kind.IsCountry() && b.Kind.IsCountry() && a.ID != b.ID
}

func (r *expressionReader) border(first, last, i, j int) Expression {
	return Expression{First: first, Last: last, Kind: Border, Anchors: []int{i, j}, Tree: expr.Border.Of(expr.Leaf(r.taken(i)), expr.Leaf(r.taken(j)))}
}

// borderOfOne parses "the Turkish border" and "the border with Turkey": the border with the
// country that the text is about.
func (r *expressionReader) borderOfOne(i, before int) (Expression, bool) {
	s := &r.Names[i]
	first, last := before, s.Last
	if before < 0 {
		at := s.Last + 1
		if at >= len(r.Tokens) || r.Breaks(s.Last) || r.RouteAt(at) != "border" || r.isBorderVerb(i, at) {
			return Expression{}, false
		}
		first, last = s.First, at
	}
	other := r.otherCountry(r.taken(i))
	if other == nil {
		return Expression{}, false
	}
	tree := expr.Border.Of(expr.Leaf(other), expr.Leaf(r.taken(i)))
	return Expression{First: first, Last: last, Kind: Border, Anchors: []int{i}, Tree: tree}, true
}

// isBorderVerb reports whether the word at token at, after country i, is a verb: "Turkey borders
// Iraq", "Turkey borders the Black Sea"; not "the Turkish borders", "the Turkey border".
func (r *expressionReader) isBorderVerb(i, at int) bool {
	s := &r.Names[i]
	if s.Role == toponym.RoleDemonym || s.First > 0 && r.IsEnglishArticle(s.First-1) {
		return false
	}
	object := at + 1
	if r.FollowsBlank(object) && r.Tokens[object].Fold == "the" {
		object++
	}
	return r.FollowsBlank(object) && (r.isNameAt(object) || r.Tokens[object].Shape.UpperCase())
}

// otherCountry returns the country that the text is about if it is not the given one; else nil.
func (r *expressionReader) otherCountry(not *gazetteer.Place) *gazetteer.Place {
	main := r.in.Country
	if main == nil || main.Country == not.Country || r.in.Support[main.Country] < toponym.SupportEnough {
		return nil
	}
	return main
}
