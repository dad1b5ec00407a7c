package gazetteer

import (
	"fmt"
	"testing"
)

func TestHasVillages(t *testing.T) {
	places := func(n int, kind Kind, country string) []Entry {
		entries := make([]Entry, n)
		for i := range entries {
			entries[i].Place = Place{ID: fmt.Sprint("v", i), Name: fmt.Sprint("Village ", i), Kind: kind, Country: country}
		}
		return entries
	}
	base := build(t, places(1, "P.PPL", "FR"))
	tests := []struct {
		name     string
		imported *Index
		country  string
		want     bool
	}{
		{"enough", build(t, places(villagesLeast, "P.PPL", "UA")), "UA", true},
		{"too few", build(t, places(villagesLeast-1, "P.PPL", "UA")), "UA", false},
		{"other country", build(t, places(2*villagesLeast, "P.PPL", "UA")), "SD", false},
		{"no settlements", build(t, places(2*villagesLeast, "H.STM", "UA")), "UA", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := New(base, tt.imported, base)
			if err != nil {
				t.Fatal(err)
			}
			if got := g.HasVillages(tt.country); got != tt.want {
				t.Errorf("%s: %t, want %t", tt.country, got, tt.want)
			}
		})
	}
	t.Run("only what is imported", func(t *testing.T) {
		full := build(t, places(2*villagesLeast, "P.PPL", "UA"))
		if g, err := New(full, full); err != nil || g.HasVillages("UA") {
			t.Errorf("the tables and the world are no import (%v)", err)
		}
	})
}
