package spatial

import (
	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/toponym"
)

// Input is a text with its names and what they were taken for.
type Input struct {
	Text     *toponym.Annotated
	Names    []Name                              // those of Text
	Support  map[string]float64                  // share of the text that speaks of each country
	Country  *gazetteer.Place                    // the one it speaks of most, nil when that can't be told
	Geometry func(*gazetteer.Place) orb.Geometry // the line or area that is known of a place, nil for none
	CanDraw  func(*expr.Tree) bool               // whether an expression becomes geometry
}

// Name is what a name was taken for.
type Name struct {
	Place   *gazetteer.Place // nil for none
	Anchors bool             // an expression can be drawn from it
	Mention bool             // it is given out
	Known   bool             // it is that of a town or city at least so prominent as toponym.CommonNeeds
}

// expressionReader reads the expressions of one text.
type expressionReader struct {
	*toponym.Annotated
	in       Input
	listEnd  []int32             // of each name: the last of the list that begins with it
	chainEnd []int32             // the same of a chain, as "A-B-C"
	settings map[int]setting     // of sentences, by their first byte
	fittings map[classIn]fitting // by class word and sentence
}

// Read finds the expressions for lines and areas around the names. Where expressions
// overlap the longest one stands. They are in the order of the text.
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

// taken returns the place that name i was taken for, nil for none.
func (r *expressionReader) taken(i int) *gazetteer.Place { return r.in.Names[i].Place }
