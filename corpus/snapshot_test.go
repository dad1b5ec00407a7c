package corpus_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/query"
	"dateline/schema"
	"dateline/view"
)

// spoil changes rows unrecorded: whoever reads them finds the archive damaged; with a snapshot they
// are not read.
const spoil = `DROP TRIGGER dateline_mention_edited; UPDATE mentions SET name = 'spoilt' WHERE fid < 100`

// withSnapshot returns the folder of an archive of documents, some of which were removed, with a
// snapshot, and the remaining documents.
func withSnapshot(t *testing.T, docs []document.Document, names view.Names) (dir string, left []document.Document) {
	t.Helper()
	dir = t.TempDir()
	c, err := corpus.Open(t.Context(), dir, names)
	if err != nil {
		t.Fatal(err)
	}
	corpustest.Put(t, c, docs)
	if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[3].ID}}); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteSnapshot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, without(docs, docs[3].ID)
}

func snapshotOf(dir string) string { return filepath.Join(dir, archive.SnapshotName) }

func hasSnapshot(dir string) bool {
	_, err := os.Stat(snapshotOf(dir))
	return err == nil
}

// A View read from a snapshot equals that of the archive, and follows later changes: documents that
// others store, removals, corrections of places.
func TestSnapshot(t *testing.T) {
	docs := documenttest.New(31).Documents(0, 60)
	dir, left := withSnapshot(t, docs[:40], view.Names{})
	corpustest.File(spoil)(t, filepath.Join(dir, archive.FileName))
	c := corpustest.Open(t, dir)
	shows(t, c.View(), left)
	corpustest.Put(t, c, docs[40:])
	if _, err := c.Remove(t.Context(), archive.Removal{Articles: []string{docs[5].ID, docs[50].ID}}); err != nil {
		t.Fatal(err)
	}
	if hasSnapshot(dir) {
		t.Error("the snapshot has what was removed")
	}
	shows(t, c.View(), without(append(left, docs[40:]...), docs[5].ID, docs[50].ID))
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := corpus.Open(t.Context(), dir, view.Names{}); err == nil {
		t.Error("without a snapshot the rows are not read")
	}
}

// What was stored, removed or edited after a snapshot was written is read from the archive.
func TestOutdatedSnapshot(t *testing.T) {
	docs := documenttest.New(32).Documents(0, 60)
	dir, left := withSnapshot(t, docs[:40], view.Names{})
	kept, err := os.ReadFile(snapshotOf(dir))
	if err != nil {
		t.Fatal(err)
	}
	other := corpustest.Open(t, dir)
	corpustest.Put(t, other, docs[40:])
	if _, err := other.Remove(t.Context(), archive.Removal{Articles: []string{docs[7].ID}}); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	// As a removal by QGIS leaves it.
	if err := os.WriteFile(snapshotOf(dir), kept, 0o644); err != nil {
		t.Fatal(err)
	}
	c := corpustest.Open(t, dir)
	defer c.Close()
	shows(t, c.View(), without(append(left, docs[40:]...), docs[7].ID))
}

// Whatever is wrong with a snapshot, the View is that of the archive.
func TestUnusableSnapshots(t *testing.T) {
	docs := documenttest.New(33).Documents(0, 30)
	other, _ := withSnapshot(t, docs[:20], view.Names{})
	for name, change := range map[string]func(b []byte) []byte{
		"none":                func([]byte) []byte { return nil },
		"of another archive":  func([]byte) []byte { b, _ := os.ReadFile(snapshotOf(other)); return b },
		"cut short":           func(b []byte) []byte { return b[:len(b)/2] },
		"with another bit":    func(b []byte) []byte { b[len(b)/3] ^= 1; return b },
		"of something else":   func([]byte) []byte { return []byte("PNG, or a note to myself") },
		"an archive's format": func(b []byte) []byte { b[20] ^= 1; return b },
	} {
		t.Run(name, func(t *testing.T) {
			dir, left := withSnapshot(t, docs, view.Names{})
			b, err := os.ReadFile(snapshotOf(dir))
			if err != nil {
				t.Fatal(err)
			}
			if b = change(b); b == nil {
				err = os.Remove(snapshotOf(dir))
			} else {
				err = os.WriteFile(snapshotOf(dir), b, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			c := corpustest.Open(t, dir)
			defer c.Close()
			shows(t, c.View(), left)
		})
	}
}

// A snapshot with names of another gazetteer is not used.
func TestSnapshotOfOtherNames(t *testing.T) {
	names := func(version string) view.Names {
		return view.Names{Version: version, Of: func(string) rows.PlaceNames { return rows.PlaceNames{Country: version} }}
	}
	dir, _ := withSnapshot(t, documenttest.New(34).Documents(0, 5), names("Old"))
	c, err := corpus.Open(t.Context(), dir, names("New"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := corpustest.Layer(t, c.View(), schema.Places).At(0).Property("country"); got != "New" {
		t.Errorf("a place lies in %v", got)
	}
}

// No snapshot is written while a removal is not yet in the View.
func TestSnapshotAfterRemoval(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(35).Documents(0, 10)
	c, other := corpustest.Open(t, dir), corpustest.Open(t, dir)
	defer c.Close()
	defer other.Close()
	corpustest.Put(t, c, docs)
	if _, err := other.Remove(t.Context(), archive.Removal{Articles: []string{docs[2].ID}}); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteSnapshot(t.Context()); err != nil || hasSnapshot(dir) {
		t.Errorf("error %v, a snapshot with what was removed: %v", err, hasSnapshot(dir))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".dateline*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// The unfinished file of a killed process is removed, that of a running one is not.
func TestUnfinishedSnapshots(t *testing.T) {
	dir := t.TempDir()
	c := corpustest.Open(t, dir)
	defer c.Close()
	old, young := filepath.Join(dir, "."+archive.SnapshotName+"-1"), filepath.Join(dir, "."+archive.SnapshotName+"-2")
	for _, path := range []string{old, young} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	if err := c.WriteSnapshot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "."+archive.SnapshotName+"-*")); len(left) != 1 || left[0] != young {
		t.Errorf("%v is left", left)
	}
}

// A feature read from a snapshot shares codes with a new one of the same value.
func TestSnapshotSharesValues(t *testing.T) {
	docs := documenttest.New(36).Documents(0, 20)
	dir, _ := withSnapshot(t, docs[:19], view.Names{})
	c := corpustest.Open(t, dir)
	defer c.Close()
	corpustest.Put(t, c, docs[19:])
	mentions := corpustest.Layer(t, c.View(), schema.Mentions)
	codes := map[string][2]uint32{}
	for f := range mentions.All() {
		for i, column := range []string{"name", "confidence"} {
			n := mentions.Features.Column(column)
			key, code := string(f.AppendText([]byte(column), n)), f.Code(n)
			if known, ok := codes[key]; ok && known[i] != code {
				t.Fatalf("%s has two codes, the second at %d", key, f.Position())
			}
			codes[key] = [2]uint32{code, code}
		}
	}
	if found, err := mentions.Select(t.Context(), &query.Query{Text: query.Words("shelling")}); err != nil || len(found) == 0 {
		t.Errorf("words find %d: %v", len(found), err)
	}
}
