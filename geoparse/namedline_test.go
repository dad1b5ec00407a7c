package geoparse

import (
	"testing"

	"dateline/geoparse/toponym"
)

// A road or river drawn as a line is not also a place.
func TestNamedLinesAreAnchors(t *testing.T) {
	p := testParser()
	for _, c := range []struct{ text, phrase string }{
		{"The army closed the M5 motorway north of Hama.", "M5"},
		{"Fighters reached the M4 near Ariha.", "M4"},
		{"Boats crossed the Euphrates River near Deir ez-Zor.", "Euphrates River"},
		{"سيطرت القوات على طريق M5 قرب معرة النعمان.", "طريق M5"},
		{"عبر المقاتلون نهر الفرات قرب دير الزور.", "نهر الفرات"},
	} {
		r := mustParse(t, p, Input{Text: c.text})
		if m := r.Mentions[0]; m.Phrase != c.phrase || m.Role != toponym.RoleAnchor || len(r.Fronts) == 0 {
			t.Errorf("%q: %q is a %s, with %d fronts", c.text, m.Phrase, m.Role, len(r.Fronts))
		}
	}
}
