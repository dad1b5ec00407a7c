// Package query turns what a client asks for (a bounding box, a time, words, a
// filter)
// into a predicate over Features. Parsing is strict: what can't be understood
// is an error that says what would be, and nothing is guessed.
//
// The meaning of the parameters is that of OGC API - Features - Part 1: Core
// 1.0.1 (OGC 17-069r4), 7.15.2 to 7.15.5. Where the standard leaves a choice,
// the doc comments say what is chosen.
package query

import (
	"dateline/geo"

	"github.com/paulmach/orb"
)

// Query selects features. The zero Query selects all, and every part that is
// set narrows the selection further.
type Query struct {
	BBox     *orb.Bound // lon, lat; west > east crosses the antimeridian
	Datetime *geo.Days  // both ends included
	Text     []string   // words as Words makes them
	Filter   *Filter    // CQL2; nil for none
}

// Matches reports whether a feature is selected.
func (q *Query) Matches(f geo.Feature) bool {
	return q.matchesDatetime(f) && q.matchesBBox(f) && q.matchesText(f) && q.Filter.Matches(f)
}

// matchesBBox: the geometry, not merely its box, shares a point with the box
// or its edge (17-069r4, 7.15.3, requirement fc-bbox-response). A feature
// without geometry is never selected.
func (q *Query) matchesBBox(f geo.Feature) bool {
	if q.BBox == nil {
		return true
	}
	at, isPoint := f.Point()
	for _, part := range geo.SplitAntimeridian(*q.BBox) {
		if isPoint && part.Contains(at) || f.HasGeometry() && !isPoint && part.Intersects(f.Bound()) && geo.Touches(f.Geometry(), part) {
			return true
		}
	}
	return false
}

// matchesDatetime: the feature's days and those asked for share one
// (17-069r4, 7.15.4, requirement fc-time-response). An undated feature is
// never selected.
func (q *Query) matchesDatetime(f geo.Feature) bool {
	return q.Datetime == nil || q.Datetime.Overlaps(f.Days())
}
