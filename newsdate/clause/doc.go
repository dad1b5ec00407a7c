// Package clause divides a sentence into clauses, assigns its dates to them, and tells dates of
// events from dates of statements: "On Friday officials said that the town had fallen on
// Tuesday".
//
//	parts := clause.Divide(scan, found, nil)
//	parts.Of[0], parts.Said[0] // of the first date
//
// It takes time linear in the tokens.
package clause
