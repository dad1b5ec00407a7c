package atlas

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/document"
	"dateline/feature"
	"dateline/geopackage"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// TestOpenAnOlderArchive: an archive of version 1, whose fronts did not say
// whether they are schematic, is read and written on.
func TestOpenAnOlderArchive(t *testing.T) {
	dir := t.TempDir()
	makeFile(testSchema()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE fronts DROP COLUMN schematic;
ALTER TABLE dateline_documents DROP COLUMN rows;
ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision; ALTER TABLE fronts DROP COLUMN date_from;
UPDATE dateline_archive SET version = 1;
INSERT INTO articles (fid, id, mentions) VALUES (1, 'old', 0);
INSERT INTO dateline_documents (fid, hash, body) VALUES (1, X'00', X'00');
INSERT INTO fronts (id, uncertainty_km, start, "end", article, confidence) VALUES ('old-0-4', 3, 0, 4, 'old', 0.5)`)(t, filepath.Join(dir, FileName))
	a := mustOpen(t, dir)
	d := sound()
	d.Fronts[0].Schematic = true
	mustPut(t, a, []document.Document{d})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	layer, _ := mustOpen(t, dir).View().Layer(schema.Fronts)
	if n := layer.Len(); n != 2 {
		t.Fatalf("%d fronts", n)
	}
	for i, want := range []bool{false, true} {
		if got := layer.At(i).Property("schematic"); got != want {
			t.Errorf("front %s: schematic %v, want %v", layer.At(i).ID(), got, want)
		}
	}
}

// TestOpenVersion2 opens an archive that was made with the tables of version 2, whose
// documents and rows are those of today: to be written on, and as it is where nothing
// may be written. Either way all that it says is there, and nothing is called damaged.
func TestOpenVersion2(t *testing.T) {
	docs := newCorpus(90).documents(0, 20)
	dir := madeVersion2(t, docs)
	path := filepath.Join(dir, FileName)
	tables := newTables(DefaultModel())
	for _, c := range []struct {
		name string
		open func() (*session, error)
	}{
		{"as it is", func() (*session, error) { return tables.newSession(path, immutable) }},
		{"migrated", func() (*session, error) { return tables.begin(path, readOnly, false) }},
	} {
		s, err := c.open()
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		g := newViewBuilder(tables, nil)
		if err := s.loader.read(t.Context(), g); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		checkSaysTheSame(t, g.view(nil), NewView(docs))
		if err := s.close(); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := Verify(t.Context(), dir, Findings{Fault: func(what string) { t.Error(what) }}); err != nil || v.Undamaged != len(docs) {
		t.Errorf("%+v, %v", v, err)
	}
	a := mustOpen(t, dir)
	mustPut(t, a, []document.Document{sound()})
	mentions := layerOf(t, a.View(), schema.Mentions)
	if last := mentions.At(mentions.Len() - 1); last.Property("date_precision") != "day" {
		t.Errorf("a new mention: %s", last.JSON())
	}
}

// madeVersion2 makes an archive of documents with the tables of version 2.
func madeVersion2(t *testing.T, docs []document.Document) string {
	t.Helper()
	sql, err := os.ReadFile("testdata/version2.sql")
	if err != nil {
		t.Fatal(err)
	}
	script := geopackage.Tables + string(sql) + "ATTACH " + sqlite3.Quote(filepath.Join(madeArchive(t, docs), FileName)) + " AS today;"
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
	makeFile(script)(t, filepath.Join(dir, FileName))
	return dir
}

// checkSaysTheSame compares what an archive of version 2 had.
func checkSaysTheSame(t *testing.T, got, want *View) {
	t.Helper()
	for _, l := range want.Layers() {
		if l.Len() == 0 {
			t.Fatalf("%s: nothing to compare", l.Name)
		}
	}
	checkEach(t, got, want, func(got, want feature.Feature) {
		t.Helper()
		for _, p := range []string{"place", "name", "phrase", "sentence", "start", "article", "date", "published", "confidence", "title", "language", "schematic", "mentions"} {
			if x, y := got.Property(p), want.Property(p); x != y {
				t.Fatalf("%s of %s: %v, want %v", p, want.ID(), x, y)
			}
		}
	})
}

// TestModelGrows: an archive of the usual properties is given the column of a new one,
// keeps all that it had, and a Dateline that does not know the property leaves it alone.
func TestModelGrows(t *testing.T) {
	docs := newCorpus(91).documents(0, 6)
	dir := madeArchive(t, docs[:3])
	m := DefaultModel()
	m.Collections[0] = m.Collections[0].With(schema.Property{Name: "candidates", Type: schema.Integer, Since: 99})
	m.Mentions["candidates"] = func(s *MentionSource) schema.Value { return schema.OfInt(len(s.Mention.Candidates)) }
	a, err := m.Open(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, a, docs[3:])
	want := m.NewView(docs)
	checkGrown := func(got *View) {
		t.Helper()
		mentions, all := layerOf(t, got, schema.Mentions), layerOf(t, want, schema.Mentions)
		for i := range mentions.Len() {
			var counted any
			if i >= layerOf(t, NewView(docs[:3]), schema.Mentions).Len() {
				counted = all.At(i).Property("candidates")
			}
			if mentions.At(i).ID() != all.At(i).ID() || mentions.At(i).Property("candidates") != counted {
				t.Fatalf("%s, want %v candidates", mentions.At(i).JSON(), counted)
			}
		}
	}
	checkGrown(a.View())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if a, err = m.Open(t.Context(), dir, nil); err != nil {
		t.Fatal(err)
	}
	checkGrown(a.View())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), dir, nil)
	checkError(t, err, dir, "newer Dateline")
}

// TestUpgradeDates: an archive of version 3 did not say how exactly a date is known
// and from what; the day of publication stood for none.
func TestUpgradeDates(t *testing.T) {
	dir := t.TempDir()
	makeFile(testSchema()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision; ALTER TABLE fronts DROP COLUMN date_from;
UPDATE dateline_archive SET version = 3;
INSERT INTO articles (fid, id, mentions) VALUES (1, 'a', 3);
INSERT INTO dateline_documents (fid, hash, body) VALUES (1, X'00', X'00');
INSERT INTO mentions (id, start, "end", article, confidence, date, published) VALUES
  ('a-0-4', 0, 4, 'a', 0.5, '2019-08-20', '2019-08-22'), ('a-5-9', 5, 9, 'a', 0.5, '2019-08-22', '2019-08-22'), ('a-10-14', 10, 14, 'a', 0.5, NULL, NULL);
INSERT INTO fronts (id, uncertainty_km, start, "end", article, confidence, date) VALUES ('a-0-9', 3, 0, 9, 'a', 0.5, '2019-08-20')`)(t, filepath.Join(dir, FileName))
	a := mustOpen(t, dir)
	mustPut(t, a, []document.Document{sound()})
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

// TestUpgradeIsWholeOrNot: a file that can't be upgraded stays as it was.
func TestUpgradeIsWholeOrNot(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	makeFile(testSchema()+`;
ALTER TABLE mentions DROP COLUMN reason; ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision;
UPDATE dateline_archive SET version = 3;`)(t, path) // date_from of fronts is there already
	if err := newTables(DefaultModel()).migrate(path); err == nil {
		t.Fatal("upgraded")
	}
	c, err := openFile(path, readOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect(c, false)
	n, err := selectIntegers(c, `SELECT (SELECT version FROM dateline_archive), (SELECT count(*) FROM pragma_table_info('mentions') WHERE name LIKE 'date_%')`, 2)
	if err != nil || n[0] != 3 || n[1] != 0 {
		t.Errorf("version and columns %v, %v", n, err)
	}
}

// TestAnchorsAreNotCounted: a town that only says where a front is has no
// mentions among the places.
func TestAnchorsAreNotCounted(t *testing.T) {
	d := newCorpus(1).documents(0, 1)[0]
	i := slices.IndexFunc(d.Mentions, func(m document.Mention) bool { return m.Place != nil })
	once := d.Mentions[i]
	anchor := once
	anchor.Role = anchorRole
	for name, c := range map[string]struct {
		mentions []document.Mention
		want     int // how often the place is mentioned, 0 for no place
	}{
		"anchor":             {[]document.Mention{anchor}, 0},
		"mention and anchor": {[]document.Mention{once, anchor}, 1},
	} {
		d.Mentions = c.mentions
		view := NewView([]document.Document{d})
		places, _ := view.Layer(schema.Places)
		mentions, _ := view.Layer(schema.Mentions)
		got := 0
		if places.Len() > 0 {
			got = places.At(0).Property("mentions").(int)
		}
		if got != c.want || mentions.Len() != len(c.mentions) {
			t.Errorf("%s: counted %d times, want %d; %d mentions", name, got, c.want, mentions.Len())
		}
	}
}
