// Package clause divides a sentence into its clauses, says in which its dates stand, and
// tells the dates of what happened from those of saying: "On Friday officials said that
// the town had fallen on Tuesday".
//
//	parts := clause.Divide(scan, found, nil)
//	parts.Of[0], parts.Said[0] // of the first date that was found
//
// Dividing takes time linear in the tokens.
package clause
