package corpus_test

import (
	"fmt"
	"testing"

	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"
)

// TestNamesAndLanguages: places have Arabic names if there are any, mentions the language of their
// article, whether they are read from the file or not.
func TestNamesAndLanguages(t *testing.T) {
	dir := t.TempDir()
	lat, lon, hama, homs := 35.1, 36.7, "gn173423", "gn169577"
	docs := []document.Document{
		{ID: "a", Lang: "ar", Mentions: []document.Mention{{Start: 0, End: 4, Phrase: "حماة", Place: &hama, Lat: &lat, Lon: &lon}}, Fronts: []document.Front{{Phrase: "ريف حماة"}}},
		{ID: "b", Lang: "en", Mentions: []document.Mention{{Start: 0, End: 4, Phrase: "Homs", Place: &homs, Lat: &lat, Lon: &lon}}},
		{ID: "c", Mentions: []document.Mention{{Start: 0, End: 4, Phrase: "Nowhere"}}, Fronts: []document.Front{{Phrase: "nowhere"}}},
	}
	names := map[string]rows.PlaceNames{hama: {Arabic: "حماة", Country: "Syria", Admin1: "Hama"}, homs: {Country: "Syria"}}
	open := func() *corpus.Corpus {
		a, err := corpus.Open(t.Context(), dir, view.Names{Of: func(place string) rows.PlaceNames { return names[place] }})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first := open()
	corpustest.Put(t, first, docs)
	checkNames(t, first.View())
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second := open()
	defer second.Close()
	checkNames(t, second.View())
}

func checkNames(t *testing.T, v *view.View) {
	t.Helper()
	mentions, places := corpustest.Layer(t, v, schema.Mentions), corpustest.Layer(t, v, schema.Places)
	for i, want := range []any{"ar", "en", nil} {
		if got := mentions.At(i).Property("language"); got != want {
			t.Errorf("mention %d is in %v, want %v", i, got, want)
		}
	}
	fronts := corpustest.Layer(t, v, schema.Fronts)
	for i, want := range []any{"ar", nil} {
		if got := fronts.At(i).Property("language"); got != want {
			t.Errorf("front %d is in %v, want %v", i, got, want)
		}
	}
	for i, want := range []string{"حماة Syria Hama", "<nil> Syria <nil>"} {
		p, m := places.At(i), mentions.At(i)
		if got := fmt.Sprint(p.Property("name_ar"), " ", p.Property("country"), " ", p.Property("admin1")); got != want {
			t.Errorf("place %d: %s, want %s", i, got, want)
		}
		if m.Property("country") != p.Property("country") || m.Property("admin1") != p.Property("admin1") {
			t.Errorf("mention %d lies in %v, %v", i, m.Property("country"), m.Property("admin1"))
		}
	}
	if got := mentions.At(2).Property("country"); got != nil {
		t.Errorf("a mention without a place lies in %v", got)
	}
}
