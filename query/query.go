// Package query turns what a client asks for (a bounding box, a time, words, a
// filter) into a predicate over Features. Parsing is strict: what can't be
// understood is an error that says what would be, and nothing is guessed.
//
// The meaning of the parameters is that of OGC API - Features - Part 1: Core
// 1.0.1 (OGC 17-069r4), 7.15.2 to 7.15.5. Where the standard leaves a choice,
// the doc comments say what is chosen.
//
// # What a query costs
//
// A Query is bound to a Table by On, which settles columns and constants once.
// AND and OR stop at the first part that decides, the cheapest part first; IN
// is one look into a set; LIKE goes through a text once; a text that several
// parts read or fold is read and folded once a feature; and a part that looks
// at one property only, or at points only, is evaluated once for each distinct
// value. What is left is counted in steps of package work.
package query

import (
	"dateline/feature"

	"github.com/paulmach/orb"
)

// Query selects features. The zero Query selects all, and every part that is
// set narrows the selection further.
type Query struct {
	BBox     *orb.Bound    // lon, lat; west > east crosses the antimeridian
	Datetime *feature.Days // both ends included
	Text     []Term        // as Words reads them
	Filter   *Filter       // CQL2; nil for none

	// NoCopies leaves out what stands in copies of an earlier article, which a View knows of.
	NoCopies bool

	// Strict lets BBox select what has no geometry too, and Datetime what has no date
	// (OGC 17-069r4, requirements fc-bbox-response C and fc-time-response C). It costs
	// a look at every feature.
	Strict bool
}
