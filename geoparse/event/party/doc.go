// Package party knows who is meant by the names of armed groups, states and sides in
// reports on a war: tables of actors, a file a theatre (actors/), of the groups that hold
// places together (groups.tsv), of the words that mean an actor in reports on its own war
// alone (parties.tsv), of the countries of each theatre, and of outlets that speak for a
// side. A theatre is added by rows; no code knows one.
//
// All functions are pure, and a Table is safe for concurrent use.
package party
