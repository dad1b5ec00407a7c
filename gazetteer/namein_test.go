package gazetteer

import (
	"testing"
	"unicode"
)

// TestNameIn finds the names of a place by their script.
func TestNameIn(t *testing.T) {
	g := needDefault(t)
	for english, want := range map[string]string{"Aleppo": "حلب", "Khan Shaykhun": "خان شيخون", "Latakia": "اللاذقية"} {
		matches := g.Lookup(english, LookupOptions{Limit: 1})
		if len(matches) == 0 {
			t.Fatalf("no place %s", english)
		}
		if got := g.NameIn(matches[0].Ref, unicode.Arabic); got != want {
			t.Errorf("%s is called %q in Arabic script, want %q", english, got, want)
		}
		if got := g.NameIn(matches[0].Ref, unicode.Hangul); got != "" {
			t.Errorf("%s is called %q in Hangul", english, got)
		}
	}
}
