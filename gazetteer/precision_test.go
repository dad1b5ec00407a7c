package gazetteer

import (
	"testing"

	"github.com/paulmach/orb"
)

// TestImportsRefine puts an import between tables and the world: a point that is merely a rounded
// one becomes exact, one that a table places elsewhere stays.
func TestImportsRefine(t *testing.T) {
	index := func(entries ...Entry) *Index { return build(t, entries) }
	place := func(id string, lon, lat float64, source string) Entry {
		return Entry{Place: Place{ID: id, Name: id, Kind: "P.PPL", Point: orb.Point{lon, lat}, Country: "SY", Source: source}}
	}
	tables := index(place("gn1", 36.81, 35.86, "GeoNames"), place("gn2", 36.5, 35.5, "approx: by hand"))
	imported := index(place("gn1", 36.80591, 35.86447, "SY.txt"), place("gn2", 36.62222, 35.51111, "SY.txt"))
	world := index(place("gn1", 36.80999, 35.86001, "world"))
	g, err := New(tables, imported, world)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]struct {
		point  orb.Point
		source string
		km     float64
	}{
		"gn1": {orb.Point{36.80591, 35.86447}, "SY.txt", exactKm},
		"gn2": {orb.Point{36.5, 35.5}, "approx: by hand", approxKm},
	} {
		r, _ := g.Find(id)
		if p := g.Place(r); p.Point != want.point || p.Source != want.source || g.Uncertainty(r) != want.km {
			t.Errorf("%s: %v of %s, %v km; want %+v", id, p.Point, p.Source, g.Uncertainty(r), want)
		}
	}
	if alone, err := New(tables, world); err != nil || alone.Place(newRef(0, 0)).Point != (orb.Point{36.81, 35.86}) {
		t.Errorf("without imports: error %v", err)
	}
}

func TestUncertaintyOfAreas(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	r, ok := g.Division("SY")
	if region, found := g.Find("dl-darfur-sd"); !found || g.Uncertainty(region) != 0 {
		t.Errorf("a region without an outline: %v km", g.Uncertainty(region))
	}
	if km := g.Uncertainty(r); !ok || km < 230 || km > 255 { // 185,000 km²
		t.Errorf("Syria: %v km", km)
	}
}
