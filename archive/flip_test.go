package archive_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/view"
)

// flips is the number of places in which TestFlippedBits changes a bit.
const flips = 250

// A flipped bit, wherever in the file, never yields wrong data or a crash: what is read is what was
// stored, or there is an error.
func TestFlippedBits(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	docs := append(documenttest.New(80).Documents(0, 12), document.Document{ID: "nothing-found"}, document.Document{ID: "nothing-either"})
	from := corpustest.Made(t, docs)
	good, err := os.ReadFile(filepath.Join(from, archive.FileName))
	if err != nil {
		t.Fatal(err)
	}
	want := contents(t, from)
	refused := 0
	for i := range flips {
		bit := i * (8*len(good) - 1) / (flips - 1)
		at, mask := bit/8, byte(1)<<(i%8)
		dir := t.TempDir()
		bad := bytes.Clone(good)
		bad[at] ^= mask
		if err := os.WriteFile(filepath.Join(dir, archive.FileName), bad, 0o644); err != nil {
			t.Fatal(err)
		}
		got := contents(t, dir)
		if len(got) == 1 {
			refused++
		}
		wrong := false
		for part, text := range got {
			wrong = wrong || text != want[part]
			if text != want[part] && !strings.HasPrefix(text, "error: ") {
				t.Errorf("byte %d, bit %08b: %s has changed and no error says so", at, mask, part)
			}
		}
		if faults := verified(t, dir); wrong && len(faults) == 0 {
			t.Errorf("byte %d, bit %08b: Verify finds nothing", at, mask)
		}
	}
	t.Logf("%d of %d bits: the archive is refused", refused, flips)
}

// Wrong numbers of places, which give their order and are in no checksum, are not read either.
func TestFlippedNumbers(t *testing.T) {
	from := corpustest.Made(t, documenttest.New(80).Documents(0, 12))
	good, err := os.ReadFile(filepath.Join(from, archive.FileName))
	if err != nil {
		t.Fatal(err)
	}
	numbers := numbersOfPlaces(t, from, good)
	for _, at := range []int{numbers[0], numbers[1], numbers[len(numbers)/2], numbers[len(numbers)-1]} {
		for bit := range 8 {
			dir, bad := t.TempDir(), bytes.Clone(good)
			bad[at] ^= 1 << bit
			if err := os.WriteFile(filepath.Join(dir, archive.FileName), bad, 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := corpus.OpenReader(t.Context(), dir, view.Names{})
			corpustest.CheckError(t, err, dir, "damaged")
		}
	}
}

// numbersOfPlaces returns the offset of the last byte of each place's fid.
func numbersOfPlaces(t *testing.T, dir string, file []byte) (all []int) {
	t.Helper()
	root, err := strconv.Atoi(corpustest.Select(t, dir, "SELECT rootpage FROM sqlite_schema WHERE name = 'places'")[0][0])
	if err != nil {
		t.Fatal(err)
	}
	varint := func(at int) int {
		for file[at] >= 0x80 {
			at++
		}
		return at
	}
	page := (root - 1) << 14
	if file[page] != 13 {
		t.Fatalf("a page of type %d", file[page])
	}
	for i := range int(binary.BigEndian.Uint16(file[page+3:])) {
		cell := page + int(binary.BigEndian.Uint16(file[page+8+2*i:]))
		all = append(all, varint(varint(cell)+1))
	}
	return all
}

// contents returns everything read from an archive, its layers and documents, by name; an error
// replaces what can't be read.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	a, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err != nil {
		return map[string]string{"archive": "error: " + err.Error()}
	}
	defer a.Close()
	parts := map[string]string{"version": a.View().Version}
	for _, l := range a.View().Layers() {
		var all strings.Builder
		for i := range l.Len() {
			all.Write(l.At(i).JSON())
		}
		parts[l.Name] = all.String()
	}
	articles := corpustest.Layer(t, a.View(), schema.Articles)
	for i := range articles.Len() {
		id := articles.At(i).ID()
		d, err := a.View().Document(id)
		if err != nil {
			parts[id] = "error: " + err.Error()
			continue
		}
		parts[id] = string(documenttest.Encoded(t, d))
	}
	return parts
}

// Rows that differ from what was stored, with no trigger having recorded a change, are damage too.
func TestChangedRows(t *testing.T) {
	docs := append(documenttest.New(81).Documents(0, 6), documenttest.Valid(), document.Document{ID: "nothing-found"})
	from := corpustest.Made(t, docs)
	for _, sql := range changedRows() {
		dir := corpustest.Copy(t, from)
		corpustest.File(sql)(t, filepath.Join(dir, archive.FileName))
		a, err := corpus.OpenReader(t.Context(), dir, view.Names{})
		if err == nil {
			a.Close()
			t.Errorf("%s: opened", sql)
			continue
		}
		corpustest.CheckError(t, err, dir, "damaged")
	}
}

// changedRows are statements that change rows unrecorded.
func changedRows() []string {
	var all []string
	for _, sql := range editedRows() {
		all = append(all, archive.Unguarded()+`DROP TRIGGER dateline_article_deleted; DROP TRIGGER dateline_mention_deleted; DROP TRIGGER dateline_front_deleted; DROP TRIGGER dateline_event_deleted; DROP TRIGGER dateline_event_edited;
DROP TRIGGER dateline_article_edited; DROP TRIGGER dateline_mention_edited; DROP TRIGGER dateline_front_edited; `+sql)
	}
	return append(all,
		`UPDATE dateline_documents SET hash = X'00' WHERE fid = 1`,
		`UPDATE dateline_documents SET rows = rows + 1 WHERE fid = 1`,
		`DELETE FROM dateline_documents WHERE fid = 1`,
		`DELETE FROM dateline_documents WHERE fid = (SELECT fid FROM articles WHERE id = 'nothing-found')`,
		archive.Unguarded()+`INSERT INTO mentions (id, start, "end", article, confidence) VALUES ('x-0-1', 0, 1, 'x', 1)`,
	)
}

// editedRows are statements as a GIS program issues them when its user edits a layer.
func editedRows() []string {
	return []string{
		`UPDATE mentions SET sentence = sentence || '.' WHERE fid = 3`,
		`UPDATE mentions SET geom = NULL WHERE geom NOT NULL`,
		`UPDATE mentions SET confidence = confidence / 2 WHERE fid = 4`,
		`UPDATE mentions SET date = '2001-02-03' WHERE fid = 5`,
		`UPDATE fronts SET uncertainty_km = 1e3`,
		`UPDATE articles SET title = 'another' WHERE fid = 2`,
		`UPDATE articles SET published = '2001-02-03T00:00:00.000Z' WHERE fid = 2`,
		`DELETE FROM mentions WHERE fid = 6`,
		`DELETE FROM fronts`,
		`DELETE FROM articles WHERE fid = 1`,
		`DELETE FROM articles WHERE id = 'nothing-found'`,
	}
}
