package geoparse

import (
	"cmp"
	"slices"

	"dateline/gazetteer"
)

// phrase is an expression for a line or an area as it stands in the text,
// before it is given a shape.
type phrase struct {
	first, last int // tokens
	kind        FrontKind
	anchors     []int     // spotted names, in the order of the text
	bearings    []float64 // directions named, in degrees clockwise from north
	central     bool      // "central", "وسط"
	km          float64   // distance named, 0 for none
	noun        string    // what the region or route was called
}

// readFronts finds the expressions for lines and areas around the names and
// gives them shapes. Where expressions overlap the longest one stands.
func (p *parse) readFronts() {
	var phrases []phrase
	for i := range p.spots {
		if !p.anchors(i) {
			continue
		}
		if f, ok := p.linePhrase(i); ok {
			phrases = append(phrases, f)
		}
		if f, ok := p.areaPhrase(i); ok {
			phrases = append(phrases, f)
		}
	}
	for _, f := range withoutOverlaps(phrases) {
		if front, ok := p.shape(f); ok {
			p.fronts = append(p.fronts, front)
		}
	}
}

// anchors reports whether a front can be drawn from spotted name i.
func (p *parse) anchors(i int) bool {
	role := p.spots[i].role
	return (role == RolePlace || role == RoleMetonym || role == RoleDemonym) && p.choices[i].best >= 0 &&
		(role == RoleDemonym || p.isCredible(i))
}

// withoutOverlaps keeps the longest of phrases that share words, in the order
// of the text.
func withoutOverlaps(phrases []phrase) []phrase {
	slices.SortStableFunc(phrases, func(a, b phrase) int {
		return cmp.Or(-cmp.Compare(a.last-a.first, b.last-b.first), cmp.Compare(a.first, b.first))
	})
	var kept []phrase
	for _, f := range phrases {
		if !slices.ContainsFunc(kept, func(k phrase) bool { return f.first <= k.last && k.first <= f.last }) {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b phrase) int { return cmp.Compare(a.first, b.first) })
	return kept
}

// list returns the names of the list that begins with name i: "A, B and C".
func (p *parse) list(i int) []int {
	items := []int{i}
	for i+1 < len(p.spots) && p.anchors(i+1) && isListGap(p.between(i)) {
		i++
		items = append(items, i)
	}
	return items
}

// isRoad reports whether name i is that of a road.
func (p *parse) isRoad(i int) bool {
	place := p.taken(i)
	return place != nil && place.Kind == gazetteer.Road
}
