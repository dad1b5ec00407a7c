package preview

import (
	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// land is the map below the circles: the outlines of countries and their first-level divisions.
type land struct {
	countries, divisions []outline
}

type outline struct {
	rings []orb.Ring
	bound orb.Bound
}

func newLand(g *gazetteer.Gazetteer) *land {
	l := &land{}
	seen := map[string]bool{}
	for _, x := range g.Layers() {
		for i := range x.Len() {
			p := x.Place(i)
			code := p.Code()
			switch {
			case code == "" || seen[code]:
			case p.Kind.IsCountry():
				l.countries, seen[code] = appendOutline(l.countries, g.Boundary(&p)), true
			case p.Kind == gazetteer.FirstDivision:
				l.divisions, seen[code] = appendOutline(l.divisions, g.Boundary(&p)), true
			}
		}
	}
	return l
}

func appendOutline(all []outline, area orb.Geometry) []outline {
	var rings []orb.Ring
	switch g := area.(type) {
	case orb.Polygon:
		rings = g
	case orb.MultiPolygon:
		for _, p := range g {
			rings = append(rings, p...)
		}
	}
	if len(rings) == 0 {
		return all
	}
	return append(all, outline{rings, area.Bound()})
}
