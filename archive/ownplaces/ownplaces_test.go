package ownplaces

import (
	"errors"
	"slices"
	"testing"

	"dateline/archive"
	"dateline/document/rows"
	"dateline/gazetteer"
)

// TestPlaces: another process sees an added place, adding it again changes nothing, and a removed
// one disappears.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if all, err := All(t.Context(), a); len(all) != 0 || err != nil {
		t.Fatal(all, err)
	}
	if err := Remove(t.Context(), a, "own00000000"); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	camp := Place{Name: " Camp Sunflower ", Names: []string{"مخيم الشمس"}, Kind: "S.CMP", Lon: 36.2, Lat: 35.9}
	for _, why := range []string{"", "seen from above"} {
		camp.Why = why
		if camp, err = New(camp); err != nil {
			t.Fatal(err)
		}
		if err := Add(t.Context(), a, camp); err != nil {
			t.Fatal(err)
		}
	}
	reader, err := archive.OpenReader(rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	all, err := All(t.Context(), reader)
	if err != nil || len(all) != 1 || all[0].Name != "Camp Sunflower" || all[0].Why != "seen from above" || all[0].ID != camp.ID {
		t.Fatalf("%+v, %v", all, err)
	}
	if err := Remove(t.Context(), a, camp.ID); err != nil {
		t.Error(err)
	}
	if all, err := All(t.Context(), reader); len(all) != 0 || err != nil {
		t.Error(all, err)
	}
}

func TestNewRefuses(t *testing.T) {
	for _, p := range []Place{
		{Kind: "P.PPL"}, {Name: "...", Kind: "P.PPL"}, {Name: "A", Names: []string{""}, Kind: "P.PPL"},
		{Name: "A", Kind: "P.PPL", Lat: 91}, {Name: "A", Kind: "P.PPL", Lon: -181}, {Name: "A"}, {Name: "A", Kind: "town"}, {Name: "A", Kind: "P.PPL", Population: -1},
	} {
		if made, err := New(p); err == nil {
			t.Errorf("%+v", made)
		}
	}
}

// TestInGazetteer: an archive's own place is found in both scripts and by its id, before others of
// that name, and counts as one that the news mentions.
func TestInGazetteer(t *testing.T) {
	p, err := New(Place{Name: "Qubbat al-Sharq", Names: []string{"قبة الشرق"}, Kind: "P.PPL", Lon: 36.71, Lat: 35.51})
	if err != nil {
		t.Fatal(err)
	}
	store := gazetteer.NewStore(t.TempDir())
	g, err := store.Gazetteer(Entries([]Place{p})...)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := store.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	if g.Version() == plain.Version() {
		t.Error("the gazetteer has the version of one without the place")
	}
	for _, name := range []string{"Qubbat al-Sharq", "qubbat al sharq", "قبة الشرق"} {
		found := g.Lookup(name, gazetteer.LookupOptions{Limit: 5})
		if !slices.ContainsFunc(found, func(m gazetteer.Match) bool { return m.Place.ID == p.ID && g.Curated(m.Ref) }) {
			t.Errorf("%s: %+v", name, found)
		}
	}
	entry := p.Entry()
	if g.Locate(&entry); entry.Country != "SY" || entry.Admin1 == "" {
		t.Errorf("it lies in %q, %q", entry.Country, entry.Admin1)
	}
	sea, _ := New(Place{Name: "Nowhere", Kind: "P.PPL", Lon: -36, Lat: 20})
	entry = sea.Entry()
	if g.Locate(&entry); entry.Country != "" {
		t.Errorf("at sea: %q", entry.Country)
	}
}
