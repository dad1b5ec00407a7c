package nominatim

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geo"

	"github.com/paulmach/orb"
)

// outlines are the known areas of countries, within their borders, and of first-level divisions,
// by code. Disputed are regions that the gazetteer assigns to one country and that lie within
// the outline of another: there the gazetteer decides, as it does for towns.
type outlines struct {
	countries []outlined
	disputed  []outlined
	divisions map[string][]outlined // by the country's code
}

type outlined struct {
	code  string
	area  orb.Geometry
	bound orb.Bound
}

func newOutlines(g *gazetteer.Gazetteer) *outlines {
	borders, err := gazetteer.Borders()
	if err != nil {
		panic(err) // they are embedded
	}
	o := &outlines{divisions: map[string][]outlined{}}
	var regions []outlined
	seen := map[string]bool{}
	for _, x := range g.Layers() {
		for i := range x.Len() {
			p := x.Place(i)
			switch code := p.Code(); {
			case p.Kind == gazetteer.Region && p.Country != "":
				regions = appendOutline(regions, p.Country, x.Geometry(i))
			case code == "" || seen[code]:
			case p.Kind.IsCountry():
				o.countries, seen[code] = appendOutline(o.countries, code, areaOf(g, code, borders)), true
			case p.Kind == gazetteer.FirstDivision:
				o.divisions[p.Country], seen[code] = appendOutline(o.divisions[p.Country], code, g.Boundary(&p)), true
			}
		}
	}
	for _, r := range regions {
		if in := holding(o.countries, r.area.Bound().Center()); len(in) > 0 && !slices.Contains(in, r.code) {
			o.disputed = append(o.disputed, r)
		}
	}
	return o
}

// areaOf returns the area of a country: an imported one, else that within its border.
func areaOf(g *gazetteer.Gazetteer, code string, borders map[string]orb.Geometry) orb.Geometry {
	if r, known := g.Division(code); known {
		if area := g.Geometry(r); area != nil && area.Dimensions() == 2 {
			return area
		}
	}
	return borders[code]
}

func appendOutline(all []outlined, code string, area orb.Geometry) []outlined {
	if area == nil || area.Dimensions() != 2 {
		return all
	}
	return append(all, outlined{code, area, area.Bound()})
}

// holding returns the codes of the outlines that contain a point: one, or several where they
// overlap, as neighbours draw their own borders.
func holding(all []outlined, at orb.Point) []string {
	var codes []string
	for i := range all {
		if all[i].bound.Contains(at) && geo.Touches(all[i].area, at.Bound()) {
			codes = append(codes, all[i].code)
		}
	}
	return codes
}

// whereabouts is the country and division of a point, as codes; empty if unknown.
type whereabouts struct {
	country, division string
}

// at returns the country and division of a point. Where outlines overlap, or there is none,
// those of the nearest town count.
func (o *outlines) at(point orb.Point, nearest *gazetteer.Place) whereabouts {
	choose := func(codes []string, preferred string) string {
		if len(codes) == 0 || slices.Contains(codes, preferred) {
			return preferred
		}
		return codes[0]
	}
	var town gazetteer.Place
	if nearest != nil {
		town = *nearest
	}
	w := whereabouts{country: choose(holding(o.countries, point), town.Country)}
	if claimed := holding(o.disputed, point); len(claimed) > 0 {
		w.country = claimed[0]
	}
	townDivision := ""
	if town.Country == w.country && town.Admin1 != "" {
		townDivision = town.Country + "." + town.Admin1
	}
	w.division = choose(holding(o.divisions[w.country], point), townDivision)
	return w
}
