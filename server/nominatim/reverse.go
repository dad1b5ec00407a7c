package nominatim

import (
	"dateline/gazetteer"
	"dateline/server"
	"dateline/work"

	"github.com/paulmach/orb"
)

// quarterZoom is the zoom from which parts of towns, as quarters or squares, are returned, like
// Nominatim's neighbourhoods.
const quarterZoom = 14

// reverse returns what is at a point: the nearest town in its country or, for small zooms, the
// country or division, as Nominatim does.
func (s *api) reverse(req *server.Request) (*server.Answer, error) {
	p := req.Own.(*params)
	if p.format == "" {
		p.format = "jsonv2"
		if req.Media == server.TypeGeoJSON {
			p.format = "geojson"
		}
	}
	if !req.Query.Has("addressdetails") {
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

// placeAt returns what is at a point: a country up to zoom 4, a first-level division up to zoom
// 7, else a town, and from quarterZoom on a part of one. Outlines decide in what a point lies
// and, where unknown, the nearest town.
func (s *api) placeAt(at orb.Point, zoom int) (gazetteer.Ref, bool) {
	fineEnough := func(p *gazetteer.Place) bool { return zoom >= quarterZoom || p.Kind != gazetteer.Quarter }
	town, found := s.nearest(at, fineEnough)
	var place gazetteer.Place
	if found {
		place = s.gazetteer.Place(town)
	}
	in := s.outlines().at(at, &place)
	if found && place.Country != in.country {
		town, found = s.nearest(at, func(p *gazetteer.Place) bool { return p.Country == in.country && fineEnough(p) })
	}
	country, hasCountry := s.gazetteer.Division(in.country)
	division, hasDivision := s.gazetteer.Division(in.division)
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
