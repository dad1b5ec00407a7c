// Package query turns what a client asks for (a bounding box, a time, words)
// into a predicate over Features.
package query

import (
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
)

// Query selects features. The zero Query selects all.
type Query struct {
	BBox     *orb.Bound // lon, lat; west > east crosses the antimeridian
	Datetime *geo.Days  // features whose date overlaps it; undated ones never do
	Text     []string   // folded words: all must stand in the feature's text
}

// Matches reports whether a feature is selected. Its bounding box decides for
// BBox.
func (q *Query) Matches(f *geo.Feature) bool {
	return q.matchesBBox(f) && q.matchesDatetime(f) && q.matchesText(f)
}

func (q *Query) matchesBBox(f *geo.Feature) bool {
	if q.BBox == nil {
		return true
	}
	if f.Geometry == nil {
		return false
	}
	for _, part := range geo.SplitAntimeridian(*q.BBox) {
		if part.Intersects(f.Bound) {
			return true
		}
	}
	return false
}

func (q *Query) matchesDatetime(f *geo.Feature) bool {
	return q.Datetime == nil || q.Datetime.Overlaps(f.Date)
}

// matchesText looks for the words in the feature's string properties.
func (q *Query) matchesText(f *geo.Feature) bool {
	for _, word := range q.Text {
		found := false
		for _, p := range f.Properties {
			if s, ok := p.Value.(string); ok && strings.Contains(Fold(s), word) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
