package geoparse

import "dateline/gazetteer"

// namePhrase reads a name that is a line or an area by itself: "the M5
// highway", "al-Raqqa Badia", "the Golan buffer zone".
func (p *parse) namePhrase(i int) (phrase, bool) {
	s, place := &p.spots[i], p.taken(i)
	f := phrase{first: s.first, last: p.nameEnd(s), anchors: []int{i}}
	if longer, last := p.zone(s); longer != nil {
		place, f.last = longer, last
	} else if s.role != RolePlace || !s.exact || (p.wordAfter(s, 1)|p.wordAfter(s, 2))&isOrgNoun != 0 || p.geometry(place) == nil {
		return phrase{}, false
	}
	f.kind, f.tree = RegionFront, placeTree(place)
	switch {
	case place.Kind == gazetteer.Road:
		f.kind = RoadFront
		if p.routeAt(f.last+1) == "road" && !p.breaks(f.last) {
			f.last++
		}
	case p.isLine(place):
		f.kind = RiverFront
	case place.Kind.Class() == 'P' || place.Kind.Class() == 'S':
		return phrase{}, false
	}
	return f, true
}

// nameEnd returns the last token of what a name was found by, which may go on
// beyond its span: the desert of "Homs desert".
func (p *parse) nameEnd(s *spotted) int {
	last := s.last
	for last+1 < len(p.tokens) && p.tokens[last+1].end <= s.start+len(s.written) {
		last++
	}
	return last
}

// maxZoneWords is how many words a zone's name may have after the name that it
// begins with: "Golan Heights buffer zone".
const maxZoneWords = 3

// zone returns the zone whose name begins with a name and ends in a small-letter
// word for a part: "the Idlib demilitarised zone"; nil when there is none.
func (p *parse) zone(s *spotted) (place *gazetteer.Place, last int) {
	for at := s.last + 1; at < len(p.tokens) && at <= s.last+maxZoneWords && p.blankBefore(at); at++ {
		if p.regionAt(at) != "zone" {
			continue
		}
		for _, hit := range p.gaz.ByName(p.text[s.start:p.tokens[at].end]) {
			if found := p.gaz.Place(hit.Ref); p.geometry(&found) != nil {
				return &found, at
			}
		}
	}
	return nil, 0
}
