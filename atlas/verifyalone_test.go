package atlas

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"
)

// pagesOf returns the size of a page of a file, and where the tables and indexes of
// it begin: their root pages, by name.
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

// Whatever table or index is lost, the documents that stand in another are saved.
func TestVerifyLostPage(t *testing.T) {
	docs := newCorpus(86).documents(0, 12)
	from := madeArchive(t, docs)
	size, roots := pagesOf(t, filepath.Join(from, FileName))
	for _, name := range []string{"mentions", "places", "fronts", "articles", "sqlite_autoindex_articles_1", "gpkg_geometry_columns"} {
		t.Run(name, func(t *testing.T) {
			page := roots[name]
			if page == 0 {
				t.Fatal("there is no such table")
			}
			dir := copyOf(t, from)
			path := filepath.Join(dir, FileName)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clear(data[(page-1)*size : page*size])
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			whole := 0
			v, err := Verify(t.Context(), dir, Findings{Whole: func([]byte) error { whole++; return nil }})
			if err != nil || v.Faults == 0 || whole != len(docs) || v.Undamaged != len(docs) {
				t.Errorf("saves %d of %d documents: %+v, %v", whole, len(docs), v, err)
			}
		})
	}
}

// A file that can't even be opened is not to be checked: it was.
func TestVerifyCutFile(t *testing.T) {
	dir := madeArchive(t, newCorpus(87).documents(0, 12))
	path := filepath.Join(dir, FileName)
	size, _ := pagesOf(t, path)
	if err := os.Truncate(path, int64(3*size)); err != nil {
		t.Fatal(err)
	}
	_, err := Verify(t.Context(), dir, Findings{})
	if err == nil || !strings.Contains(err.Error(), "is damaged") || strings.Contains(err.Error(), "dateline check") {
		t.Errorf("says %v", err)
	}
}
