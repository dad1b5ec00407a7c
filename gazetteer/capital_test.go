package gazetteer

import "testing"

func TestCapital(t *testing.T) {
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for country, want := range map[string]string{"SY": "Damascus", "UA": "Kyiv", "": "", "XX": ""} {
		got := ""
		if r, ok := g.Capital(country); ok {
			got = g.Place(r).Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", country, got, want)
		}
	}
}
