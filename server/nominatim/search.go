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

// search looks a name up, whole and as a beginning. With format, or with what only
// Nominatim's clients ask for, it answers as Nominatim does.
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
			ID: place.ID, Name: s.nameIn(m.Ref, p.languages), Matched: m.Name, How: m.How.String(), Kind: string(place.Kind), Lat: place.Point[1], Lon: place.Point[0], Country: place.Country,
			Admin1: s.divisionIn(&place, p.languages), Population: place.Population, Score: round3(m.Score),
		})
	}
	a, err := server.OKJSON(req, doc)
	if err != nil {
		return nil, err
	}
	return inLanguage(a), nil
}

// nominatimOnly are parameters whose outcome our own form of an answer does not show.
func nominatimOnly() []string {
	only := []string{"json_callback", "addressdetails", "namedetails", "extratags", "polygon_threshold"}
	for _, form := range outlineForms() {
		only = append(only, "polygon_"+form)
	}
	return only
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
func (s *api) divisionIn(p *gazetteer.Place, wanted []language.Tag) string {
	if r, ok := s.gazetteer.Division(p.Country + "." + p.Admin1); ok && p.Admin1 != "" {
		if name := s.scriptName(r, wanted); name != "" {
			return name
		}
	}
	return s.gazetteer.DivisionName(p)
}

// round3 keeps three decimals.
func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
