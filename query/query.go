// Package query turns the parameters of a request (a bounding box, a time, words, a
// filter) into a predicate over Features. Parsing is strict: anything else is an
// error that says what is accepted, and nothing is guessed.
//
// Parameters mean what OGC API - Features - Part 1: Core 1.0.1 (OGC 17-069r4),
// 7.15.2 to 7.15.5, says. Where the standard leaves a choice, the doc comments
// name the one made.
//
// # What a query costs
//
// On binds a Query to a Table, resolving columns and constants once. AND and OR
// stop at the first part that decides, cheapest first; IN is one set lookup; LIKE
// scans a text once; a text used by several parts is read and folded once per
// feature; and a part on one property only, or on points only, is evaluated once
// per distinct value. The remaining work is counted in steps of package work.
package query

import (
	"dateline/feature"

	"github.com/paulmach/orb"
)

// Query selects features. The zero Query selects all; each part narrows the selection.
type Query struct {
	BBox     *orb.Bound    // lon, lat; west > east crosses the antimeridian
	Datetime *feature.Days // both ends included
	Text     []Term        // from Words
	Filter   *Filter       // CQL2; nil for none

	// NoCopies excludes copies of an earlier article, which a View knows.
	NoCopies bool

	// Strict lets BBox select features without a geometry too, and Datetime undated ones (OGC
	// 17-069r4, requirements fc-bbox-response C and fc-time-response C). It costs a look at
	// every feature.
	Strict bool
}
