package gazetteer

import (
	"testing"

	"github.com/paulmach/orb"
)

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
	g := New(upper, lower)
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
		for _, m := range g.Lookup(tt.name, Wish{}) {
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
	if n := len(New(upper, lower).ByName("Hama")); n != 2 {
		t.Errorf("%d places called Hama, want a town and a division", n)
	}
}
