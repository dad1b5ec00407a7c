package resolve

import "testing"

// TestPairsOfParts: a place in another part of a division than the text says, paired with one in
// that part.
func TestPairsOfParts(t *testing.T) {
	testApart(t, []apartTest{
		{"of a division", "Marea", apartFromPart, "Marea in southern Aleppo burned.", "Marea in northern Aleppo burned."},
		{"of a countryside", "Hajin", apartFromPart, "Hajin in the western countryside of Deir Ezzor burned.", "Hajin in the eastern countryside of Deir Ezzor burned."},
		{"two words for one direction", "Marea", apartFromPart, "Marea in south-eastern Aleppo burned.", "Marea in north-western Aleppo burned."},
		{"a division in a part of the country", "Marea", apartFromPart, "Marea in southern parts of Aleppo burned.", "Marea in the southern province of Aleppo burned."},
		{"likewise, with its class behind", "Marea", apartFromPart, "Marea in southern Aleppo province burned.", "Marea in the southern Aleppo province burned."},
		{"Arabic, behind the name", "هجين", apartFromPart, "احترقت بلدة هجين بريف دير الزور الغربي.", "احترقت بلدة هجين بريف دير الزور الشرقي."},
		{"Arabic, two words", "مارع", apartFromPart, "احترقت بلدة مارع بريف حلب الجنوبي الشرقي.", "احترقت بلدة مارع بريف حلب الشمالي الغربي."},
	})
}

// TestSmallDivisions: the other side of the centre, or of the seat, of a small division is not
// another part.
func TestSmallDivisions(t *testing.T) {
	for _, text := range []string{"Jibrin in eastern Aleppo burned.", "Jibrin in western Aleppo burned."} {
		if r := resolved(t, text); r.choices[nameOf(r, "Jibrin")].apart != notApart {
			t.Errorf("%s: it is doubted", text)
		}
	}
}

// TestWellKnownPlacesAreNotDoubted: even if a report mistakes the part of a division.
func TestWellKnownPlacesAreNotDoubted(t *testing.T) {
	testPlaces(t, []placeTest{{"a city", "They seized Fallujah in western Anbar province.", "Fallujah", "Fallujah/IQ P"}})
	if r := resolved(t, "They seized Fallujah in western Anbar province."); r.choices[nameOf(r, "Fallujah")].apart != notApart {
		t.Error("Fallujah is doubted")
	}
}
