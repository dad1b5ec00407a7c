// Package toponym holds names as found in a text, before they are resolved to places, with their
// places in the gazetteer.
//
//	found.Prominence(&name) // of the best known place that it can mean, 0..1
//	found.Demonym(4)        // the country whose people token 4 is
//	found.BySound("Ltamneh", toponym.MinSound)
package toponym
