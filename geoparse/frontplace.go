package geoparse

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
)

// seatKm is how far the point of a division may lie from its seat.
const seatKm = 15

// division returns the first-level division that name i can mean besides the
// town of the same name that it was taken for: Hama Governorate for Hama, but
// none for Mosul. A class word that says otherwise rules it out.
func (p *parse) division(i int) *gazetteer.Place {
	place, class := p.taken(i), p.spots[i].class
	if place.Kind == gazetteer.FirstDivision {
		return place
	}
	isCity := isSeat(place.Kind) || isTown(place) && p.isKnown(i, commonNeeds)
	if !isCity || class != "" && p.lex.regions[class] == "" && p.lex.words[class]&isPlural == 0 && !p.lex.fits(class, gazetteer.FirstDivision) {
		return nil
	}
	r, ok := p.gaz.Division(place.Country + "." + place.Admin1)
	if !ok {
		return nil
	}
	division := p.gaz.Place(r)
	if geo.Distance(division.Point, place.Point) > seatKm || !p.shareName(r, place) {
		return nil
	}
	return &division
}

// shareName reports whether a division is called after a place.
func (p *parse) shareName(division gazetteer.Ref, place *gazetteer.Place) bool {
	own := townName(place)
	for _, name := range p.gaz.Names(division) {
		if strings.HasPrefix(gazetteer.Fold(name), own) {
			return true
		}
	}
	return false
}

// townName returns the folded name of a town without the word for a city: Gaza, of
// Gaza City.
func townName(place *gazetteer.Place) string {
	return strings.TrimSuffix(gazetteer.Fold(place.Name), " city")
}

// seat returns the town of which a division has its name, nil when there is
// none.
func (p *parse) seat(division *gazetteer.Place) *gazetteer.Place {
	if division.Kind != gazetteer.FirstDivision {
		return nil
	}
	for _, hit := range p.gaz.ByName(p.gaz.DivisionName(division)) {
		place := p.gaz.Place(hit.Ref)
		if (place.Kind == "P.PPLA" || place.Kind == gazetteer.Capital) && place.Country == division.Country &&
			geo.Distance(place.Point, division.Point) < seatKm {
			return &place
		}
	}
	return nil
}

// desert returns the desert that is called after a place, nil when none is.
func (p *parse) desert(place *gazetteer.Place) *gazetteer.Place {
	for _, hit := range p.gaz.ByName(place.Name + " desert") {
		desert := p.gaz.Place(hit.Ref)
		if desert.Kind == "T.DSRT" {
			return &desert
		}
	}
	return nil
}

// country returns the country that a place lies in, of one that spans several
// the one that the text speaks of most; nil when that can't be told.
func (p *parse) country(place *gazetteer.Place) *gazetteer.Place {
	country, ok := p.mainCountry()
	if place.Country != "" {
		var r gazetteer.Ref
		if r, ok = p.gaz.Division(place.Country); ok {
			country = p.gaz.Place(r)
		}
	}
	if !ok {
		return nil
	}
	return &country
}
