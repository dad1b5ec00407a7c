package gazetteer

import "testing"

// TestBorders: there is an area for each of some 240 countries, and none of a country that
// the gazetteer does not know.
func TestBorders(t *testing.T) {
	borders, err := Borders()
	if err != nil {
		t.Fatal(err)
	}
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	countries := 0
	for code, area := range borders {
		r, known := g.Division(code)
		if !known || !g.Place(r).Kind.IsCountry() {
			t.Errorf("%s is no country", code)
		}
		if area.Dimensions() != 2 {
			t.Errorf("%s is no area", code)
		}
		countries++
	}
	if countries < 240 {
		t.Errorf("%d countries", countries)
	}
}
