package geoparse

import (
	"strings"
	"testing"
)

// TestCapitals reads events at capitals that are called by their country.
func TestCapitals(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"by its country", "Rockets hit the centre of the Syrian capital.", "Syrian capital = Damascus"},
		{"with its name", "Rockets hit the Syrian capital, Damascus.", "Damascus = Damascus"},
		{"with its name behind of", "Rockets hit the Yemeni capital of Sanaa.", "Sanaa = Sanaa Governorate"},
		{"no capital", "Rockets hit the Syrian army.", ""},
		{"Arabic", "وقع انفجار في العاصمة العراقية.", "العاصمة العراقية = Baghdad"},
		{"Arabic, with prefixes", "وقع انفجار بالعاصمة العراقية.", "بالعاصمة العراقية = Baghdad"},
		{"Arabic, with its name", "وقع انفجار في العاصمة العراقية بغداد.", "بغداد = Baghdad"},
	} {
		var got []string
		for _, e := range mustParse(t, testParser(), Input{Text: test.text}).Events {
			for _, p := range e.Places {
				got = append(got, string([]rune(test.text)[p.Start:p.End])+" = "+p.Place.Name)
			}
		}
		if line := strings.Join(got, "; "); line != test.want {
			t.Errorf("%s: %q\n got %s\nwant %s", test.name, test.text, line, test.want)
		}
	}
}
