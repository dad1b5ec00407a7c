package geoparse

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/spatial"
	"dateline/geoparse/toponym"
)

// markAnchors gives places that only say where a front is the role of an anchor,
// and roads and rivers that are drawn as such too; it takes a town for the division of its name where the front was drawn from
// that: "Greater Idlib". Both lists are in the order of the text.
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

// takeDivision makes a mention mean the division of its name that a front around
// it was drawn from.
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

// isNamedLine reports whether a front is a road or river by its name: all of its
// line is meant, and not the point that a gazetteer gives for it.
func (f *Front) isNamedLine() bool {
	return f.Tree.Op == "" && (f.Kind == spatial.Road || f.Kind == spatial.River)
}
