package spatial

import (
	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/toponym"
)

// Input is a text with its resolved names.
type Input struct {
	Text     *toponym.Annotated
	Names    []Name                              // those of Text
	Support  map[string]float64                  // each country's share of the text
	Country  *gazetteer.Place                    // the country with the largest share; nil if unknown
	Geometry func(*gazetteer.Place) orb.Geometry // the known line or area of a place, nil if none
	CanDraw  func(*expr.Tree) bool               // whether an expression can be drawn
}

// Name is a resolved name.
type Name struct {
	Place   *gazetteer.Place // nil if unresolved
	Anchors bool             // it can be an anchor
	Mention bool             // it is reported
	Known   bool             // it is a town or city of at least the prominence toponym.CommonNeeds
}

// expressionReader parses the expressions of one text.
type expressionReader struct {
	*toponym.Annotated
	in       Input
	listEnd  []int32             // of each name: the last name of the list that it begins
	chainEnd []int32             // the same for chains such as "A-B-C"
	settings map[int]setting     // of sentences, by their first byte
	fittings map[classIn]fitting // by class word and sentence
}

// Read parses the expressions for lines and areas around the names, in text order. Of
// overlapping ones the longest is returned.
func Read(in Input) []Expression {
	p := &expressionReader{Annotated: in.Text, in: in, settings: map[int]setting{}, fittings: map[classIn]fitting{}}
	p.readLists()
	var found []Expression
	for i := range p.Names {
		if p.anchors(i) {
			found = p.phrasesAt(found, i)
		}
	}
	found = p.backPhrases(found)
	found = p.composed(p.withoutOverlaps(found))
	for i := range found {
		found[i].Describes = p.described(&found[i])
	}
	return found
}

// taken returns the place taken for name i, nil if none.
func (r *expressionReader) taken(i int) *gazetteer.Place { return r.in.Names[i].Place }
