package resolve

import (
	"slices"

	"dateline/gazetteer"
)

// held counts the places of a text, those taken for countries apart, by the
// country and the divisions that they lie in.
type held struct {
	in  map[string]float64 // by Place.Code of the country or division
	all float64
}

func (res *Resolution) countHeld() held {
	h := held{in: map[string]float64{}}
	for i := range res.choices {
		if place := res.Taken(i); countsAsHeld(place) {
			h.all += res.choices[i].trust
			for _, code := range holders(place) {
				h.in[code] += res.choices[i].trust
			}
		}
	}
	return h
}

// share says from 0 to 1 which share of the other places lie in the country or
// division that a place is, or in the first-level division that it lies in:
// Georgia is a state where Atlanta, Savannah and Macon are named. Own is what
// the name in question is taken for, nil when for nothing.
func (h *held) share(own *gazetteer.Place, trust float64, place *gazetteer.Place) float64 {
	code := place.Code()
	if code == "" && place.Admin1 != "" {
		code = place.Country + "." + place.Admin1
	}
	in, all := h.in[code], h.all
	if countsAsHeld(own) {
		all -= trust
		if slices.Contains(holders(own), code) {
			in -= trust
		}
	}
	if all <= 1e-9 {
		return 0
	}
	return max(0, in) / all
}

func countsAsHeld(place *gazetteer.Place) bool {
	return place != nil && place.Country != "" && !place.Kind.IsCountry()
}

// holders returns the codes of the country and divisions that a place lies in,
// or is.
func holders(place *gazetteer.Place) []string {
	codes := []string{place.Country}
	if place.Admin1 != "" {
		codes = append(codes, place.Country+"."+place.Admin1)
		if place.Admin2 != "" {
			codes = append(codes, place.Country+"."+place.Admin1+"."+place.Admin2)
		}
	}
	return codes
}
