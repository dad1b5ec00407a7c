package publish

import (
	"slices"
	"testing"

	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

// TestTownsIn: each town lies in one of the given one-degree cells, once, the most populous first,
// and no town left out has more people.
func TestTownsIn(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	near := map[cell]bool{cellOf(orb.Point{36.3, 33.5}): true, cellOf(orb.Point{35.5, 33.9}): true, cellOf(orb.Point{-0.1, 51.5}): true}
	towns, ids := townsIn(g, near), map[string]bool{}
	for i, town := range towns {
		if !near[cellOf(orb.Point{town.Lon, town.Lat})] || ids[town.ID] || i > 0 && town.Population > towns[i-1].Population {
			t.Errorf("%d: %+v", i, town)
		}
		ids[town.ID] = true
	}
	for _, want := range []string{"Damascus", "Beirut", "London"} {
		i := slices.IndexFunc(towns, func(x town) bool { return x.Name == want })
		if i < 0 || towns[i].Population < 1_000_000 || want != "London" && towns[i].NameAr == "" {
			t.Errorf("%s is number %d", want, i)
		}
	}
	if none := townsIn(g, nil); len(none) != 0 {
		t.Errorf("%d towns nowhere", len(none))
	}
	everywhere := map[cell]bool{}
	for lon := -180; lon < 180; lon++ {
		for lat := -90; lat < 90; lat++ {
			everywhere[cell{lon, lat}] = true
		}
	}
	if all := townsIn(g, everywhere); len(all) != mostTowns {
		t.Errorf("%d towns in the world", len(all))
	}
}
