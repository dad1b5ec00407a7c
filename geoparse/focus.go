package geoparse

import (
	"math"

	"dateline/gazetteer"
)

// focus decides which place the text is about: the first-level division with
// the most weight, and in it the place with the most. Names early in the text
// and fine ones weigh more; governments that speak weigh nothing.
func (p *parse) focus() *Focus {
	divisions, places := map[string]float64{}, map[string]float64{}
	byID := map[string]gazetteer.Place{}
	total := 0.0
	for i := range p.spots {
		place := p.taken(i)
		if place == nil || !p.isMention(i) || p.spots[i].role != RolePlace || place.Admin1 == "" || place.Country == "" {
			continue
		}
		w := focusWeight(p.spots[i].start, place) * (0.5 + p.support[place.Country])
		divisions[place.Country+"."+place.Admin1] += w
		places[place.ID] += w
		byID[place.ID] = *place
		total += w
	}
	if total == 0 {
		return nil
	}
	code, weight := heaviest(divisions)
	best, bestWeight := "", 0.0
	for id, w := range places {
		pl := byID[id]
		if pl.Country+"."+pl.Admin1 == code && (w > bestWeight || w == bestWeight && id < best) {
			best, bestWeight = id, w
		}
	}
	f := &Focus{Place: byID[best], Confidence: math.Round(100*weight/total) / 100}
	f.Admin1 = p.gaz.DivisionName(&f.Place)
	return f
}

func heaviest(weights map[string]float64) (key string, weight float64) {
	for k, w := range weights {
		if w > weight || w == weight && k < key {
			key, weight = k, w
		}
	}
	return key, weight
}

// focusHead is the number of bytes over which a name's weight halves.
const focusHead = 600

func focusWeight(at int, place *gazetteer.Place) float64 {
	w := 0.5 + focusHead/(focusHead+float64(at))
	if place.Kind == gazetteer.Capital {
		w /= 2 // named for its government as often as for itself
	}
	return w
}
