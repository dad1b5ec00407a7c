package atlas

import (
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
