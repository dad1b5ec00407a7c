package resolve

import (
	"dateline/gazetteer"
	"dateline/geoparse/signal"
	"dateline/geoparse/toponym"
)

// Resolution is what the names of a text were taken for.
type Resolution struct {
	*toponym.Annotated
	signal.Off
	Support map[string]float64 // share of the text that speaks of each country

	weights Weights
	places  Places
	memory  *Memory
	given   bool     // the names are spans that were asked for
	choices []choice // one for each name

	keys       []keys             // of each name
	weighed    map[asName]weighed // options of names
	containers []containment      // of each name
	divisions  map[string]bool    // first-level divisions that the text names, by code
	counts     map[string]int     // how many names of a sense key are taken for a place
	inCountry  map[string]int     // how many names are taken for one in a country
	allTaken   int                // how many in all
}

// Settings are what a Resolution goes by.
type Settings struct {
	Off     signal.Off
	Weights Weights
	Places  Places
	Memory  *Memory // of these Weights and the gazetteer of the names; nil for none
	Given   bool    // the names are spans that were asked for: all get a place if one fits
}

// Resolve decides together what the names of a text mean. The names are not changed
// after.
func Resolve(f *toponym.Annotated, s Settings) *Resolution {
	p := &Resolution{Annotated: f, Off: s.Off, weights: s.Weights, places: s.Places, memory: s.Memory, given: s.Given, weighed: map[asName]weighed{}}
	p.resolve()
	return p
}

// IsNamed reports whether name i is given out though no place is known for it.
func (res *Resolution) IsNamed(i int) bool { return res.choices[i].named }

// Within returns what the text says that name i lies in, where no place so called
// does; else nil.
func (res *Resolution) Within(i int) *gazetteer.Place { return res.choices[i].within }

// HasCandidates reports whether there are places that name i could mean, though it may
// be taken for none.
func (res *Resolution) HasCandidates(i int) bool { return len(res.choices[i].options) > 0 }

// Candidates returns the places that name i could mean, the one taken first, at most
// five.
func (res *Resolution) Candidates(i int) []Candidate { return res.choices[i].candidates() }

// Places holds once what the names of a text can mean.
type Places map[gazetteer.Ref]*gazetteer.Place

// place returns a place that a name can mean.
func (res *Resolution) place(r gazetteer.Ref) *gazetteer.Place {
	place, known := res.places[r]
	if !known {
		found := res.Gaz.Place(r)
		place = &found
		res.places[r] = place
	}
	return place
}
