package archive_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"

	"github.com/ncruces/go-sqlite3"
)

// pagesOf returns the page size of a file, and the root pages of its tables and indexes by name.
func pagesOf(t *testing.T, path string) (size int, roots map[string]int) {
	t.Helper()
	c, err := sqlite3.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	statement, _, err := c.Prepare(`SELECT name, rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE rootpage > 0`)
	if err != nil {
		t.Fatal(err)
	}
	roots = map[string]int{}
	for statement.Step() {
		roots[statement.ColumnText(0)], size = statement.ColumnInt(1), statement.ColumnInt(2)
	}
	if err := errors.Join(statement.Err(), statement.Close()); err != nil {
		t.Fatal(err)
	}
	return size, roots
}

// Whichever table or index is lost, the documents in the others are saved.
func TestVerifyLostPage(t *testing.T) {
	docs := documenttest.New(86).Documents(0, 12)
	from := corpustest.Made(t, docs)
	size, roots := pagesOf(t, filepath.Join(from, archive.FileName))
	for _, name := range []string{"mentions", "places", "fronts", "articles", "sqlite_autoindex_articles_1", "gpkg_geometry_columns"} {
		t.Run(name, func(t *testing.T) {
			page := roots[name]
			if page == 0 {
				t.Fatal("there is no such table")
			}
			dir := corpustest.Copy(t, from)
			path := filepath.Join(dir, archive.FileName)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clear(data[(page-1)*size : page*size])
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			whole := 0
			v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Intact: func([]byte) error { whole++; return nil }})
			if err != nil || v.Faults == 0 || whole != len(docs) || v.Undamaged != len(docs) {
				t.Errorf("saves %d of %d documents: %+v, %v", whole, len(docs), v, err)
			}
		})
	}
}

// The error about a file that can't even be opened does not suggest to check it.
func TestVerifyCutFile(t *testing.T) {
	dir := corpustest.Made(t, documenttest.New(87).Documents(0, 12))
	path := filepath.Join(dir, archive.FileName)
	size, _ := pagesOf(t, path)
	if err := os.Truncate(path, int64(3*size)); err != nil {
		t.Fatal(err)
	}
	_, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{})
	if err == nil || !strings.Contains(err.Error(), "is damaged") || strings.Contains(err.Error(), "dateline check") {
		t.Errorf("says %v", err)
	}
}

// TestVerifyCutShort: of a file that lacks its end, what remains is saved.
func TestVerifyCutShort(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	docs := documenttest.New(87).Documents(0, 300)
	from := corpustest.Made(t, docs)
	whole, err := os.ReadFile(filepath.Join(from, archive.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, percent := range []int{95, 70, 40} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, archive.FileName), whole[:len(whole)*percent/100], 0o600); err != nil {
			t.Fatal(err)
		}
		saved := 0
		v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Intact: func([]byte) error {
			saved++
			return nil
		}})
		if err != nil || v.Faults == 0 || v.Undamaged != saved || saved < len(docs)*percent/300 || saved > len(docs) {
			t.Errorf("of %d%%: %d saved, %+v, %v", percent, saved, v, err)
		}
		t.Logf("of %d%% of the file: %d of %d", percent, saved, len(docs))
	}
}
