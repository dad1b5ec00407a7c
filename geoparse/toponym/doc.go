// Package toponym holds names as they were found in a text, before it is decided which
// places they mean, and what the gazetteer has under them.
//
//	found.Prominence(&name) // of the best known place that it can mean, 0..1
//	found.Demonym(4)        // the country whose people token 4 is
//	found.BySound("Ltamneh", toponym.MinSound)
package toponym
