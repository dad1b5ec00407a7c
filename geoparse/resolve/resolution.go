package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// Resolution has the places taken for the names of a text.
type Resolution struct {
	*toponym.Annotated
	signal.Off
	Support map[string]float64 // each country's share of the text

	weights Weights
	places  Places
	cache   *Cache
	given   bool     // the names are given spans
	choices []choice // of each name

	keys       []keys             // of each name
	weighed    map[asName]weighed // candidates of names, by asName
	containers []containment      // of each name
	divisions  map[string]bool    // codes of the first-level divisions that the text names
	impersonal int                // names that are not persons'
	counts     map[string]int     // names with a sense key that are taken for a place
	inCountry  map[string]int     // names taken for a place in a country
	codesIn    map[string]int     // of those, codes of roads and bases
	allTaken   int                // names taken for any place
}

// Settings configure Resolve.
type Settings struct {
	Off     signal.Off
	Weights Weights
	Places  Places
	Cache   *Cache // for these Weights and the gazetteer of the names; nil for no cache
	Given   bool   // the names are given spans: all get a place if one fits
}

// Resolve resolves the names of a text jointly. The names must not change afterwards.
func Resolve(f *toponym.Annotated, s Settings) *Resolution {
	p := &Resolution{Annotated: f, Off: s.Off, weights: s.Weights, places: s.Places, cache: s.Cache, given: s.Given, weighed: map[asName]weighed{}}
	p.resolve()
	return p
}

// IsNamed reports whether name i is reported although it has no place.
func (res *Resolution) IsNamed(i int) bool { return res.choices[i].named }

// Within returns the container of name i given by the text if no candidate lies in it; else nil.
func (res *Resolution) Within(i int) *gazetteer.Place { return res.choices[i].within }

// HasCandidates reports whether name i has candidates, even if none is taken.
func (res *Resolution) HasCandidates(i int) bool { return len(res.choices[i].options) > 0 }

// Candidates returns the candidates of name i, the one taken first, at most five.
func (res *Resolution) Candidates(i int) []Candidate { return res.choices[i].candidates() }

// Places caches the places that the names of a text can mean.
type Places map[gazetteer.Ref]*gazetteer.Place

// place returns the place of a hit.
func (res *Resolution) place(r gazetteer.Ref) *gazetteer.Place {
	place, known := res.places[r]
	if !known {
		found := res.Gaz.Place(r)
		place = &found
		res.places[r] = place
	}
	return place
}
