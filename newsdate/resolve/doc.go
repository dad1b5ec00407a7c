// Package resolve resolves an expression to a day, month or year, given the publication date,
// the year and day that the text gave before, and the tense of its clause.
//
//	d, _ := resolve.Date(&tuesday, resolve.Anchor{Published: friday}) // the Tuesday before
//
// A call takes constant time.
package resolve
