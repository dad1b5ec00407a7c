// Package rows turns a Document into the rows of the collections: one for its
// article, one for each of its mentions and fronts, and, counted over many
// documents, one for each place.
//
// Rows are what the archive stores and what the View shows, so neither knows the
// other. A property is computed here and nowhere else: Model names the function of
// each, and Tables is a Model made ready.
package rows
