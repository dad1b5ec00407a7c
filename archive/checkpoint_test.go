package archive_test

import (
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
)

// TestPlainCopyIsWhole: a copy of the file alone, made while the archive is open, holds everything
// stored before the last checkpoint.
func TestPlainCopyIsWhole(t *testing.T) {
	dir := t.TempDir()
	a, err := archive.Open(rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for i, id := range []string{"one", "two", "three"} {
		packed, err := a.Pack(&document.Document{ID: id, Lang: "en", Text: "All quiet " + id + ".", Fronts: []document.Front{}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.PutPacked(t.Context(), []*archive.Packed{packed}); err != nil {
			t.Fatal(err)
		}
		if err := a.Checkpoint(); err != nil {
			t.Fatal(err)
		}
		b, err := archive.Open(rows.DefaultModel(), corpustest.PlainCopy(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		if d, err := b.Document(id); err != nil || d == nil {
			t.Errorf("the copy after %d articles lacks the last: %v", i+1, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestPlainCopyIsWholeOnceClosed: the same after one of several processes closes the archive, as a
// command does beside a server.
func TestPlainCopyIsWholeOnceClosed(t *testing.T) {
	dir := t.TempDir()
	corpustest.Open(t, dir) // stays open
	docs := documenttest.New(1).Documents(0, 3)
	if err := corpustest.Write(t.Context(), dir, docs); err != nil {
		t.Fatal(err)
	}
	articles := corpustest.Layer(t, corpustest.Open(t, corpustest.PlainCopy(t, dir)).View(), schema.Articles)
	if articles.Len() != len(docs) {
		t.Errorf("the copy has %d articles", articles.Len())
	}
}
