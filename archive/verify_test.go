package archive_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"
)

// verified returns the faults that Verify finds, including its error.
func verified(t *testing.T, dir string) []string {
	t.Helper()
	var faults []string
	if _, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { faults = append(faults, what) }}); err != nil {
		faults = append(faults, err.Error())
	}
	return faults
}

// An archive is sound however it was made: in batches, by several processes, with documents of
// every kind.
func TestVerifySound(t *testing.T) {
	docs := append(documenttest.New(82).Documents(0, 40), documenttest.Valid(), document.Document{ID: "nothing-found"})
	for i := range docs[:40] {
		if i%3 == 0 {
			docs[i].Published = "2019-08-22T23:30:00.123456-05:00"
		}
	}
	dir := t.TempDir()
	a, b := corpustest.Open(t, dir), corpustest.Open(t, dir)
	for i := 0; i < len(docs); i += 6 {
		corpustest.Put(t, []*corpus.Corpus{a, b}[i/6%2], docs[i:min(i+6, len(docs))])
	}
	var last [2]int
	var whole []string
	v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{
		Progress: func(done, total int) { last = [2]int{done, total} },
		Fault:    func(what string) { t.Error(what) },
		Intact: func(doc []byte) error {
			d, _, err := document.ReadDocument(doc)
			whole = append(whole, d.ID)
			return err
		},
	})
	if err != nil || v.Articles != len(docs) || v.Undamaged != len(docs) || last != [2]int{len(docs), len(docs)} ||
		v.Mentions != corpustest.Layer(t, viewOf(t, dir), schema.Mentions).Len() || v.Fronts != corpustest.Layer(t, viewOf(t, dir), schema.Fronts).Len() || v.Places != corpustest.Layer(t, viewOf(t, dir), schema.Places).Len() {
		t.Errorf("%+v, %v, progress %v", v, err, last)
	}
	for i := range docs {
		if !slices.Contains(whole, docs[i].ID) {
			t.Errorf("document %s is not given", docs[i].ID)
		}
	}
}

// viewOf returns the View of an archive as a new reader sees it.
func viewOf(t *testing.T, dir string) *view.View {
	t.Helper()
	a, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	return a.View()
}

func TestVerifyFindsFaults(t *testing.T) {
	docs := append(documenttest.New(83).Documents(0, 6), documenttest.Valid(), document.Document{ID: "nothing-found"})
	from := corpustest.Made(t, docs)
	if faults := verified(t, from); len(faults) > 0 {
		t.Fatalf("sound, and yet %q", faults)
	}
	says := map[string]string{
		`UPDATE dateline_documents SET body = substr(body, 1, 40) WHERE fid = 2`:           docs[1].ID,
		`UPDATE dateline_documents SET hash = X'00112233445566778899AABBCCDDEEFF'`:         "checksum",
		archive.Unguarded() + `UPDATE places SET mentions = mentions + 1 WHERE fid = 1`:    "place",
		archive.Unguarded() + `UPDATE places SET name = 'another' WHERE fid = 2`:           "place",
		archive.Unguarded() + `DELETE FROM places WHERE fid = 3`:                           "lacks 1 place",
		`UPDATE gpkg_contents SET max_x = min_x WHERE table_name = 'mentions'`:             "extent",
		`DELETE FROM gpkg_geometry_columns WHERE table_name = 'fronts'`:                    "fronts is not registered",
		`PRAGMA foreign_keys = OFF; DELETE FROM gpkg_contents WHERE table_name = 'places'`: "places is not registered",
		`UPDATE mentions SET geom = X'47500001E610000001' WHERE fid = 3`:                   "mention",
		`DROP TABLE fronts`: "fronts",
		`PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'sqlite_autoindex_articles_1'`: "structure",
	}
	for _, sql := range changedRows() {
		says[sql] = ""
	}
	for sql, want := range says {
		dir := corpustest.Copy(t, from)
		corpustest.File(sql)(t, filepath.Join(dir, archive.FileName))
		if faults := verified(t, dir); len(faults) == 0 || !strings.Contains(strings.Join(faults, "\n"), want) {
			t.Errorf("%s: finds %q, want %q", sql, faults, want)
		}
	}
}

func TestVerifyStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	dir := corpustest.Made(t, documenttest.New(84).Documents(0, 20))
	_, err := archive.Verify(ctx, dir, archive.VerifyHandler{Progress: func(int, int) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// Nothing is added to an archive whose structure is damaged.
func TestWriterRefusesDamage(t *testing.T) {
	dir := corpustest.Made(t, documenttest.New(85).Documents(0, 20))
	corpustest.File(`PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'places') WHERE name = 'fronts'`)(t, filepath.Join(dir, archive.FileName))
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), dir)
	if err == nil {
		a.Close()
		t.Fatal("opened")
	}
	corpustest.CheckError(t, err, dir, "damaged")
	if !strings.Contains(err.Error(), "dateline check") {
		t.Errorf("says %v", err)
	}
}
