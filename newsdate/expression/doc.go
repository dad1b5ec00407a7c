// Package expression finds the dates of a sentence as they are written: those of the
// calendar, relative ones, days of the week and lone years. It joins those that say one
// date ("Tuesday, 4 April") and leaves out numbers and months that are no date ("in August
// 20 people") or part of a name ("the April 6 Movement", "شارع 17 نيسان").
//
//	s := token.New("Jets hit Saraqib on Tuesday, 4 April.", nil)
//	found, _ := expression.Find(s, newsdate.UnknownOrder, nil) // one, of tokens 4 to 6
//
// Which day an expression means is for package resolve. Finding takes time linear in the
// tokens.
package expression
