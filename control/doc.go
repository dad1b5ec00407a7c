// Package control derives who is said to hold which place when, and where the holders of two
// sides meet, from the claims of sentences.
//
//	all, err := control.At(ctx, claims, control.InOrder(claims), day)         // the state of each place on a day
//	line, err := control.Contact(ctx, control.HeldPlaces(all), control.Reach) // the boundary between sides that day
//	spells := control.Spells(claims)                                          // who held each place when
//
// A Claim is one sentence's statement: a side took, left or holds a place. Nothing is held
// without one. A spell ends when a claim for another side begins, or when the holder is said to
// have left; a place is contested while sources disagree, and its holder unknown before the
// first claim, after a withdrawal without a successor, and once the last claim is older than
// Memory.
//
// The line of contact is the boundary of the Voronoi cells of held places, on the sphere, where
// both sides have a held place within Reach of it. It is an inference, drawn along the river or
// road between two places if their claims name one (Segment.Along): it cites the claims on both
// sides and says how far the nearest evidence is. Without claims there is no line.
//
// Everything is deterministic and pure. Spells and InOrder cost the sorting of claims, At the
// reading of them, Contact the pairs of held places within twice its reach.
package control
