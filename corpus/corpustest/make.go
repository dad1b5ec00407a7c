// Package corpustest makes archives of documents and checks that a Corpus, its View and its file
// agree, for tests.
package corpustest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"dateline/archive"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/rows"
	"dateline/view"
)

// Open opens an archive that is closed when the test ends.
func Open(t testing.TB, dir string) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Open(context.Background(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// Put stores valid documents.
func Put(t testing.TB, to *corpus.Corpus, docs []document.Document) archive.PutResult {
	t.Helper()
	r, err := to.Put(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Made makes an archive of documents and returns its folder.
func Made(t testing.TB, docs []document.Document) string {
	t.Helper()
	dir := t.TempDir()
	if err := Write(context.Background(), dir, docs); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Write adds documents to the archive in a folder, without a View, in one transaction.
func Write(ctx context.Context, dir string, docs []document.Document) error {
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	ready, refused := a.PackAll(docs)
	if len(refused) > 0 {
		return errors.Join(refused[0], a.Close())
	}
	_, err = a.PutPacked(ctx, ready)
	return errors.Join(err, a.Close())
}

// Copy copies an archive, with its journal, to a folder of its own.
func Copy(t testing.TB, dir string) string {
	t.Helper()
	return copied(t, dir, archive.FileName, archive.FileName+"-wal")
}

// PlainCopy copies only the file of an archive to another folder, as people do.
func PlainCopy(t testing.TB, dir string) string {
	t.Helper()
	return copied(t, dir, archive.FileName)
}

func copied(t testing.TB, dir string, names ...string) string {
	t.Helper()
	to := t.TempDir()
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// File returns a function that makes or changes an SQLite file.
func File(sql string) func(t *testing.T, path string) {
	return func(t *testing.T, path string) {
		c, err := sqlite3.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(c.Exec(sql), c.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// Select returns the result of a query of the archive in a folder as text.
func Select(t testing.TB, dir, sql string) [][]string {
	t.Helper()
	c, err := sqlite3.OpenFlags(filepath.Join(dir, archive.FileName), sqlite3.OPEN_READWRITE)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s, _, err := c.Prepare(sql)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var rows [][]string
	for s.Step() {
		row := make([]string, s.ColumnCount())
		for i := range row {
			row[i] = s.ColumnText(i)
		}
		rows = append(rows, row)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}
