// Package resolve says which day, month or year an expression means, given when its text
// was published, the year and day that the text told before, and the tense of its clause.
//
//	d, _ := resolve.Date(&tuesday, resolve.Anchor{Published: friday}) // the Tuesday before
//
// A call takes constant time.
package resolve
