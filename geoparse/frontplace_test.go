package geoparse

import (
	"context"
	"testing"
)

// TestDivisionsByTheWordsAround: whether the first given name of each text means a city or its
// governorate, which share it.
func TestDivisionsByTheWordsAround(t *testing.T) {
	for _, c := range []struct{ text, name, place string }{
		{"Militants hold Greater Aleppo.", "Aleppo", "Aleppo Governorate"},
		{"The Hama pocket shrank.", "Hama", "Hama Governorate"},
		{"Fighting in the Homs and Hama provinces went on.", "Homs", "Homs Governorate"},
		{"The Raqqa, Hama and Homs governorates were cut off.", "Raqqa", "Raqqa Governorate"},
		{"Doctors in Homs and Hama went on strike.", "Homs", "Homs"},
		{"A camp north of Aleppo burned.", "Aleppo", "Aleppo"},
	} {
		r, err := testParser().Parse(context.Background(), Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i := range r.Mentions {
			if m := &r.Mentions[i]; m.Phrase == c.name && m.Place != nil {
				got = m.Place.Name
			}
		}
		if got != c.place {
			t.Errorf("%s: %s is %q, want %q", c.text, c.name, got, c.place)
		}
	}
}
