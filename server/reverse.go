package server

import (
	"fmt"
	"slices"
	"strings"

	"dateline/feature"
	"dateline/gazetteer"
	"dateline/geo/rindex"
	"dateline/query"
	"dateline/work"

	"github.com/getkin/kin-openapi/openapi3"
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

// nearest returns the id of the place nearest to a point, within nearestKm;
// false when there is none. Of those at one spot the upper layer's is meant.
func (t *towns) nearest(at orb.Point) (id string, found bool) {
	t.points.Nearest(t.table, at, func(positions []int32, km float64) bool {
		if found = km <= nearestKm; found {
			id = t.table.At(int(positions[0])).ID()
		}
		return false
	})
	return id, found
}

// reverse says where a point is: the nearest town, or what it lies in for small
// zooms, as Nominatim does.
func (s *service) reverse(req *request) (*answer, error) {
	p := &req.params
	if p.format == "" {
		p.format = "jsonv2"
		if req.media == typeGeoJSON {
			p.format = "geojson"
		}
	}
	if err := work.Spend(req, p.searchSteps()); err != nil {
		return nil, err
	}
	var all []foundDoc
	if r, found := s.placeAt(orb.Point{*p.lon, *p.lat}, p.zoom); found {
		all = []foundDoc{s.describePlace(r, p)}
	}
	return req.inForm(all, true)
}

// placeAt returns what lies at a point: a country up to zoom 4, a first-level
// division up to zoom 7, else a town.
func (s *service) placeAt(at orb.Point, zoom int) (gazetteer.Ref, bool) {
	id, found := s.towns().nearest(at)
	if !found {
		return 0, false
	}
	r, found := s.Gazetteer.Find(id)
	if !found {
		return 0, false
	}
	place := s.Gazetteer.Place(r)
	if in, ok := s.Gazetteer.Division(place.Country); ok && zoom <= 4 {
		return in, true
	}
	if in, ok := s.Gazetteer.Division(place.Country + "." + place.Admin1); ok && zoom <= 7 {
		return in, true
	}
	return r, true
}

// geocode answers a search as Nominatim does.
func (s *service) geocode(req *request) (*answer, error) {
	if err := work.Spend(req, req.params.searchSteps()); err != nil {
		return nil, err
	}
	var all []foundDoc
	for _, m := range s.placesCalled(&req.params) {
		all = append(all, s.describePlace(m.Ref, &req.params))
	}
	return req.inForm(all, false)
}

// placesCalled finds places by name, or by name and what they lie in with commas
// between, and in the box where that is asked for.
func (s *service) placesCalled(p *params) []gazetteer.Match {
	parts := strings.Split(p.search, ",")
	near := p.near()
	if near == nil && p.viewBox != nil {
		middle := p.viewBox.Center()
		near = &middle
	}
	wish := gazetteer.Wish{Countries: p.countries, Near: near, Limit: 4 * maxFound, Prefix: true}
	all := slices.DeleteFunc(s.Gazetteer.Lookup(parts[0], wish), func(m gazetteer.Match) bool {
		return p.bounded && p.viewBox != nil && !p.viewBox.Contains(m.Place.Point) || !s.liesIn(m.Ref, &m.Place, parts[1:])
	})
	return all[:min(len(all), p.limit)]
}

// liesIn reports whether each part names something that a place lies in.
func (s *service) liesIn(r gazetteer.Ref, p *gazetteer.Place, parts []string) bool {
	above := []gazetteer.Ref{}
	for _, code := range []string{p.Country + "." + p.Admin1, p.Country} {
		if in, ok := s.Gazetteer.Division(code); ok && in != r {
			above = append(above, in)
		}
	}
	for _, part := range parts {
		folded := gazetteer.Fold(part)
		if folded != "" && !slices.ContainsFunc(above, func(in gazetteer.Ref) bool {
			return slices.ContainsFunc(s.Gazetteer.Names(in), func(name string) bool { return strings.HasPrefix(gazetteer.Fold(name), folded) })
		}) {
			return false
		}
	}
	return true
}

func enumSchema(values ...string) *openapi3.Schema {
	s := openapi3.NewStringSchema()
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// nominatimParams are parameters of Nominatim's searches; those that change
// nothing here are taken and passed over, as its clients send them.
func nominatimParams() []param {
	all := []param{paramFormat(), paramLanguage(), paramSwitch("addressdetails", "Also say what the place lies in, part by part.",
		func(p *params, on bool) { p.addressDetails = on })}
	for _, name := range []string{"namedetails", "extratags", "polygon_geojson", "dedupe", "email", "layer", "json_callback", "source"} {
		all = append(all, param{name: name, schema: openapi3.NewStringSchema(), about: "For clients of Nominatim; it changes nothing here."})
	}
	return all
}

func paramSwitch(name, about string, set func(*params, bool)) param {
	return param{
		name: name, about: about, schema: enumSchema("0", "1", "true", "false"),
		read: func(v string, into *params) error {
			if !slices.Contains([]string{"0", "1", "true", "false"}, v) {
				return fmt.Errorf("%q is neither 0 nor 1", v)
			}
			set(into, v == "1" || v == "true")
			return nil
		},
	}
}

func paramZoom() param {
	return param{
		name: "zoom", standard: "18", schema: openapi3.NewIntegerSchema().WithMin(0).WithMax(18).WithDefault(18),
		about: "How fine the answer is to be: up to 4 a country, up to 7 a first-level division, else a town.",
		read: func(v string, into *params) (err error) {
			into.zoom, err = readWhole(v, 0, 18)
			return err
		},
	}
}

// paramViewBox takes two corners, whichever they are.
func paramViewBox() param {
	return param{
		name: "viewbox", list: true, schema: openapi3.NewArraySchema().WithMinItems(4).WithMaxItems(4).WithItems(openapi3.NewFloat64Schema()),
		about: "Places in this box come first, with bounded=1 no others: lon,lat,lon,lat of two corners that lie across.",
		read: func(v string, into *params) error {
			parts := strings.Split(v, ",")
			if len(parts) != 4 {
				return fmt.Errorf("it holds %d numbers; give four", len(parts))
			}
			var n [4]float64
			for i, part := range parts {
				var err error
				if n[i], err = query.ParseNumber(part); err != nil {
					return err
				}
			}
			into.viewBox = &orb.Bound{Min: orb.Point{min(n[0], n[2]), min(n[1], n[3])}, Max: orb.Point{max(n[0], n[2]), max(n[1], n[3])}}
			return nil
		},
	}
}
