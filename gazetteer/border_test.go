package gazetteer

import "testing"

// TestBorders: there are areas of some 240 countries, all of them known to the gazetteer.
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
