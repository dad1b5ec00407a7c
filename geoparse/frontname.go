package geoparse

import "dateline/gazetteer"

// namePhrase reads a name that is a line or an area by itself: "the M5
// highway", "al-Raqqa Badia", "the UNDOF zone".
func (p *parse) namePhrase(i int) (phrase, bool) {
	s, place := &p.spots[i], p.taken(i)
	if s.role != RolePlace || !s.exact || (p.wordAfter(s, 1)|p.wordAfter(s, 2))&isOrgNoun != 0 || p.geometry(place) == nil {
		return phrase{}, false
	}
	f := phrase{first: s.first, last: s.last, kind: RegionFront, anchors: []int{i}, tree: placeTree(place)}
	switch {
	case place.Kind == gazetteer.Road:
		f.kind = RoadFront
		if p.routeAt(s.last+1) == "road" && !p.breaks(s.last) {
			f.last++
		}
	case p.isLine(place):
		f.kind = RiverFront
	case place.Kind.Class() == 'P' || place.Kind.Class() == 'S':
		return phrase{}, false
	}
	return f, true
}
