package classify

import (
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// classifier decides the roles of the names in a text.
type classifier struct {
	*toponym.Annotated
	signal.Off
	beginsName func(token int) bool // whether a name of the gazetteer begins at a token
	leaning    map[string]float64   // share of the unambiguous names that lie in each country
	located    map[string]bool      // folded last words of names that the text says are places
	persons    map[string]bool      // folded words of people's names
}

// Roles gives every name its role. Names that are none of places are left in, with the
// role of a person, an organisation or none. beginsName says whether a name of the
// gazetteer begins at a token.
func Roles(f *toponym.Annotated, off signal.Off, beginsName func(token int) bool) {
	c := &classifier{Annotated: f, Off: off, beginsName: beginsName, persons: map[string]bool{}}
	c.classify()
}

// Rivers takes names that stand as only rivers do for the rivers so called, and for
// nothing where the gazetteer has none.
func Rivers(f *toponym.Annotated) { (&classifier{Annotated: f}).readRivers() }
