package gazetteer

import (
	"errors"
	"testing"

	"github.com/paulmach/orb"
)

// layered makes a Gazetteer of indexes.
func layered(t testing.TB, layers ...*Index) *Gazetteer {
	t.Helper()
	g, err := New(layers...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestUpperLayerDecides(t *testing.T) {
	upper := build(t, []Entry{
		{Place: Place{ID: "gn1", Name: "Aleppo", Kind: "P.PPLA", Country: "SY", Point: orb.Point{37.16, 36.2}}},
		{Place: Place{ID: "gn9", Name: "Idlib Governorate", Kind: FirstDivision, Country: "SY", Admin1: "12", Point: orb.Point{36.63, 35.93}}},
	})
	lower := build(t, []Entry{
		{Place: Place{ID: "gn1", Name: "Halab", Kind: "P.PPL", Country: "SY", Point: orb.Point{37, 36}}, Names: []string{"حلب"}},
		{Place: Place{ID: "dl-SY.12", Name: "Idlib", Kind: FirstDivision, Country: "SY", Admin1: "12", Point: orb.Point{36.5, 35.8}}},
		{Place: Place{ID: "gn2", Name: "Aleppo", Kind: "P.PPL", Country: "US", Point: orb.Point{-80, 40}}},
	})
	g := layered(t, upper, lower)
	tests := []struct {
		name string
		want []string
	}{
		{"Halab", []string{"gn1"}},
		{"حلب", []string{"gn1"}},
		{"Aleppo", []string{"gn1", "gn2"}},
		{"Idlib", []string{"gn9"}},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range g.Lookup(tt.name, LookupOptions{}) {
			got = append(got, m.Place.ID)
		}
		if len(got) != len(tt.want) || got[0] != tt.want[0] {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	r, ok := g.Find("gn1")
	if p := g.Place(r); !ok || p.Name != "Aleppo" || p.Point != (orb.Point{37.16, 36.2}) {
		t.Errorf("gn1 is %+v, want what the upper layer says", p)
	}
	if r, ok := g.Division("SY.12"); !ok || g.Place(r).ID != "gn9" {
		t.Errorf("SY.12 is %v", g.Place(r))
	}
	if p := (Place{Country: "SY", Admin1: "12"}); g.DivisionName(&p) != "Idlib" {
		t.Errorf("division of SY.12 is %q, want Idlib", g.DivisionName(&p))
	}
}

func TestUnlikePlacesStayApart(t *testing.T) {
	upper := build(t, []Entry{{Place: Place{ID: "gn1", Name: "Hama", Kind: "P.PPLA", Country: "SY"}}})
	lower := build(t, []Entry{{Place: Place{ID: "gn1", Name: "Hama", Kind: FirstDivision, Country: "SY", Admin1: "10"}}})
	if n := len(layered(t, upper, lower).ByName("Hama")); n != 2 {
		t.Errorf("%d places called Hama, want a town and a division", n)
	}
}

// TestImportedShapes: the shape of a place in an import counts, wherever the place itself is from.
func TestImportedShapes(t *testing.T) {
	area := orb.Polygon{{{36, 35}, {37, 35}, {37, 36}, {36, 36}, {36, 35}}}
	line := orb.LineString{{36, 35}, {37, 36}}
	g, err := Default(build(t, []Entry{
		{Place: Place{ID: "x.1", Name: "Idlib Governorate", Kind: FirstDivision, Country: "SY", Admin1: "12"}, Geometry: area},
		{Place: Place{ID: "gn170063", Name: "Halab", Kind: "P.PPL", Country: "SY"}, Geometry: line},
		{Place: Place{ID: "x.2", Name: "Nothing", Kind: "P.PPL"}},
	}))
	if err != nil {
		t.Fatal(err)
	}
	r, _ := g.Division("SY.12")
	if p := g.Place(r); p.Name != "Idlib Governorate" || !orb.Equal(g.Geometry(r), area) || !orb.Equal(g.Boundary(&p), area) {
		t.Errorf("%s has the shape %v and the outline %v", p.ID, g.Geometry(r), g.Boundary(&p))
	}
	if r, _ := g.Find("gn170063"); g.Place(r).Name != "Aleppo" || !orb.Equal(g.Geometry(r), line) {
		t.Errorf("%s has the shape %v", g.Place(r).Name, g.Geometry(r))
	}
	if r, _ := g.Find("x.2"); g.Geometry(r) != nil {
		t.Errorf("a place without a shape has %v", g.Geometry(r))
	}
	hama := Place{Kind: FirstDivision, Country: "SY", Admin1: "10"}
	if outline := g.Boundary(&hama); outline == nil || outline.Dimensions() != 2 {
		t.Errorf("the outline that is built in is %v", outline)
	}
}

// TestManyLayers: several imported gazetteers are all searched, and more than the limit are
// refused.
func TestManyLayers(t *testing.T) {
	var imported []*Index
	for _, name := range []string{"Vaskelund", "Nordmyra", "Ekenvik", "Granholmen", "Sundhamn", "Bergsele"} {
		imported = append(imported, build(t, []Entry{{Place: Place{ID: "x." + name, Name: name, Kind: "P.PPL"}}}))
	}
	g, err := Default(imported...)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range imported {
		p := x.Place(0)
		if found := g.Lookup(p.Name, LookupOptions{Limit: 1}); len(found) != 1 || found[0].Place.ID != p.ID {
			t.Errorf("%s: %v", p.Name, found)
		}
	}
	if _, err := Default(append(imported, imported[0])...); !errors.Is(err, ErrLayers) {
		t.Errorf("nine layers: %v", err)
	}
}
