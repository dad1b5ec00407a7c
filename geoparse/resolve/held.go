package resolve

import (
	"slices"

	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// codes are the codes of the country and divisions that contain a place, or that it is.
type codes struct {
	in       []string // the country and each division; empty for a country and for places in none
	own      string   // Place.Code; for places without one, that of their first-level division
	division string   // toponym.DivisionOf
}

func codesOf(place *gazetteer.Place) *codes {
	c := &codes{own: place.Code(), division: toponym.DivisionOf(place)}
	if c.own == "" && place.Admin1 != "" {
		c.own = c.division
	}
	if place.Country == "" || place.Kind.IsCountry() {
		return c
	}
	c.in = []string{place.Country}
	if place.Admin1 != "" {
		c.in = append(c.in, c.division)
		if place.Admin2 != "" {
			c.in = append(c.in, c.division+"."+place.Admin2)
		}
	}
	return c
}

// held counts the places of a text, except countries, by the country and divisions that contain
// them.
type held struct {
	in  map[string]float64 // by Place.Code of the country or division
	all float64
}

func (res *Resolution) countHeld() held {
	h := held{in: map[string]float64{}}
	for i := range res.choices {
		if o := res.choices[i].taken(); o != nil {
			h.add(o.codes, res.choices[i].trust)
		}
	}
	return h
}

func (h *held) add(place *codes, trust float64) {
	if len(place.in) > 0 {
		h.all += trust
	}
	for _, code := range place.in {
		h.in[code] += trust
	}
}

// share returns, from 0 to 1, the share of the other places that lie in a country or division,
// or for other places in their first-level division: Georgia is the state if Atlanta, Savannah
// and Macon are named. Own is the candidate taken for the name itself, nil if none.
func (h *held) share(own *option, trust float64, place *codes) float64 {
	in, all := h.in[place.own], h.all
	if own != nil && len(own.codes.in) > 0 {
		all -= trust
		if slices.Contains(own.codes.in, place.own) {
			in -= trust
		}
	}
	if all <= 1e-9 {
		return 0
	}
	return max(0, in) / all
}
