package spatial

import (
	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/toponym"
)

// namePhrase parses a name that is itself a line or area: "the M5 highway", "al-Raqqa Badia",
// "the Golan buffer zone".
func (r *expressionReader) namePhrase(i int) (Expression, bool) {
	s, place := &r.Names[i], r.taken(i)
	f := Expression{First: s.First, Last: r.nameEnd(s), Anchors: []int{i}}
	if longer, last := r.zone(s); longer != nil {
		place, f.Last = longer, last
	} else if s.Role != toponym.RolePlace || !s.Exact || (r.WordAfter(s, 1)|r.WordAfter(s, 2))&lexicon.OrgNoun != 0 || r.in.Geometry(place) == nil {
		return Expression{}, false
	}
	f.Kind, f.Tree = Region, expr.Leaf(place)
	switch {
	case place.Kind == gazetteer.Road:
		f.Kind = Road
		if r.RouteAt(f.Last+1) == "road" && !r.Breaks(f.Last) {
			f.Last++
		}
	case r.isLine(place):
		f.Kind = River
	case place.Kind.Class() == 'P' || place.Kind.Class() == 'S':
		return Expression{}, false
	}
	return f, true
}

// nameEnd returns the last token of the matching name, which may extend beyond its span:
// "desert" in "Homs desert".
func (r *expressionReader) nameEnd(s *toponym.Toponym) int {
	last := s.Last
	for last+1 < len(r.Tokens) && r.Tokens[last+1].End <= s.Start+len(s.Written) {
		last++
	}
	return last
}

// maxZoneWords is how many words of a zone's name may follow the place: "Golan Heights buffer
// zone".
const maxZoneWords = 3

// zone returns the zone whose name begins with a place and ends in a lower-case word for a part:
// "the Idlib demilitarised zone"; nil if there is none.
func (r *expressionReader) zone(s *toponym.Toponym) (place *gazetteer.Place, last int) {
	for at := s.Last + 1; at < len(r.Tokens) && at <= s.Last+maxZoneWords && r.BlankBefore(at); at++ {
		if r.RegionAt(at) != "zone" {
			continue
		}
		for _, hit := range r.Gaz.ByName(r.Source[s.Start:r.Tokens[at].End]) {
			if found := r.Gaz.Place(hit.Ref); r.in.Geometry(&found) != nil {
				return &found, at
			}
		}
	}
	return nil, 0
}
