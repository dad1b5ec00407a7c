package nominatim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"dateline/gazetteer"
	"dateline/server"
	"dateline/tiles"
	"dateline/work"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// foundDoc is a place in Nominatim's format
// (https://nominatim.org/release-docs/latest/api/Output/), for its clients: coordinates are
// strings, and the box is south, north, west, east.
type foundDoc struct {
	PlaceID     uint64            `json:"place_id"`
	Licence     string            `json:"licence"`
	Lat         string            `json:"lat"`
	Lon         string            `json:"lon"`
	Class       string            `json:"class,omitempty"`    // in json
	Category    string            `json:"category,omitempty"` // in jsonv2, the same
	Type        string            `json:"type"`
	Rank        int               `json:"place_rank"`
	Importance  float64           `json:"importance"`
	AddressType string            `json:"addresstype"`
	Name        string            `json:"name"`
	DisplayName string            `json:"display_name"`
	Address     map[string]string `json:"address,omitempty"`
	BoundingBox [4]string         `json:"boundingbox"`

	// if requested
	ExtraTags   map[string]string `json:"extratags,omitempty"`
	NameDetails map[string]string `json:"namedetails,omitempty"`
	GeoJSON     json.RawMessage   `json:"geojson,omitempty"`
	KML         string            `json:"geokml,omitempty"`
	SVG         string            `json:"svg,omitempty"`
	GeoText     string            `json:"geotext,omitempty"`

	point orb.Point
	bound orb.Bound
}

// nothingDoc is Nominatim's answer for a point far from everything.
type nothingDoc struct {
	Error string `json:"error"`
}

const licence = "Places: GeoNames, CC BY 4.0; see /api"

// The approximate cost of describing and of drawing a place, in steps of work.Spend.
const (
	stepsPerPlace   = 5_000
	stepsPerOutline = 50_000
)

// describe answers with places in the requested format: a list for searches, one place for
// reverse.
func (s *api) describe(req *server.Request, all []gazetteer.Ref, one bool) (*server.Answer, error) {
	p := req.Own.(*params)
	var docs []foundDoc
	for _, r := range all {
		if err := work.Spend(req, stepsPerPlace+stepsPerOutline*len(p.outlines)); err != nil {
			return nil, err
		}
		docs = append(docs, s.describePlace(r, p))
	}
	return inFormat(req, docs, one), nil
}

// describePlace makes a foundDoc of a place, with names in the requested languages.
func (s *api) describePlace(r gazetteer.Ref, p *params) foundDoc {
	place := s.gazetteer.Place(r)
	class, kind, rank, half := classOf(&place)
	outline := s.outline(r, &place)
	bound := boundOf(outline, place.Point, half)
	d := foundDoc{
		PlaceID: placeNumber(place.ID), Licence: licence, Lat: degrees(place.Point[1]), Lon: degrees(place.Point[0]), Type: kind, Rank: rank,
		Importance: round3(s.gazetteer.Prominence(r)), AddressType: addressType(&place, kind), Name: s.nameIn(r, p.languages),
		BoundingBox: [4]string{degrees(bound.Min[1]), degrees(bound.Max[1]), degrees(bound.Min[0]), degrees(bound.Max[0])},
		point:       place.Point, bound: bound,
	}
	if p.format == "jsonv2" || p.format == "geojson" {
		d.Category = class
	} else {
		d.Class = class
	}
	address, parts := s.address(r, &place, d.AddressType, p.languages)
	d.DisplayName = strings.Join(parts, ", ")
	if p.addressDetails {
		d.Address = address
	}
	if p.nameDetails {
		d.NameDetails = s.nameDetails(r)
	}
	if p.extraTags {
		d.ExtraTags = map[string]string{"id": place.ID}
		if place.Population > 0 {
			d.ExtraTags["population"] = strconv.Itoa(place.Population)
		}
	}
	d.draw(outline, p)
	return d
}

// nameDetails lists the names of a place: the usual English one, the first in the script of each
// requested language, and all others.
func (s *api) nameDetails(r gazetteer.Ref) map[string]string {
	usual := s.gazetteer.Place(r).Name
	all, others := map[string]string{"name": usual, "name:en": usual}, []string{}
	if arabic := s.gazetteer.NameIn(r, unicode.Arabic); arabic != "" {
		all["name:ar"] = arabic
	}
	for _, name := range s.gazetteer.Names(r) {
		if name != usual && name != all["name:ar"] {
			others = append(others, name)
		}
	}
	if len(others) > 0 {
		all["alt_name"] = strings.Join(others, ";")
	}
	return all
}

// address returns the containers of a place: by Nominatim's names, and in order from the place
// itself to its country.
func (s *api) address(r gazetteer.Ref, place *gazetteer.Place, own string, wanted []language.Tag) (map[string]string, []string) {
	all, parts := map[string]string{own: s.nameIn(r, wanted)}, []string{s.nameIn(r, wanted)}
	add := func(code, key string) {
		in, ok := s.gazetteer.Division(code)
		if !ok || in == r || all[key] != "" {
			return
		}
		all[key] = s.nameIn(in, wanted)
		parts = append(parts, all[key])
	}
	if place.Admin1 != "" {
		add(place.Country+"."+place.Admin1, "state")
	}
	if place.Country != "" {
		add(place.Country, "country")
		all["country_code"] = strings.ToLower(place.Country)
	}
	return all, parts
}

// classOf returns Nominatim's class, type and rank of a place, and half its width in degrees
// where its extent is unknown.
func classOf(p *gazetteer.Place) (class, kind string, rank int, half float64) {
	code := p.Kind.Code()
	switch {
	case p.Kind.IsCountry():
		return "boundary", "administrative", 4, 3
	case p.Kind == gazetteer.FirstDivision:
		return "boundary", "administrative", 8, 0.5
	case p.Kind.IsDivision():
		return "boundary", "administrative", 12, 0.2
	}
	switch p.Kind.Class() {
	case 'P':
		switch {
		case code == "PPLC" || code == "PPLA" || p.Population >= 100_000:
			return "place", "city", 16, 0.1
		case p.Population >= 10_000:
			return "place", "town", 18, 0.04
		}
		return "place", "village", 19, 0.02
	case 'H':
		return "waterway", "river", 19, 0.1
	case 'R':
		return "highway", "road", 26, 0.1
	case 'T':
		return "natural", "peak", 18, 0.02
	case 'L':
		return "place", "region", 10, 0.5
	case 'V':
		return "landuse", "forest", 22, 0.05
	}
	return "place", "locality", 20, 0.01
}

// addressType returns the key of a place in its own address.
func addressType(p *gazetteer.Place, kind string) string {
	switch {
	case p.Kind.IsCountry():
		return "country"
	case p.Kind == gazetteer.FirstDivision:
		return "state"
	case p.Kind.IsDivision():
		return "county"
	}
	return kind
}

// outline returns the shape of a place, nil if unknown.
func (s *api) outline(r gazetteer.Ref, p *gazetteer.Place) orb.Geometry {
	if g := s.gazetteer.Geometry(r); g != nil {
		return g
	}
	return s.gazetteer.Boundary(p)
}

// boundOf returns the bound of an outline or, if unknown, of the square within half a width of a
// point.
func boundOf(outline orb.Geometry, p orb.Point, half float64) orb.Bound {
	if outline != nil {
		return outline.Bound()
	}
	return orb.Bound{
		Min: orb.Point{max(-180, p[0]-half), max(-90, p[1]-half)},
		Max: orb.Point{min(180, p[0]+half), min(90, p[1]+half)},
	}
}

// degrees formats a coordinate as Nominatim does, with seven decimals.
func degrees(v float64) string { return strconv.FormatFloat(round7(v), 'f', 7, 64) }

func round7(v float64) float64 { return math.Round(v*1e7) / 1e7 }

// placeNumber returns the number in a place's id, as in gn168325, else one computed from the id.
func placeNumber(id string) uint64 {
	if n, err := strconv.ParseUint(strings.TrimLeft(id, "abcdefghijklmnopqrstuvwxyz"), 10, 50); err == nil {
		return n
	}
	return tiles.NumericID(id)
}

func inFormat(req *server.Request, all []foundDoc, one bool) *server.Answer {
	p := req.Own.(*params)
	switch {
	case p.format == "geojson" || p.format == "geocodejson":
		body := server.JSON(placesCollection(all, p.format == "geocodejson"))
		if p.callback != "" {
			return p.called(body)
		}
		return inLanguage(server.OK(server.TypeGeoJSON, body))
	case p.format == "xml":
		return inLanguage(server.OK(server.TypeXML, writeXML(req, all, one)))
	case one && len(all) == 0:
		return p.called(server.JSON(nothingDoc{unableToGeocode}))
	case one:
		return p.called(server.JSON(all[0]))
	}
	return p.called(server.JSON(append([]foundDoc{}, all...)))
}

const unableToGeocode = "Unable to geocode"

// called answers with JSON, or with a script that calls a function with it.
func (p *params) called(body []byte) *server.Answer {
	if p.callback == "" {
		return inLanguage(server.OK(server.TypeJSON, body))
	}
	return inLanguage(server.OK(server.TypeScript, fmt.Appendf(nil, "%s(%s)", p.callback, bytes.TrimSpace(body))))
}
