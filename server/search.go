package server

import (
	"math"
	"unicode/utf8"

	"dateline/gazetteer"
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
	Matched    string  `json:"matched"` // the name that is like the one asked for
	How        string  `json:"how"`     // exact, prefix, sounds alike or fuzzy
	Kind       string  `json:"kind"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Country    string  `json:"country"`
	Admin1     string  `json:"admin1"`
	Population int     `json:"population"`
	Score      float64 `json:"score"`
}

// search looks a name up, whole and as a beginning. With format it answers as
// Nominatim does.
func (s *service) search(req *request) (*answer, error) {
	if req.params.format == "" && req.media == typeGeoJSON {
		req.params.format = "geojson"
	}
	if req.params.format == "" && len(req.params.structured) > 0 {
		req.params.format = "jsonv2"
	}
	if err := req.params.checkSearch(); err != nil {
		return nil, err
	}
	if req.params.format != "" {
		return s.geocode(req)
	}
	if err := work.Spend(req, req.params.searchSteps()); err != nil {
		return nil, err
	}
	doc := searchDoc{Results: []found{}}
	for _, m := range s.placesCalled(&req.params) {
		p := m.Place
		doc.Results = append(doc.Results, found{
			ID: p.ID, Name: s.nameIn(m.Ref, req.params.languages), Matched: m.Name, How: m.How.String(), Kind: string(p.Kind), Lat: p.Point[1], Lon: p.Point[0], Country: p.Country,
			Admin1: s.divisionIn(&p, req.params.languages), Population: p.Population, Score: round3(m.Score),
		})
	}
	a, err := okJSON(req, doc)
	if err != nil {
		return nil, err
	}
	return inLanguage(a), nil
}

// searchSteps is about what it costs to look a name up.
func (p *params) searchSteps() int {
	characters := utf8.RuneCountInString(p.search)
	for _, part := range p.structured {
		characters += utf8.RuneCountInString(part)
	}
	return 100_000 + 10_000*characters
}

// divisionIn returns the name of the first-level division that a place lies in.
func (s *service) divisionIn(p *gazetteer.Place, wanted []language.Tag) string {
	if r, ok := s.Gazetteer.Division(p.Country + "." + p.Admin1); ok && p.Admin1 != "" {
		if name := s.scriptName(r, wanted); name != "" {
			return name
		}
	}
	return s.Gazetteer.DivisionName(p)
}

// round3 keeps three decimals.
func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
