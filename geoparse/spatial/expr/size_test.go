package expr

import (
	"testing"

	"dateline/gazetteer"
)

func TestBuiltKmGrowsWithPeopleAndRank(t *testing.T) {
	last := 0.0
	for _, place := range []gazetteer.Place{
		{Kind: "S.AIRB"}, {Kind: "P.PPL", Population: 20_000}, {Kind: "P.PPLA2"}, {Kind: "P.PPL", Population: 120_000},
		{Kind: "P.PPLA"}, {Kind: "P.PPLC"}, {Kind: "P.PPL", Population: 2_000_000}, {Kind: gazetteer.FirstDivision},
	} {
		if km := BuiltKm(&place); km <= last {
			t.Errorf("%s of %d: %.1f km, not more than %.1f", place.Kind, place.Population, km, last)
		} else {
			last = km
		}
	}
	if km := BuiltKm(&gazetteer.Place{Kind: "H.SEA"}); km != 0 {
		t.Errorf("a sea is a disc of %.1f km", km)
	}
}
