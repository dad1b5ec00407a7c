package nominatim

import (
	"math"
	"slices"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/server"
	"dateline/work"

	"golang.org/x/text/language"
)

// searchDoc is the answer of /search, best match first.
type searchDoc struct {
	Results []found `json:"results"`
}

// found is a place of the gazetteer.
type found struct {
	ID         string  `json:"id"`
	Name       string  `json:"name"`
	Matched    string  `json:"matched"` // the matching name
	How        string  `json:"how"`     // exact, prefix, sounds alike or fuzzy
	Kind       string  `json:"kind"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Country    string  `json:"country"`
	Admin1     string  `json:"admin1"`
	Population int     `json:"population"`
	Score      float64 `json:"score"`
}

// search looks up a name, complete or as a prefix. With format, or with parameters that only
// Nominatim's clients send, it answers as Nominatim does.
func (s *api) search(req *server.Request) (*server.Answer, error) {
	p := req.Own.(*params)
	if p.format == "" && req.Media == server.TypeGeoJSON {
		p.format = "geojson"
	}
	if p.format == "" && (len(p.structured) > 0 || slices.ContainsFunc(nominatimOnly(), req.Query.Has)) {
		p.format = "jsonv2"
	}
	if err := p.checkSearch(); err != nil {
		return nil, err
	}
	if p.format != "" {
		return s.geocode(req)
	}
	if err := work.Spend(req, p.searchSteps()); err != nil {
		return nil, err
	}
	doc := searchDoc{Results: []found{}}
	for _, m := range s.placesCalled(p, req.Limit) {
		place := m.Place
		doc.Results = append(doc.Results, found{
			ID: place.ID, Name: s.nameIn(m.Ref, p.languages), Matched: m.Name, How: m.Kind.String(), Kind: string(place.Kind), Lat: place.Point[1], Lon: place.Point[0], Country: place.Country,
			Admin1: s.divisionIn(&place, p.languages), Population: place.Population, Score: round3(m.Score),
		})
	}
	a, err := server.OKJSON(req, doc)
	if err != nil {
		return nil, err
	}
	return inLanguage(a), nil
}

// nominatimOnly are parameters without effect on our own format.
func nominatimOnly() []string {
	only := []string{"json_callback", "addressdetails", "namedetails", "extratags", "polygon_threshold"}
	for _, form := range outlineForms() {
		only = append(only, "polygon_"+form)
	}
	return only
}

// searchSteps is the approximate cost of looking up a name.
func (p *params) searchSteps() int {
	characters := utf8.RuneCountInString(p.search)
	for _, part := range p.structured {
		characters += utf8.RuneCountInString(part)
	}
	return 100_000 + 10_000*characters
}

// divisionIn returns the name of a place's first-level division.
func (s *api) divisionIn(p *gazetteer.Place, wanted []language.Tag) string {
	if r, ok := s.gazetteer.Division(p.Country + "." + p.Admin1); ok && p.Admin1 != "" {
		if name := s.scriptName(r, wanted); name != "" {
			return name
		}
	}
	return s.gazetteer.DivisionName(p)
}

// round3 rounds to three decimals.
func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
