// Package focus decides which place a text as a whole is about.
//
//	f := focus.Of(focus.Input{Text: found, Names: names, Support: support})
//	f.Place, f.Admin1, f.Confidence // nil where the text is about no place
package focus

import (
	"math"
	"strings"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// Weights of mentions when determining the focus.
const (
	headBytes      = 300 // bytes over which a mention's weight halves
	floor          = 0.1 // the least weight of a mention far down
	titleWeight    = 3.0 // the title names it too
	reach          = 6   // words searched back for the "in" of "in the northern town of Hama"
	locative       = 2.5 // a location: "in Hama"
	divisionWeight = 1.3 // a division is named
	capitalWeight  = 0.5 // capitals are often named for their government
	soundWeight    = 0.7 // found by sound only
	again          = 0.9 // for each time the name came before
	asideShare     = 0.2 // share of the main country's support below which divisions of other countries are ignored
)

// Focus is the place that a text is about.
type Focus struct {
	Place      gazetteer.Place
	Admin1     string // usual English name of its first-level division; empty if unsure
	Confidence float64
}

// Input is a text with its resolved names.
type Input struct {
	Text    *toponym.Annotated
	Names   []Name             // those of Text
	Titled  []Name             // places named by a title that is not part of the text
	Title   string             // empty if the text begins with it
	Support map[string]float64 // each country's share of the text
	Country *gazetteer.Place   // the country with the largest share; nil if unknown
}

// Name is a resolved name with its confidence.
type Name struct {
	Place      *gazetteer.Place // nil if it does not count for the focus
	Confidence float64
}

// weigher weighs the evidence for each place.
type weigher struct {
	*toponym.Annotated
	in Input
}

// Of determines the focus of a text: the first-level division with the largest weight, and in it
// the heaviest place; the country if that division lies elsewhere; nil if nothing has weight.
func Of(in Input) *Focus {
	p := &weigher{in.Text, in}
	w := sums{divisions: map[string]float64{}, places: map[string]float64{}, sure: map[string]float64{}, byID: map[string]*gazetteer.Place{}}
	title := p.title()
	isTitled := map[string]bool{}
	for _, t := range in.Titled {
		isTitled[t.Place.ID] = true
	}
	seen := map[string]int{}
	for i, name := range in.Names {
		if name.Place == nil {
			continue
		}
		written := p.Names[i].Written
		key := gazetteer.Fold(written)
		named := isTitled[name.Place.ID] || strings.Contains(title, strings.ToLower(written))
		w.add(name.Place, p.weight(i, name.Place, named)*math.Pow(again, float64(seen[key])), name.Confidence)
		seen[key]++
	}
	for _, t := range in.Titled {
		if w.places[t.Place.ID] == 0 {
			w.add(t.Place, titleWeight*(0.5+in.Support[t.Place.Country]), t.Confidence)
		}
	}
	f := w.focus(p.Gaz)
	if c := in.Country; c != nil && f != nil && in.Support[f.Place.Country] < asideShare*in.Support[c.Country] {
		return &Focus{Place: *c, Confidence: math.Round(100*in.Support[c.Country]) / 100}
	}
	return f
}

// sums adds up the weights of each place and division.
type sums struct {
	divisions, places map[string]float64
	sure              map[string]float64 // of each division: the sum of weight times confidence
	byID              map[string]*gazetteer.Place
	total             float64
}

func (w *sums) add(place *gazetteer.Place, weight, confidence float64) {
	if place.Admin1 == "" || place.Country == "" {
		return
	}
	division := toponym.DivisionOf(place)
	w.divisions[division] += weight
	w.sure[division] += weight * confidence
	w.places[place.ID] += weight
	w.byID[place.ID] = place
	w.total += weight
}

func (w *sums) focus(g *gazetteer.Gazetteer) *Focus {
	if w.total == 0 {
		return nil
	}
	code, _ := heaviest(w.divisions)
	for id := range w.places {
		if toponym.DivisionOf(w.byID[id]) != code {
			delete(w.places, id)
		}
	}
	best, _ := heaviest(w.places)
	f := &Focus{Place: *w.byID[best], Confidence: math.Round(100*w.sure[code]/w.total) / 100}
	f.Admin1 = g.DivisionName(&f.Place)
	return f
}

func (p *weigher) weight(i int, place *gazetteer.Place, titled bool) float64 {
	s := &p.Names[i]
	w := (floor + headBytes/(headBytes+float64(s.Start))) * (0.5 + p.in.Support[place.Country])
	if titled {
		w *= titleWeight
	}
	if p.isLocative(s) {
		w *= locative
	}
	if place.Kind == gazetteer.FirstDivision {
		w *= divisionWeight
	}
	if place.Kind == gazetteer.Capital {
		w *= capitalWeight
	}
	if !s.Exact {
		w *= soundWeight
	}
	return w
}

// isLocative reports whether the text locates something in the place: "in Hama", "in the rural
// town of Hama", في حماة.
func (p *weigher) isLocative(s *toponym.Toponym) bool {
	const between = lexicon.Class | lexicon.Direction | lexicon.Modifier | lexicon.Participle
	for i := s.First - 1; i >= 0 && s.First-i <= reach && !p.Breaks(i); i-- {
		switch t := &p.Tokens[i]; {
		case t.Fold == "in", t.Base == "في":
			return true
		case t.Fold != "the" && t.Fold != "of" && p.Words[i]&between == 0:
			return false
		}
	}
	return false
}

// MaxTitleBytes is how much of a title is read; the longest headlines are a third as long.
const MaxTitleBytes = 1000

// title returns the title in lower case: the given one, or the first line.
func (p *weigher) title() string {
	title := p.in.Title
	if title == "" {
		line, _, cut := strings.Cut(strings.TrimSpace(p.Source), "\n")
		if !cut {
			return ""
		}
		title = line
	}
	return strings.ToLower(title[:min(len(title), MaxTitleBytes)])
}

// heaviest returns the key with the largest weight, the first in case of a tie.
func heaviest(weights map[string]float64) (key string, weight float64) {
	for k, w := range weights {
		if w > weight || w == weight && k < key {
			key, weight = k, w
		}
	}
	return key, weight
}

// HasTitle reports whether a text begins with a title.
func HasTitle(text, title string) bool {
	return strings.Contains(text[:min(len(text), headBytes+len(title))], title)
}
