package nominatim

import (
	"net/http"
	"slices"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/coordinates"
	"dateline/server"
	"dateline/work"

	"github.com/paulmach/orb"
)

// geocode answers a search as Nominatim does.
func (s *api) geocode(req *server.Request) (*server.Answer, error) {
	if err := work.Spend(req, req.Own.(*params).searchSteps()); err != nil {
		return nil, err
	}
	var all []gazetteer.Ref
	for _, m := range s.placesCalled(req.Own.(*params), req.Limit) {
		all = append(all, m.Ref)
	}
	return s.describe(req, all, false)
}

// checkSearch requires either q or the parts of a structured search.
func (p *params) checkSearch() error {
	switch {
	case p.search == "" && len(p.structured) == 0:
		return server.BadParameter("q", "it is missing; give the name of a place, or its parts as %s", strings.Join(structuredNames(), ", "))
	case p.search != "" && len(p.structured) > 0:
		return server.NewProblem(http.StatusBadRequest, "q cannot be combined with a structured search (%s); give one or the other", strings.Join(structuredNames(), ", "))
	}
	return nil
}

// naming is one reading of a search: a name, and the names of its containers.
type naming struct {
	name   string
	within []string
	kind   string // its kind in an address, if given
	split  bool   // the split is a guess, nothing in the search marks it
}

// readings returns the readings of a search, likeliest first.
func (p *params) readings() []naming {
	if len(p.structured) > 0 {
		return p.structuredReadings()
	}
	parts := strings.FieldsFunc(p.search, func(r rune) bool { return strings.ContainsRune(",،;؛/|\n", r) })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return append([]naming{{name: parts[0]}}, splits(parts[0])...)
	}
	last := len(parts) - 1
	return []naming{{name: parts[0], within: parts[1:]}, {name: parts[last], within: parts[:last]}}
}

// maxSplit is the number of words up to which a search without commas is split.
const maxSplit = 8

// splits divides words into a name and its container, "Homs Syria", or the other way around.
func splits(s string) []naming {
	words := strings.Fields(s)
	if len(words) > maxSplit {
		return nil
	}
	var all []naming
	for i := len(words) - 1; i > 0; i-- {
		before, behind := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		all = append(all, naming{name: before, within: []string{behind}, split: true})
	}
	for i := 1; i < len(words); i++ {
		before, behind := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		all = append(all, naming{name: behind, within: []string{before}, split: true})
	}
	return all
}

// structuredReadings takes the finest part as the name. Gazetteers have no postal codes: one
// next to other parts is ignored.
func (p *params) structuredReadings() []naming {
	var parts []string
	kind := ""
	for _, name := range structuredNames() {
		v := p.structured[name]
		if v == "" || name == "postalcode" {
			continue
		}
		if parts = append(parts, v); len(parts) == 1 {
			kind = name
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []naming{{name: parts[0], within: parts[1:], kind: kind}}
}

// placesCalled finds at most limit places by name, or by name and container, within the box if
// given; for coordinates, what lies there.
func (s *api) placesCalled(p *params, limit int) []gazetteer.Match {
	if at, ok := coordinates.At(p.search); ok && at.Bytes == len(p.search) {
		if r, found := s.placeAt(at.Point, 18); found {
			return []gazetteer.Match{{Ref: r, Place: s.gazetteer.Place(r), Name: p.search, Score: 1}}
		}
		return nil
	}
	var unsure []gazetteer.Match
	for _, reading := range p.readings() {
		all := s.called(p, &reading)
		switch {
		case len(all) == 0:
		case reading.split || len(reading.within) > 0 || all[0].Kind <= gazetteer.Prefix:
			return all[:min(len(all), limit)]
		case unsure == nil:
			unsure = all
		}
	}
	return unsure[:min(len(unsure), limit)]
}

// called finds places for one reading.
func (s *api) called(p *params, a *naming) []gazetteer.Match {
	near := p.near()
	if near == nil && p.viewBox != nil {
		middle := p.viewBox.Center()
		near = &middle
	}
	liesIn := s.within(a.within)
	wish := gazetteer.LookupOptions{Countries: p.countries, Near: near, Limit: 4 * maxFound, Prefix: !a.split}
	all := slices.DeleteFunc(s.gazetteer.Lookup(a.name, wish), func(m gazetteer.Match) bool {
		return p.bounded && p.viewBox != nil && !p.viewBox.Contains(m.Place.Point) || !p.wants(&m.Place) ||
			a.split && m.Kind == gazetteer.Fuzzy || !liesIn(m.Ref, &m.Place)
	})
	return a.first(all)
}

// first puts divisions that are meant before everything else of the same name.
func (a *naming) first(all []gazetteer.Match) []gazetteer.Match {
	var meant, others []gazetteer.Match
	for _, m := range all {
		if a.kind != "" && addressType(&m.Place, "") == a.kind {
			meant = append(meant, m)
		} else {
			others = append(others, m)
		}
	}
	return append(meant, others...)
}

// wants reports whether a place matches the requested layers and type, and is not excluded.
func (p *params) wants(place *gazetteer.Place) bool {
	return !slices.Contains(p.excluded, placeNumber(place.ID)) && (p.layers == nil || slices.Contains(p.layers, layerOf(place))) &&
		(p.featureType == "" || isOfType(place, p.featureType))
}

// layerOf returns the Nominatim layer of a place.
func layerOf(p *gazetteer.Place) string {
	switch p.Kind.Class() {
	case 'H', 'T', 'V', 'L':
		return "natural"
	case 'S':
		return "poi"
	}
	return "address"
}

// isOfType implements Nominatim's featureType.
func isOfType(p *gazetteer.Place, kind string) bool {
	switch kind {
	case "country":
		return p.Kind.IsCountry()
	case "state":
		return p.Kind == gazetteer.FirstDivision
	case "city":
		return p.Kind.Class() == 'P'
	}
	return p.Kind.Class() == 'P' || p.Kind.IsDivision()
}

// within returns a function that reports whether each part names a container of a place, or is
// its country code. The names of a division are folded once for all places.
func (s *api) within(parts []string) func(gazetteer.Ref, *gazetteer.Place) bool {
	folded := make([]string, len(parts))
	for i, part := range parts {
		folded[i] = gazetteer.Fold(part)
	}
	known := map[gazetteer.Ref][]bool{}
	namedBy := func(division gazetteer.Ref) []bool {
		if known[division] == nil {
			known[division] = beginnings(s.gazetteer.Names(division), folded)
		}
		return known[division]
	}
	return func(r gazetteer.Ref, p *gazetteer.Place) bool {
		named := make([]bool, len(parts))
		for _, code := range []string{p.Country + "." + p.Admin1, p.Country} {
			if in, ok := s.gazetteer.Division(code); ok && in != r && len(parts) > 0 {
				for i, is := range namedBy(in) {
					named[i] = named[i] || is
				}
			}
		}
		for i, part := range parts {
			if !named[i] && folded[i] != "" && !strings.EqualFold(part, p.Country) {
				return false
			}
		}
		return true
	}
}

// beginnings reports for each folded part whether one of the names starts with it.
func beginnings(names, parts []string) []bool {
	is := make([]bool, len(parts))
	for _, name := range names {
		name = gazetteer.Fold(name)
		for i, part := range parts {
			is[i] = is[i] || strings.HasPrefix(name, part)
		}
	}
	return is
}

// lookup answers with places by id, as Nominatim's /lookup does. It knows the ids of this
// gazetteer, not OpenStreetMap's.
func (s *api) lookup(req *server.Request) (*server.Answer, error) {
	p := req.Own.(*params)
	if p.format == "" {
		p.format = "jsonv2"
	}
	var all []gazetteer.Ref
	for _, id := range p.ids {
		if r, found := s.gazetteer.Find(id); found {
			all = append(all, r)
		}
	}
	return s.describe(req, all, false)
}

// near returns the point of lat and lon; nil if not given.
func (p *params) near() *orb.Point {
	if p.lat == nil || p.lon == nil {
		return nil
	}
	return &orb.Point{*p.lon, *p.lat}
}
