package spatial

import (
	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// seatKm is the maximum distance between the points of a division and its seat.
const seatKm = 15

// division returns the first-level division of the same name as the town taken for name i: Hama
// Governorate for Hama, but none for Mosul. A class word for another kind excludes it.
func (r *expressionReader) division(i int) *gazetteer.Place {
	place, class := r.taken(i), r.Names[i].Class
	if place.Kind == gazetteer.FirstDivision {
		return place
	}
	isCity := toponym.IsSeat(place.Kind) || isTown(place) && r.in.Names[i].Known
	if !isCity || class != "" && r.Lex.Regions[class] == "" && r.Lex.Words[class]&lexicon.Plural == 0 && !r.Lex.Fits(class, gazetteer.FirstDivision) {
		return nil
	}
	ref, ok := r.Gaz.Division(place.Country + "." + place.Admin1)
	if !ok {
		return nil
	}
	division := r.Gaz.Place(ref)
	if geo.Distance(division.Point, place.Point) > seatKm || !r.ShareName(ref, place) {
		return nil
	}
	return &division
}

// seat returns the town after which a division is named, nil if none.
func (r *expressionReader) seat(division *gazetteer.Place) *gazetteer.Place {
	if division.Kind != gazetteer.FirstDivision {
		return nil
	}
	for _, hit := range r.Gaz.ByName(r.Gaz.DivisionName(division)) {
		place := r.Gaz.Place(hit.Ref)
		if (place.Kind == "P.PPLA" || place.Kind == gazetteer.Capital) && place.Country == division.Country &&
			geo.Distance(place.Point, division.Point) < seatKm {
			return &place
		}
	}
	return nil
}

// desert returns the desert named after a place, nil if none.
func (r *expressionReader) desert(place *gazetteer.Place) *gazetteer.Place {
	for _, hit := range r.Gaz.ByName(place.Name + " desert") {
		desert := r.Gaz.Place(hit.Ref)
		if desert.Kind == "T.DSRT" {
			return &desert
		}
	}
	return nil
}

// country returns the country that contains a place. If it spans several, it is the one that the
// text is about; nil if unknown.
func (r *expressionReader) country(place *gazetteer.Place) *gazetteer.Place {
	if place.Country == "" {
		return r.in.Country
	}
	ref, ok := r.Gaz.Division(place.Country)
	if !ok {
		return nil
	}
	country := r.Gaz.Place(ref)
	return &country
}
