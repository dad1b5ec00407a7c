package archive_test

import (
	"path/filepath"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/view"
)

// What Put stored is shown without reading it back, unless somebody else wrote before; then
// everything is read. The View is the same both ways.
func TestShowWithoutReading(t *testing.T) {
	dir, docs := t.TempDir(), documenttest.New(70).Documents(0, 12)
	a, other := read(t, dir), read(t, dir)
	put := func(to *shown, i int, reads bool) {
		t.Helper()
		s := store(t, to.archive, docs[i:i+2])
		if to.archive.Follows(s) == reads {
			t.Errorf("documents from %d on: read %v, want %v", i, !reads, reads)
		}
		to.show(t, s)
		corpustest.CheckSame(t, to.builder.View(nil), view.New(docs[:i+2]))
	}
	put(a, 0, false)
	put(a, 2, false)
	put(other, 4, true)
	put(other, 6, false)
	put(a, 8, true)
	put(a, 10, false)
	corpustest.CheckSame(t, corpustest.Open(t, dir).View(), view.New(docs))
}

// shown is an archive and what its Views are made from.
type shown struct {
	archive *archive.Archive
	builder *view.Builder
}

func read(t *testing.T, dir string) *shown {
	t.Helper()
	a, err := archive.Open(rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return &shown{a, view.NewBuilder(a.Model(), view.Names{})}
}

func (s *shown) show(t *testing.T, stored *archive.Stored) {
	t.Helper()
	if err := s.archive.Read(t.Context(), s.builder, stored); err != nil {
		t.Fatal(err)
	}
}

func store(t *testing.T, to *archive.Archive, docs []document.Document) *archive.Stored {
	t.Helper()
	ready, refused := to.PackAll(docs)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	s, err := to.Store(t.Context(), ready)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Transactions may be shown in another order than they were stored.
func TestShowOutOfOrder(t *testing.T) {
	a, docs := read(t, t.TempDir()), documenttest.New(71).Documents(0, 6)
	var all []*archive.Stored
	for i := range docs {
		all = append(all, store(t, a.archive, docs[i:i+1]))
	}
	for _, i := range []int{3, 0, 5, 4, 1, 2} {
		a.show(t, all[i])
	}
	corpustest.CheckSame(t, a.builder.View(nil), view.New(docs))
}

// An archive from when ids of mentions had an index can be read and written.
func TestOpenAnArchiveWithAnIndex(t *testing.T) {
	dir, docs := t.TempDir(), documenttest.New(72).Documents(0, 4)
	corpustest.File(archive.Schema()+`; CREATE UNIQUE INDEX ids ON mentions (id)`)(t, filepath.Join(dir, archive.FileName))
	corpustest.Put(t, corpustest.Open(t, dir), docs)
	corpustest.CheckSame(t, corpustest.Open(t, dir).View(), view.New(docs))
}
