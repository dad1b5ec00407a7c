// Package gazetteer finds the places a name can mean, in any spelling and script.
//
//	g, err := gazetteer.Default() // the world, and the tables of the theatres
//	for _, m := range g.Lookup("Khan Sheikhoun", gazetteer.LookupOptions{Limit: 5}) {
//		fmt.Println(m.Place.ID, m.Place.Name, m.Place.Point, m.Kind, m.Score)
//	}
//
// A name is looked up in folded form (case, diacritics, hyphens, the article al-), then by a key
// that all transliterations of a name and its Arabic form share, then within two edits. Indexes
// are layered: the topmost decides where a place is, and the names in all of them find it.
//
// An index is a block of bytes with sorted tables, used without decoding, so opening one reads
// little of it; exact names are found by binary search. A Gazetteer is immutable and safe for
// concurrent use.
package gazetteer
