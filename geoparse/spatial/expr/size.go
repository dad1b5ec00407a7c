package expr

import (
	"math"

	"dateline/gazetteer"
)

// Sizes of places without an outline, in kilometres.
const (
	peoplePerKm2 = 5000 // in the built-up area of a town of the region
	mostBuiltKm  = 15
	siteKm       = 1
	featureKm    = 5
	districtKm   = 12
	divisionKm   = 30
)

// BuiltKm returns the radius of the disc for a place without an outline: of a town by population
// or, if unknown, by rank; 0 for kinds of any size.
func BuiltKm(place *gazetteer.Place) float64 {
	kind := place.Kind
	switch {
	case kind == gazetteer.FirstDivision:
		return divisionKm
	case kind.IsDivision():
		return districtKm
	case kind.Class() == 'S':
		return siteKm
	case kind.Class() == 'P' && place.Population > 0:
		return min(mostBuiltKm, max(1, math.Sqrt(float64(place.Population)/peoplePerKm2/math.Pi)))
	case kind.Class() == 'P':
		return rankKm(kind)
	case kind == "T.HLL", kind == "T.MT", kind == "H.LK", kind == "H.RSV", kind == "L.MILB":
		return featureKm
	}
	return 0
}

// rankKm returns the radius of a town of unknown population.
func rankKm(kind gazetteer.Kind) float64 {
	switch kind {
	case gazetteer.Capital:
		return 8
	case "P.PPLA":
		return 4
	case "P.PPLA2":
		return 2
	}
	return 1
}

// LandKm returns the extent of the land around a place: 8 km for a village, 20 for a city of a
// million.
func LandKm(place *gazetteer.Place) float64 {
	if place.Kind.Class() != 'P' {
		return max(8, 1.5*BuiltKm(place))
	}
	return 8 + 12*min(1, math.Log10(float64(place.Population)+1)/6)
}
