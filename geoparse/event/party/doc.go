// Package party tells who is meant by the names of sides, states and armed groups in reports
// on a war.
//
//	parties, err := party.New()
//	p, ok := parties.Find("FSA fighters", "SY")
//	p.ID, p.Group.ID // "syria/fsa", "syria/opposition"
//
// The tables are data: actors, one file for each theatre (actors/); the groups that hold places
// together (groups.tsv); words that mean an actor in reports on its own war alone
// (parties.tsv); the countries of each theatre; outlets that speak for a side. A new theatre is
// a file and some rows, and no code.
//
// All functions are pure, and a Table is safe for concurrent use.
package party
