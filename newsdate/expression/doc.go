// Package expression finds the date expressions of a sentence: calendar dates, relative ones,
// days of the week and lone years. It joins parts of one date ("Tuesday, 4 April") and ignores
// numbers and months that are not dates ("in August 20 people") or are part of a name ("the
// April 6 Movement", "شارع 17 نيسان").
//
//	s := token.New("Jets hit Saraqib on Tuesday, 4 April.", nil)
//	found, _ := expression.Find(s, newsdate.UnknownOrder, nil) // one, of tokens 4 to 6
//
// Package resolve determines the day of an expression. Finding takes time linear in the tokens.
package expression
