package classify

import (
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// classifier decides the roles of the names in a text.
type classifier struct {
	*toponym.Annotated
	signal.Off
	beginsName func(token int) bool // whether a name in the gazetteer begins at a token
	leaning    map[string]float64   // each country's share of the unambiguous names
	located    map[string]bool      // folded last words of names that the text locates
	persons    map[string]bool      // folded words of personal names
	ships      map[string]bool      // folded last words of names of ships
}

// Roles sets the role of every name. Names that are not places remain, with the role of a
// person, an organisation or none. beginsName reports whether a name in the gazetteer begins at
// a token.
func Roles(f *toponym.Annotated, off signal.Off, beginsName func(token int) bool) {
	c := &classifier{Annotated: f, Off: off, beginsName: beginsName, persons: map[string]bool{}, ships: map[string]bool{}}
	c.classify()
}

// Rivers resolves names in contexts where only rivers occur to rivers of that name, and to
// nothing if the gazetteer has none.
func Rivers(f *toponym.Annotated) { (&classifier{Annotated: f}).readRivers() }
