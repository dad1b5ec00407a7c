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
	focusIn       = 1.5 // "in Hama": something is there
	focusDivision = 1.3 // a division is named
	focusCapital  = 0.5 // named for its government as often as for itself
	focusSound    = 0.7 // found by sound only
	focusAgain    = 0.9 // for each time the name came before
)

// focus decides which place the text is about: the first-level division with
// the most weight, and in it the place with the most. Governments that speak
// weigh nothing.
func (p *parse) focus() *Focus {
	divisions, places := map[string]float64{}, map[string]float64{}
	byID := map[string]gazetteer.Place{}
	seen := map[string]int{}
	total := 0.0
	for i := range p.spots {
		place := p.taken(i)
		if place == nil || place.Admin1 == "" || place.Country == "" || p.spots[i].role != RolePlace || !p.isMention(i) {
			continue
		}
		key := gazetteer.Fold(p.spots[i].written)
		w := p.focusWeight(i, place) * math.Pow(focusAgain, float64(seen[key]))
		seen[key]++
		divisions[place.Country+"."+place.Admin1] += w
		places[place.ID] += w
		byID[place.ID] = *place
		total += w
	}
	if total == 0 {
		return nil
	}
	code, weight := heaviest(divisions)
	for id := range places {
		if pl := byID[id]; pl.Country+"."+pl.Admin1 != code {
			delete(places, id)
		}
	}
	best, _ := heaviest(places)
	f := &Focus{Place: byID[best], Confidence: math.Round(100*weight/total) / 100}
	f.Admin1 = p.gaz.DivisionName(&f.Place)
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

func (p *parse) focusWeight(i int, place *gazetteer.Place) float64 {
	s := &p.spots[i]
	w := (focusFloor + focusHead/(focusHead+float64(s.start))) * (0.5 + p.support[place.Country])
	if strings.Contains(p.title(), strings.ToLower(s.written)) {
		w *= focusTitle
	}
	if s.first > 0 && (p.tokens[s.first-1].fold == "in" || p.tokens[s.first-1].base == "في") {
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

// title returns the title in lower case: the one given, or the first line.
func (p *parse) title() string {
	if p.in.Title != "" {
		return strings.ToLower(p.in.Title)
	}
	line, _, cut := strings.Cut(strings.TrimSpace(p.text), "\n")
	if !cut {
		return ""
	}
	return strings.ToLower(line)
}
