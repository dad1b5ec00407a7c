package server

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/gazetteer"
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
	Kind       string  `json:"kind"`
	Lat        float64 `json:"lat"`
	Lon        float64 `json:"lon"`
	Country    string  `json:"country"`
	Admin1     string  `json:"admin1"`
	Population int     `json:"population"`
	Score      float64 `json:"score"`
}

// search looks a name up, whole and as a beginning.
func (s *service) search(req *request) (*answer, error) {
	doc := searchDoc{Results: []found{}}
	for _, m := range s.matches(&req.params) {
		p := m.Place
		doc.Results = append(doc.Results, found{
			ID: p.ID, Name: p.Name, Matched: m.Name, Kind: string(p.Kind), Lat: p.Point[1], Lon: p.Point[0], Country: p.Country,
			Admin1: s.Gazetteer.DivisionName(&p), Population: p.Population, Score: round3(m.Score),
		})
	}
	return okJSON(req, doc)
}

// matches asks for each country alone, as a Wish has one, and puts the answers
// together: names that are what was asked for, names that begin with it, names
// that are like it; and of these the best first.
func (s *service) matches(p *params) []gazetteer.Match {
	countries := p.countries
	if len(countries) == 0 {
		countries = []string{""}
	}
	var all []gazetteer.Match
	for _, country := range countries {
		w := gazetteer.Wish{Country: country, Near: p.near(), Limit: p.limit}
		all = append(all, s.Gazetteer.Lookup(p.search, w)...)
		all = append(all, s.Gazetteer.Complete(p.search, w)...)
	}
	asked := gazetteer.Fold(p.search)
	slices.SortStableFunc(all, func(a, b gazetteer.Match) int {
		return cmp.Or(cmp.Compare(likeness(asked, a.Name), likeness(asked, b.Name)), -cmp.Compare(a.Score, b.Score))
	})
	seen := map[string]bool{}
	all = slices.DeleteFunc(all, func(m gazetteer.Match) bool {
		again := seen[m.Place.ID]
		seen[m.Place.ID] = true
		return again
	})
	return all[:min(len(all), p.limit)]
}

// likeness is smaller for names that are more alike.
func likeness(asked, name string) int {
	switch folded := gazetteer.Fold(name); {
	case folded == asked:
		return 0
	case strings.HasPrefix(folded, asked):
		return 1
	}
	return 2
}

// round3 keeps three decimals.
func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
