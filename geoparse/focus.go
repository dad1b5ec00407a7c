package geoparse

import (
	"math"
	"strings"

	"dateline/gazetteer"
)

// Weights of a mention for the focus of the text.
const (
	focusHead     = 300 // bytes over which a mention's weight halves
	focusFloor    = 0.1 // what a mention far down still counts
	focusTitle    = 3.0 // the title names it too
	focusReach    = 6   // words back to the "in" of "in the northern town of Hama"
	focusIn       = 2.5 // "in Hama": something is there
	focusDivision = 1.3 // a division is named
	focusCapital  = 0.5 // named for its government as often as for itself
	focusSound    = 0.7 // found by sound only
	focusAgain    = 0.9 // for each time the name came before
	focusAside    = 0.2 // share of the main country's support below which a division elsewhere is an aside
)

// focus decides which place the text is about: the first-level division with
// the most weight, and in it the place with the most; or the country as a whole
// when that division lies elsewhere. Governments that speak weigh nothing.
func (p *parse) focus() *Focus {
	w := focusWeights{divisions: map[string]float64{}, places: map[string]float64{}, sure: map[string]float64{}, byID: map[string]gazetteer.Place{}}
	title, titled := p.title(), p.titlePlaces()
	isTitled := map[string]bool{}
	for i := range titled {
		isTitled[titled[i].Place.ID] = true
	}
	seen := map[string]int{}
	for i := range p.spots {
		place := p.taken(i)
		if place == nil || p.spots[i].role != RolePlace || !p.isMention(i) {
			continue
		}
		key := gazetteer.Fold(p.spots[i].written)
		named := isTitled[place.ID] || strings.Contains(title, strings.ToLower(p.spots[i].written))
		w.add(place, p.focusWeight(i, place, named)*math.Pow(focusAgain, float64(seen[key])), p.confidence(i))
		seen[key]++
	}
	for i := range titled {
		if place := titled[i].Place; w.places[place.ID] == 0 {
			w.add(place, focusTitle*(0.5+p.support[place.Country]), titled[i].Confidence)
		}
	}
	f := w.focus(p.gaz)
	if country, ok := p.mainCountry(); ok && f != nil && p.support[f.Place.Country] < focusAside*p.support[country.Country] {
		return &Focus{Place: country, Confidence: math.Round(100*p.support[country.Country]) / 100}
	}
	return f
}

// mainCountry returns the country that the text speaks of most.
func (p *parse) mainCountry() (gazetteer.Place, bool) {
	code, _ := heaviest(p.support)
	r, ok := p.gaz.Division(code)
	if !ok {
		return gazetteer.Place{}, false
	}
	return p.gaz.Place(r), true
}

// titlePlaces returns the places that a title names which is not part of the
// text, in the sense that the title alone gives them. Where the text speaks of
// other countries they are not believed.
func (p *parse) titlePlaces() []Mention {
	given := p.in.Title[:min(len(p.in.Title), maxTitleBytes)]
	if given == "" || strings.Contains(p.text[:min(len(p.text), focusHead+len(given))], given) {
		return nil
	}
	var places []Mention
	for _, m := range p.Parser.parse(p.steps, Input{Text: given}).Mentions {
		if m.Place != nil && (m.Role == RolePlace || m.Role == RoleAnchor) && (len(p.spots) == 0 || p.support[m.Place.Country] >= supportEnough) {
			places = append(places, m)
		}
	}
	return places
}

// focusWeights sums up what speaks for each place and division.
type focusWeights struct {
	divisions, places map[string]float64
	sure              map[string]float64 // of each division: the weights, each times its confidence
	byID              map[string]gazetteer.Place
	total             float64
}

func (w *focusWeights) add(place *gazetteer.Place, weight, confidence float64) {
	if place.Admin1 == "" || place.Country == "" {
		return
	}
	w.divisions[divisionOf(place)] += weight
	w.sure[divisionOf(place)] += weight * confidence
	w.places[place.ID] += weight
	w.byID[place.ID] = *place
	w.total += weight
}

func divisionOf(place *gazetteer.Place) string { return place.Country + "." + place.Admin1 }

func (w *focusWeights) focus(g *gazetteer.Gazetteer) *Focus {
	if w.total == 0 {
		return nil
	}
	code, _ := heaviest(w.divisions)
	for id := range w.places {
		if place := w.byID[id]; divisionOf(&place) != code {
			delete(w.places, id)
		}
	}
	best, _ := heaviest(w.places)
	f := &Focus{Place: w.byID[best], Confidence: math.Round(100*w.sure[code]/w.total) / 100}
	f.Admin1 = g.DivisionName(&f.Place)
	return f
}

// heaviest returns the key with the most weight, the first of equals.
func heaviest(weights map[string]float64) (key string, weight float64) {
	for k, w := range weights {
		if w > weight || w == weight && k < key {
			key, weight = k, w
		}
	}
	return key, weight
}

func (p *parse) focusWeight(i int, place *gazetteer.Place, titled bool) float64 {
	s := &p.spots[i]
	w := (focusFloor + focusHead/(focusHead+float64(s.start))) * (0.5 + p.support[place.Country])
	if titled {
		w *= focusTitle
	}
	if p.isLocative(s) {
		w *= focusIn
	}
	if place.Kind == gazetteer.FirstDivision {
		w *= focusDivision
	}
	if place.Kind == gazetteer.Capital {
		w *= focusCapital
	}
	if !s.exact {
		w *= focusSound
	}
	return w
}

// isLocative reports whether the text says that something is in the place: "in
// Hama", "in the rural town of Hama", في حماة.
func (p *parse) isLocative(s *spotted) bool {
	const between = isClass | isDirection | isModifier | isParticiple
	for i := s.first - 1; i >= 0 && s.first-i <= focusReach && !p.breaks(i); i-- {
		switch t := &p.tokens[i]; {
		case t.fold == "in", t.base == "في":
			return true
		case t.fold != "the" && t.fold != "of" && p.words[i]&between == 0:
			return false
		}
	}
	return false
}

// maxTitleBytes is how much of a title is read; the longest headlines have a
// third of it.
const maxTitleBytes = 1000

// title returns the title in lower case: the one given, or the first line.
func (p *parse) title() string {
	title := p.in.Title
	if title == "" {
		line, _, cut := strings.Cut(strings.TrimSpace(p.text), "\n")
		if !cut {
			return ""
		}
		title = line
	}
	return strings.ToLower(title[:min(len(title), maxTitleBytes)])
}
