package atlas

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
)

// TestOpenAnOlderArchive: an archive of version 1, whose fronts did not say
// whether they are schematic, is read and written on.
func TestOpenAnOlderArchive(t *testing.T) {
	dir := t.TempDir()
	makeFile(schema+`;
ALTER TABLE fronts DROP COLUMN schematic;
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
	mustPut(t, a, []Document{d})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	layer, _ := mustOpen(t, dir).View().Layer(Fronts)
	if n := layer.Len(); n != 2 {
		t.Fatalf("%d fronts", n)
	}
	for i, want := range []bool{false, true} {
		if got := layer.At(i).Property("schematic"); got != want {
			t.Errorf("front %s: schematic %v, want %v", layer.At(i).ID(), got, want)
		}
	}
}

// TestUpgradeDates: an archive of version 3 did not say how exactly a date is known
// and from what; the day of publication stood for none.
func TestUpgradeDates(t *testing.T) {
	dir := t.TempDir()
	makeFile(schema+`;
ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision; ALTER TABLE fronts DROP COLUMN date_from;
UPDATE dateline_archive SET version = 3;
INSERT INTO articles (fid, id, mentions) VALUES (1, 'a', 3);
INSERT INTO dateline_documents (fid, hash, body) VALUES (1, X'00', X'00');
INSERT INTO mentions (id, start, "end", article, confidence, date, published) VALUES
  ('a-0-4', 0, 4, 'a', 0.5, '2019-08-20', '2019-08-22'), ('a-5-9', 5, 9, 'a', 0.5, '2019-08-22', '2019-08-22'), ('a-10-14', 10, 14, 'a', 0.5, NULL, NULL);
INSERT INTO fronts (id, uncertainty_km, start, "end", article, confidence, date) VALUES ('a-0-9', 3, 0, 9, 'a', 0.5, '2019-08-20')`)(t, filepath.Join(dir, FileName))
	a := mustOpen(t, dir)
	mustPut(t, a, []Document{sound()})
	view := a.View()
	for layer, want := range map[string][]string{Mentions: {"day text", "day published", "<nil> <nil>"}, Fronts: {"day text"}} {
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
	makeFile(schema+`;
ALTER TABLE mentions DROP COLUMN date_precision; ALTER TABLE mentions DROP COLUMN date_from;
ALTER TABLE fronts DROP COLUMN date_precision;
UPDATE dateline_archive SET version = 3;`)(t, path) // date_from of fronts is there already
	if err := bring(path); err == nil {
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
	i := slices.IndexFunc(d.Mentions, func(m Mention) bool { return m.Place != nil })
	once := d.Mentions[i]
	anchor := once
	anchor.Role = anchorRole
	for name, c := range map[string]struct {
		mentions []Mention
		want     int // how often the place is mentioned, 0 for no place
	}{
		"anchor":             {[]Mention{anchor}, 0},
		"mention and anchor": {[]Mention{once, anchor}, 1},
	} {
		d.Mentions = c.mentions
		view := NewView([]Document{d})
		places, _ := view.Layer(Places)
		mentions, _ := view.Layer(Mentions)
		got := 0
		if places.Len() > 0 {
			got = places.At(0).Property("mentions").(int)
		}
		if got != c.want || mentions.Len() != len(c.mentions) {
			t.Errorf("%s: counted %d times, want %d; %d mentions", name, got, c.want, mentions.Len())
		}
	}
}
