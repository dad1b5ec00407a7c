// Package gazetteer answers which places a name can mean, in any spelling and script.
//
//	g, err := gazetteer.Default() // the world, and the tables of the theatres
//	for _, m := range g.Lookup("Khan Sheikhoun", gazetteer.Wish{Limit: 5}) {
//		fmt.Println(m.Place.ID, m.Place.Name, m.Place.Point, m.How, m.Score)
//	}
//
// A name is looked up as it is folded (case, diacritics, hyphens, the article al-),
// then by a key that all transliterations of a name and its Arabic form share, then
// within two edits. Indexes lie over each other: the upper one decides where a place
// is, and the names of all lead to it.
//
// An index is used as it lies, a block of bytes of sorted tables, so that opening one
// reads little of it; a known name is found by binary search. A Gazetteer is immutable
// and safe for concurrent use.
package gazetteer
