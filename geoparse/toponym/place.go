package toponym

import (
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
)

// Contains reports whether the country or division outer contains the place inner, by their
// codes.
func Contains(outer, inner *gazetteer.Place) bool {
	switch {
	case outer.Country == "" || outer.Country != inner.Country || outer.ID == inner.ID:
		return false
	case outer.Kind.IsCountry():
		return true
	case outer.Kind == gazetteer.FirstDivision:
		return outer.Admin1 == inner.Admin1
	case outer.Kind == gazetteer.SecondDivision:
		return outer.Admin2 != "" && outer.Admin1 == inner.Admin1 && outer.Admin2 == inner.Admin2
	}
	return false
}

func DivisionOf(place *gazetteer.Place) string { return place.Country + "." + place.Admin1 }

// IsSeat reports whether a kind is a seat of a country or first-level division.
func IsSeat(k gazetteer.Kind) bool { return k == gazetteer.Capital || k == "P.PPLA" }

// ShareName reports whether a division is named after a place.
func (p *Annotated) ShareName(division gazetteer.Ref, place *gazetteer.Place) bool {
	own := TownName(place)
	for _, name := range p.Gaz.Names(division) {
		if strings.HasPrefix(gazetteer.Fold(name), own) {
			return true
		}
	}
	return false
}

// TownName returns the folded name of a town without a word for city: "gaza" for Gaza City.
func TownName(place *gazetteer.Place) string {
	return strings.TrimSuffix(gazetteer.Fold(place.Name), " city")
}

// SamePlace reports whether it hardly matters which of two places is chosen: a town and the
// division of which it is the seat, or two records of one town.
func SamePlace(a, b *gazetteer.Place) bool {
	return a.ID == b.ID || a.Country == b.Country && geo.Distance(a.Point, b.Point) < samePlaceKm
}

// samePlaceKm is the maximum distance between the points of a town and its division.
const samePlaceKm = 15
