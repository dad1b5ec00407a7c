package geoparse

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/spatial"
	"dateline/geoparse/toponym"
)

// markAnchors gives the role of an anchor to places that only locate a front, and to roads and
// rivers that are drawn themselves. If a front was drawn from the division of a town's name
// ("Greater Idlib"), the mention means that division. Both lists are in text order.
func markAnchors(mentions []Mention, fronts []Front) {
	for i := range mentions {
		m := &mentions[i]
		for len(fronts) > 0 && fronts[0].End <= m.Start {
			fronts = fronts[1:]
		}
		if len(fronts) == 0 || !fronts[0].Overlaps(m.Span) || m.Role != toponym.RolePlace {
			continue
		}
		m.takeDivision(&fronts[0])
		if !fronts[0].Tree.IsAtPlaces() || fronts[0].isNamedLine() {
			m.Role = toponym.RoleAnchor
		}
	}
}

// takeDivision resolves a mention to the division of its name from which a front around it was
// drawn.
func (m *Mention) takeDivision(f *Front) {
	if m.Place == nil || m.Place.Kind.Class() != 'P' || len(f.Anchors) != 1 {
		return
	}
	division := f.Anchors[0]
	if !division.Kind.IsDivision() || !strings.HasPrefix(gazetteer.Fold(division.Name), toponym.TownName(m.Place)) {
		return
	}
	m.Place, m.Precision = division, PrecisionOf(division.Kind)
	m.Reason += "; the region, by the words around it"
}

// isNamedLine reports whether a front is a named road or river: its whole course is meant, not
// the point that a gazetteer has for it.
func (f *Front) isNamedLine() bool {
	return f.Tree.Op == "" && (f.Kind == spatial.Road || f.Kind == spatial.River)
}
