// Package rows turns a Document into rows of the collections: one for its article, one for each
// mention, front and event place, and, counted over many documents, one for each place.
//
// The archive stores rows and the View shows them, so neither needs the other. Every property is
// computed here and nowhere else: Model names the function of each, and Tables is a prepared
// Model.
package rows
