package resolve

import "testing"

// TestPairsOfParts: a place in the part of a division that the text says, beside one in another part.
func TestPairsOfParts(t *testing.T) {
	for _, p := range []struct{ rule, name, there, apart string }{
		{"of a division", "Marea", "Marea in northern Aleppo burned.", "Marea in southern Aleppo burned."},
		{"of a countryside", "Hajin", "Hajin in the eastern countryside of Deir Ezzor burned.", "Hajin in the western countryside of Deir Ezzor burned."},
		{"two words for one direction", "Marea", "Marea in north-western Aleppo burned.", "Marea in south-eastern Aleppo burned."},
		{"a division in a part of the country", "Marea", "Marea in the southern province of Aleppo burned.", "Marea in southern parts of Aleppo burned."},
		{"likewise, with its class behind", "Marea", "Marea in the southern Aleppo province burned.", "Marea in southern Aleppo province burned."},
		{"Arabic, behind the name", "هجين", "احترقت بلدة هجين بريف دير الزور الشرقي.", "احترقت بلدة هجين بريف دير الزور الغربي."},
		{"Arabic, two words", "مارع", "احترقت بلدة مارع بريف حلب الشمالي الغربي.", "احترقت بلدة مارع بريف حلب الجنوبي الشرقي."},
	} {
		for text, want := range map[string]string{p.there: "", p.apart: apartFromPart} {
			r := resolved(t, text)
			i := nameOf(r, p.name)
			if i < 0 || r.Taken(i) == nil {
				t.Errorf("%s: %s: %s is no place", p.rule, text, p.name)
			} else if got := r.choices[i].apart; got != want {
				t.Errorf("%s: %s: %q, want %q", p.rule, text, got, want)
			}
		}
	}
}

// TestSmallDivisions: on either side of the middle of a division, or of its seat, is no other part.
func TestSmallDivisions(t *testing.T) {
	for _, text := range []string{"Jibrin in eastern Aleppo burned.", "Jibrin in western Aleppo burned."} {
		if r := resolved(t, text); r.choices[nameOf(r, "Jibrin")].apart != "" {
			t.Errorf("%s: it is doubted", text)
		}
	}
}

// TestWellKnownPlacesAreNotDoubted where a report mistakes the part of a division.
func TestWellKnownPlacesAreNotDoubted(t *testing.T) {
	testPlaces(t, []placeTest{{"a city", "They seized Fallujah in western Anbar province.", "Fallujah", "Fallujah/IQ P"}})
	if r := resolved(t, "They seized Fallujah in western Anbar province."); r.choices[nameOf(r, "Fallujah")].apart != "" {
		t.Error("Fallujah is doubted")
	}
}
