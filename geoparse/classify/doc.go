// Package classify decides what kind of thing each name of a text is: a place, a government called
// by the name of its capital, a people, a person, an organisation, a thing named after a place, or
// an everyday word.
//
//	classify.Roles(found, off, names.BeginsName)
//	found.Names[0].Role // toponym.RoleMetonym, of "Ankara said"
//
// It goes by the words around a name and by how well known the places of that name are, not by
// which of them is meant.
package classify
