package gazetteer

import (
	"maps"
	"slices"
	"strings"

	"dateline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// outline is the area of a country or first-level division.
type outline struct {
	code  string // Place.Code
	area  orb.Geometry
	bound orb.Bound
}

// locate sets the country and first-level division of entries that have neither, from the
// outline that contains their point. Entries at sea are left alone.
func locate(entries []Entry, b boundaries) {
	var outlines []outline
	for i := range entries {
		e := &entries[i]
		if e.Country != "" || e.Kind.IsCountry() || e.Kind.IsDivision() || strings.IndexByte("LHT", e.Kind.Class()) >= 0 {
			continue
		}
		if outlines == nil {
			outlines = b.outlines()
		}
		for _, o := range outlines { // a country's code precedes those of its divisions
			country, division, _ := strings.Cut(o.code, ".")
			if division != "" && country != e.Country || !o.bound.Contains(e.Point) || !geo.Touches(o.area, e.Point.Bound()) {
				continue
			}
			if e.Country == "" {
				e.Country = country
			}
			if division != "" {
				e.Admin1 = division
				break
			}
		}
	}
}

// Locate sets the country and first-level division of an entry that has neither, from the
// outline that contains its point. Entries at sea, and those that may span countries, are left
// alone.
func (g *Gazetteer) Locate(e *Entry) {
	one := []Entry{*e}
	locate(one, g.boundaries)
	*e = one[0]
}

// outlines decodes all outlines, ordered by code.
func (b boundaries) outlines() []outline {
	outlines := make([]outline, 0, len(b))
	for _, code := range slices.Sorted(maps.Keys(b)) {
		if area, err := wkb.Unmarshal(b[code]); err == nil {
			outlines = append(outlines, outline{code, area, area.Bound()})
		}
	}
	return outlines
}
