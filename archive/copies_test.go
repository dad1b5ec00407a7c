package archive_test

import (
	"path/filepath"
	"slices"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/view"
)

// copies selects the columns copied from the gazetteer, by the ids of the rows.
const copies = `SELECT 'mention', id, place, language, country, admin1, country_ar, admin1_ar, coord_source, coord_date, uncertainty_km FROM mentions
  UNION SELECT 'event', id, place, language, country, admin1, country_ar, admin1_ar, coord_source, coord_date, uncertainty_km FROM events
  UNION SELECT 'front', id, NULL, language, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM fronts
  UNION SELECT 'place', id, id, name_ar, country, admin1, country_ar, admin1_ar, coord_source, coord_date, uncertainty_km FROM places ORDER BY 1, 2`

// known knows two places of three.
func known(place string) rows.PlaceNames {
	if len(place)%3 == 0 {
		return rows.PlaceNames{}
	}
	return rows.PlaceNames{
		Arabic: "اسم " + place, Country: "country of " + place, Admin1: "division of " + place, CountryArabic: "بلد " + place, Admin1Arabic: "محافظة " + place,
		Source: "source of " + place, SourceDate: "2020-03-18", UncertaintyKm: float64(len(place)),
	}
}

func openKnowing(t *testing.T, dir string) *corpus.Corpus {
	t.Helper()
	a, err := corpus.Open(t.Context(), dir, view.Names{Of: known})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// TestCopies: rows have the gazetteer's data on their places; rows of an older archive get it when
// a gazetteer is first available, which does not count as an edit.
func TestCopies(t *testing.T) {
	docs := documenttest.New(92).Documents(0, 20)
	dir := t.TempDir()
	made := openKnowing(t, dir)
	corpustest.Put(t, made, docs)
	want := corpustest.Select(t, dir, copies)
	for _, row := range want {
		if names := known(row[2]); row[0] != "front" && row[2] != "" && (row[4] != names.Country || row[7] != names.Admin1Arabic || row[8] != names.Source) {
			t.Fatalf("%q, want %+v", row, names)
		}
	}

	old := corpustest.Made(t, docs)
	corpustest.File(archive.Before9())(t, filepath.Join(old, archive.FileName))
	const triggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`
	corpustest.Open(t, old)
	before := corpustest.Select(t, old, triggers)
	if n := corpustest.Select(t, old, `SELECT count(*), count(country), count(coord_source), count(language) FROM mentions`)[0]; n[0] == "0" || !slices.Equal(n[1:], []string{"0", "0", "0"}) {
		t.Errorf("without a gazetteer: %s", n)
	}
	corpustest.CheckSame(t, openKnowing(t, old).View(), made.View())
	if got := corpustest.Select(t, old, copies); !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
	if n := corpustest.Select(t, old, `SELECT count(*) FROM dateline_changes`); n[0][0] != "0" {
		t.Errorf("%s articles count as edited", n[0])
	}
	if after := corpustest.Select(t, old, triggers); !slices.EqualFunc(after, before, slices.Equal) {
		t.Errorf("triggers %q, want %q", after, before)
	}
}

// TestCopiesStay: writing without a gazetteer leaves the copies of its data as they are.
func TestCopiesStay(t *testing.T) {
	docs := documenttest.New(93).Documents(0, 40)
	dir := t.TempDir()
	corpustest.Put(t, openKnowing(t, dir), docs[:20])
	const places = `SELECT count(*), count(country), sum(mentions) FROM places`
	before := corpustest.Select(t, dir, places)[0]
	corpustest.Put(t, corpustest.Open(t, dir), docs[20:])
	if after := corpustest.Select(t, dir, places)[0]; after[2] == before[2] || after[1] != before[1] || before[1] == "0" {
		t.Errorf("places, with a country, mentions: %s, %s before", after, before)
	}
}
