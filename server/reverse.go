package server

import (
	"dateline/feature"
	"dateline/gazetteer"
	"dateline/geo/rindex"
	"dateline/work"

	"github.com/paulmach/orb"
)

// towns finds the populated place nearest to a point.
type towns struct {
	table  *feature.Table
	points *rindex.Points
}

func newTowns(g *gazetteer.Gazetteer) *towns {
	b := feature.NewBuilder(nil)
	for _, x := range g.Layers() {
		for i := range x.Len() {
			if p := x.Place(i); p.Kind.Class() == 'P' {
				b.Start(p.ID, p.Point, feature.Days{})
				b.Add()
			}
		}
	}
	table := b.Table()
	return &towns{table, new(rindex.Points).Grow(table, 0)}
}

// nearestKm is how far the nearest town may be.
const nearestKm = 110

// nearest returns the place nearest to a point that is wanted, within nearestKm;
// false when there is none. Of those at one spot the upper layer's is meant.
func (s *service) nearest(at orb.Point, wanted func(*gazetteer.Place) bool) (r gazetteer.Ref, found bool) {
	t := s.towns()
	t.points.Nearest(t.table, at, func(positions []int32, km float64) bool {
		if km > nearestKm {
			return false
		}
		for _, i := range positions {
			ref, known := s.Gazetteer.Find(t.table.At(int(i)).ID())
			if !known {
				continue
			}
			if place := s.Gazetteer.Place(ref); wanted(&place) {
				r, found = ref, true
				return false
			}
		}
		return true
	})
	return r, found
}

// reverse says where a point is: the nearest town of the country that it lies in,
// or that country or its division for small zooms, as Nominatim does.
func (s *service) reverse(req *request) (*answer, error) {
	p := &req.params
	if p.format == "" {
		p.format = "jsonv2"
		if req.media == typeGeoJSON {
			p.format = "geojson"
		}
	}
	if !req.given.Has("addressdetails") {
		p.addressDetails = true
	}
	if err := work.Spend(req, p.searchSteps()); err != nil {
		return nil, err
	}
	var all []gazetteer.Ref
	if r, found := s.placeAt(orb.Point{*p.lon, *p.lat}, p.zoom); found {
		all = append(all, r)
	}
	return s.describe(req, all, true)
}

// placeAt returns what lies at a point: a country up to zoom 4, a first-level
// division up to zoom 7, else a town. What a point lies in is told by outlines
// and, where none is known, by the nearest town.
func (s *service) placeAt(at orb.Point, zoom int) (gazetteer.Ref, bool) {
	town, found := s.nearest(at, func(*gazetteer.Place) bool { return true })
	var place gazetteer.Place
	if found {
		place = s.Gazetteer.Place(town)
	}
	in := s.outlines().at(at, &place)
	if found && place.Country != in.country {
		town, found = s.nearest(at, func(p *gazetteer.Place) bool { return p.Country == in.country })
	}
	country, hasCountry := s.Gazetteer.Division(in.country)
	division, hasDivision := s.Gazetteer.Division(in.division)
	switch {
	case zoom <= 4 && hasCountry:
		return country, true
	case zoom <= 7 && hasDivision:
		return division, true
	case found:
		return town, true
	case hasDivision:
		return division, true
	}
	return country, hasCountry
}
