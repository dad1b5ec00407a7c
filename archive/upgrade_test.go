package archive_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geopackage"
	"dateline/schema"
	"dateline/view"

	"github.com/ncruces/go-sqlite3"
)

// TestOpenAnOlderArchive: an archive of version 1, whose fronts did not say whether they are
// schematic, can be read and written.
func TestOpenAnOlderArchive(t *testing.T) {
	dir := t.TempDir()
	corpustest.File(archive.SchemaOf5()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE fronts DROP COLUMN schematic;
ALTER TABLE dateline_documents DROP COLUMN rows;
ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision; ALTER TABLE fronts DROP COLUMN date_from;
UPDATE dateline_archive SET version = 1;
INSERT INTO articles (fid, id, mentions) VALUES (1, 'old', 0);
INSERT INTO dateline_documents (fid, hash, body) VALUES (1, X'00', X'00');
INSERT INTO fronts (id, uncertainty_km, start, "end", article, confidence) VALUES ('old-0-4', 3, 0, 4, 'old', 0.5)`)(t, filepath.Join(dir, archive.FileName))
	a := corpustest.Open(t, dir)
	d := documenttest.Valid()
	d.Fronts[0].Schematic = true
	corpustest.Put(t, a, []document.Document{d})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	layer, _ := corpustest.Open(t, dir).View().Layer(schema.Fronts)
	if n := layer.Len(); n != 2 {
		t.Fatalf("%d fronts", n)
	}
	for i, want := range []bool{false, true} {
		if got := layer.At(i).Property("schematic"); got != want {
			t.Errorf("front %s: schematic %v, want %v", layer.At(i).ID(), got, want)
		}
	}
}

// TestOpenVersion2: an archive with the tables of version 2 and current documents and rows, opened
// for writing or read-only, is complete, and nothing is reported as damaged.
func TestOpenVersion2(t *testing.T) {
	docs := documenttest.New(90).Documents(0, 20)
	for i := range docs {
		docs[i].Events = nil // version 2 had no events
	}
	dir := madeVersion2(t, docs)
	path := filepath.Join(dir, archive.FileName)
	asItIs := view.NewBuilder(rows.DefaultModel(), view.Names{})
	archive.ReadAsItIs(t, path, asItIs)
	checkSaysTheSame(t, asItIs.View(nil), view.New(docs))
	migrated, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	checkSaysTheSame(t, migrated.View(), view.New(docs))
	if err := migrated.Close(); err != nil {
		t.Fatal(err)
	}
	if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(what string) { t.Error(what) }}); err != nil || v.Undamaged != len(docs) {
		t.Errorf("%+v, %v", v, err)
	}
	a := corpustest.Open(t, dir)
	corpustest.Put(t, a, []document.Document{documenttest.Valid()})
	mentions := corpustest.Layer(t, a.View(), schema.Mentions)
	if last := mentions.At(mentions.Len() - 1); last.Property("date_precision") != "day" {
		t.Errorf("a new mention: %s", last.JSON())
	}
}

// madeVersion2 creates an archive of documents with the tables of version 2.
func madeVersion2(t *testing.T, docs []document.Document) string {
	t.Helper()
	sql, err := os.ReadFile("testdata/version2.sql")
	if err != nil {
		t.Fatal(err)
	}
	script := geopackage.Tables + string(sql) + "ATTACH " + sqlite3.Quote(filepath.Join(corpustest.Made(t, docs), archive.FileName)) + " AS today;"
	for table, columns := range map[string]string{
		"articles":           `fid, geom, id, title, source, byline, url, published, date, language, mentions`,
		"mentions":           `fid, geom, id, place, name, phrase, sentence, start, "end", article, source, date, published, role, kind, precision, confidence`,
		"fronts":             `fid, geom, id, kind, phrase, reading, uncertainty_km, anchors, sentence, start, "end", article, source, date, published, confidence, schematic`,
		"places":             `fid, geom, id, name, kind, precision, mentions, articles, first, last`,
		"dateline_documents": `fid, hash, body`,
	} {
		script += "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM today." + table + ";"
	}
	script += `UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = (-180, -90, 180, 90);`
	dir := t.TempDir()
	corpustest.File(script)(t, filepath.Join(dir, archive.FileName))
	return dir
}

// checkSaysTheSame compares what version 2 already stored.
func checkSaysTheSame(t *testing.T, got, want *view.View) {
	t.Helper()
	for _, l := range want.Layers() {
		if l.Len() == 0 && l.Name != schema.Events && !l.Schema.Derived {
			t.Fatalf("%s: nothing to compare", l.Name)
		}
	}
	corpustest.CheckEach(t, got, want, func(got, want feature.Feature) {
		t.Helper()
		for _, p := range []string{"place", "name", "phrase", "sentence", "start", "article", "date", "published", "confidence", "title", "language", "schematic", "mentions"} {
			if x, y := got.Property(p), want.Property(p); x != y {
				t.Fatalf("%s of %s: %v, want %v", p, want.ID(), x, y)
			}
		}
	})
}

// TestModelGrows: an archive of the usual properties gets the column of a new one and keeps all its
// data; a Dateline that does not know the property leaves it unchanged.
func TestModelGrows(t *testing.T) {
	docs := documenttest.New(91).Documents(0, 6)
	dir := corpustest.Made(t, docs[:3])
	m := rows.DefaultModel()
	m.Collections[0] = m.Collections[0].With(schema.Property{Name: "weighed", Type: schema.Integer, Since: 99})
	m.Mentions["weighed"] = func(s *rows.MentionSource) schema.Value { return schema.OfInt(len(s.Mention.Candidates)) }
	a, err := openModel(t, m, dir)
	if err != nil {
		t.Fatal(err)
	}
	corpustest.Put(t, a, docs[3:])
	want := view.NewWith(m, view.Names{}, docs)
	checkGrown := func(got *view.View) {
		t.Helper()
		mentions, all := corpustest.Layer(t, got, schema.Mentions), corpustest.Layer(t, want, schema.Mentions)
		for i := range mentions.Len() {
			var counted any
			if i >= corpustest.Layer(t, view.New(docs[:3]), schema.Mentions).Len() {
				counted = all.At(i).Property("weighed")
			}
			if mentions.At(i).ID() != all.At(i).ID() || mentions.At(i).Property("weighed") != counted {
				t.Fatalf("%s, want %v candidates", mentions.At(i).JSON(), counted)
			}
		}
	}
	checkGrown(a.View())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if a, err = openModel(t, m, dir); err != nil {
		t.Fatal(err)
	}
	checkGrown(a.View())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = corpus.Open(t.Context(), dir, view.Names{})
	corpustest.CheckError(t, err, dir, "newer Dateline")
}

func openModel(t *testing.T, m rows.Model, dir string) (*corpus.Corpus, error) {
	a, err := archive.Open(m, dir)
	if err != nil {
		return nil, err
	}
	return corpus.New(t.Context(), a, view.Names{})
}

// TestUpgradeDates: an archive of version 3 had neither the precision of a date nor what it was
// read from; undated features had the day of publication.
func TestUpgradeDates(t *testing.T) {
	dir := t.TempDir()
	corpustest.File(archive.SchemaOf5()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision; ALTER TABLE fronts DROP COLUMN date_from;
UPDATE dateline_archive SET version = 3;
INSERT INTO articles (fid, id, mentions) VALUES (1, 'a', 3);
INSERT INTO dateline_documents (fid, hash, body) VALUES (1, X'00', X'00');
INSERT INTO mentions (id, start, "end", article, confidence, date, published) VALUES
  ('a-0-4', 0, 4, 'a', 0.5, '2019-08-20', '2019-08-22'), ('a-5-9', 5, 9, 'a', 0.5, '2019-08-22', '2019-08-22'), ('a-10-14', 10, 14, 'a', 0.5, NULL, NULL);
INSERT INTO fronts (id, uncertainty_km, start, "end", article, confidence, date) VALUES ('a-0-9', 3, 0, 9, 'a', 0.5, '2019-08-20')`)(t, filepath.Join(dir, archive.FileName))
	a := corpustest.Open(t, dir)
	corpustest.Put(t, a, []document.Document{documenttest.Valid()})
	view := a.View()
	for layer, want := range map[string][]string{schema.Mentions: {"day text", "day published", "<nil> <nil>"}, schema.Fronts: {"day text"}} {
		l, _ := view.Layer(layer)
		for i, w := range want {
			if got := fmt.Sprint(l.At(i).Property("date_precision"), " ", l.At(i).Property("date_from")); got != w {
				t.Errorf("%s %d: %s, want %s", layer, i, got, w)
			}
		}
	}
}

// TestUpgradeIsAtomic: a file that can't be upgraded remains unchanged.
func TestUpgradeIsAtomic(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, archive.FileName)
	corpustest.File(archive.SchemaOf5()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision;
UPDATE dateline_archive SET version = 3;`)(t, path) // date_from of fronts is there already
	if err := archive.MigrateFile(path); err == nil {
		t.Fatal("upgraded")
	}
	const sql = `SELECT (SELECT version FROM dateline_archive), (SELECT count(*) FROM pragma_table_info('mentions') WHERE name LIKE 'date_%')`
	if n := fmt.Sprint(corpustest.Select(t, dir, sql)); n != "[[3 0]]" {
		t.Errorf("version and columns %s", n)
	}
}

// TestUpgradeGuards: an archive of the version before is written like a new one, and has its
// triggers.
func TestUpgradeGuards(t *testing.T) {
	docs := documenttest.New(92).Documents(0, 4)
	dir := corpustest.Made(t, docs[:2])
	const triggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`
	want := fmt.Sprint(corpustest.Select(t, dir, triggers))
	corpustest.File(archive.Unguarded()+`ALTER TABLE dateline_archive DROP COLUMN writing; UPDATE dateline_archive SET version = 10;`)(t, filepath.Join(dir, archive.FileName))
	corpustest.Put(t, corpustest.Open(t, dir), docs[2:])
	if got := fmt.Sprint(corpustest.Select(t, dir, triggers)); got != want {
		t.Errorf("triggers %s, want %s", got, want)
	}
}
