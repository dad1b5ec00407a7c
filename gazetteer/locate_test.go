package gazetteer

import (
	"testing"

	"github.com/paulmach/orb"
)

func TestLocate(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		place   Place
		country string
		admin1  string
	}{
		{"in Idlib", Place{Kind: "P.PPL", Point: orb.Point{36.63, 35.93}}, "SY", "12"},
		{"in the desert of Egypt", Place{Point: orb.Point{28.5, 26.5}}, "EG", ""},
		{"at sea", Place{Kind: "P.PPL", Point: orb.Point{-30, 30}}, "", ""},
		{"said already", Place{Kind: "P.PPL", Point: orb.Point{36.63, 35.93}, Country: "TR"}, "TR", ""},
		{"a region", Place{Kind: Region, Point: orb.Point{36.63, 35.93}}, "", ""},
	}
	for _, tt := range tests {
		entries := []Entry{{Place: tt.place}}
		locate(entries, g.boundaries)
		if e := entries[0]; e.Country != tt.country || tt.admin1 != "" && e.Admin1 != tt.admin1 {
			t.Errorf("%s: %q %q, want %q %q", tt.name, e.Country, e.Admin1, tt.country, tt.admin1)
		}
	}
}
