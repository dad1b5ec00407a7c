package expr

import (
	"testing"

	"dateline/gazetteer"
)

var (
	governorate = &gazetteer.Place{ID: "g", Name: "Hama Governorate", Kind: gazetteer.FirstDivision}
	city        = &gazetteer.Place{ID: "c", Name: "Hama", Kind: "P.PPLA", Population: 500_000}
	village     = &gazetteer.Place{ID: "v", Name: "Morek", Kind: "P.PPL"}
)

func TestString(t *testing.T) {
	for want, tree := range map[string]Tree{
		"Hama":                                Leaf(city),
		"sector north(Hama Governorate)":      SectorOf(Leaf(governorate), 0, ""),
		"sector north far(Hama Governorate)":  SectorOf(Leaf(governorate), 0, Far),
		"ring near(Morek)":                    RingOf(Leaf(village), Near),
		"line(Hama, Morek)":                   Line.Of(Leaf(city), Leaf(village)),
		"offset east 30(Hama)":                {Op: Offset, Bearing: "east", Km: 30, Of: []Tree{Leaf(city)}},
		"offset east 0.25(Hama)":              {Op: Offset, Bearing: "east", Km: 0.25, Of: []Tree{Leaf(city)}},
		"offset east 10-15(Hama)":             {Op: Offset, Bearing: "east", Km: 12.5, SpreadKm: 2.5, Of: []Tree{Leaf(city)}},
		"offset east about 5(Hama)":           {Op: Offset, Bearing: "east", Level: About, Km: 5, Of: []Tree{Leaf(city)}},
		"difference(sector west(Hama), Hama)": Difference.Of(SectorOf(Leaf(city), 270, ""), Leaf(city)),
	} {
		if got := tree.String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestKeysTellTreesApart: trees that are drawn differently have different keys.
func TestKeysTellTreesApart(t *testing.T) {
	trees := []Tree{
		Leaf(city), Leaf(village), SectorOf(Leaf(city), 0, ""), SectorOf(Leaf(city), 90, ""), SectorOf(Leaf(city), 0, Far), RingOf(Leaf(city), Near),
		RingOf(Leaf(city), Around), {Op: Offset, Bearing: "east", Km: 30, Of: []Tree{Leaf(city)}}, {Op: Offset, Bearing: "east", Km: 31, Of: []Tree{Leaf(city)}},
		{Op: Offset, Bearing: "east", Km: 30, SpreadKm: 1, Of: []Tree{Leaf(city)}}, Line.Of(Leaf(city), Leaf(village)), Line.Of(Leaf(village), Leaf(city)),
		Line.Of(Leaf(city)), Union.Of(Leaf(city)), Union.Of(Union.Of(Leaf(city)), Leaf(village)), Union.Of(Union.Of(Leaf(city), Leaf(village))),
	}
	seen := map[string]int{}
	for i := range trees {
		key := trees[i].Key()
		if j, taken := seen[key]; taken {
			t.Errorf("%v and %v have the key %s", trees[i], trees[j], key)
		}
		seen[key] = i
	}
	again := SectorOf(Leaf(city), 0, "")
	if again.Key() != trees[2].Key() {
		t.Error("equal trees have different keys")
	}
}

func TestFirst(t *testing.T) {
	tree := Difference.Of(SectorOf(Leaf(governorate), 0, ""), Leaf(city))
	if got := tree.First(); got != governorate {
		t.Errorf("the first place is %s", got.Name)
	}
}

func TestUnited(t *testing.T) {
	if got := United([]Tree{Leaf(city)}); got.Place != city {
		t.Errorf("one alone is %v", got)
	}
	if got := United([]Tree{Leaf(city), Leaf(village)}); got.String() != "union(Hama, Morek)" {
		t.Errorf("two are %v", got)
	}
}

// TestIsAtPlaces: whether what happens there happens at the named places.
func TestIsAtPlaces(t *testing.T) {
	for _, tt := range []struct {
		tree Tree
		want bool
	}{
		{Leaf(city), true}, {Line.Of(Leaf(city), Leaf(village)), true}, {Hull.Of(Leaf(city), Leaf(village)), true},
		{RingOf(Leaf(city), Near), true}, {RingOf(Leaf(city), Outskirts), true}, {RingOf(Leaf(city), Around), false},
		{Tree{Op: Sector, Level: Centre, Of: []Tree{Leaf(city)}}, true}, {SectorOf(Leaf(city), 0, ""), false},
		{Union.Of(RingOf(Leaf(city), Near), RingOf(Leaf(village), Near)), true}, {Union.Of(RingOf(Leaf(city), Near), SectorOf(Leaf(village), 0, "")), false},
		{Road.Of(Leaf(city), Leaf(village)), false}, {Border.Of(Leaf(city), Leaf(village)), false},
	} {
		if got := tt.tree.IsAtPlaces(); got != tt.want {
			t.Errorf("%v is at its places: %v", tt.tree, got)
		}
	}
}

func TestLandKm(t *testing.T) {
	for _, tt := range []struct {
		place     gazetteer.Place
		low, high float64
	}{
		{gazetteer.Place{Kind: "P.PPL"}, 8, 8}, {gazetteer.Place{Kind: "P.PPL", Population: 1000}, 13.9, 14.1},
		{gazetteer.Place{Kind: "P.PPL", Population: 999_999}, 20, 20}, {gazetteer.Place{Kind: "P.PPL", Population: 9_000_000}, 20, 20},
		{gazetteer.Place{Kind: "S.AIRB"}, 8, 8}, {gazetteer.Place{Kind: gazetteer.FirstDivision}, 45, 45},
	} {
		if got := LandKm(&tt.place); got < tt.low-1e-9 || got > tt.high+1e-9 {
			t.Errorf("%s of %d reaches %v km, want %v", tt.place.Kind, tt.place.Population, got, tt.low)
		}
	}
}
