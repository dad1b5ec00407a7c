package archive_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/view"

	"github.com/ncruces/go-sqlite3"
)

func TestOpenFileThatIsNoArchive(t *testing.T) {
	for name, c := range map[string]struct {
		make   func(t *testing.T, path string)
		reason string
	}{
		"text": {func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("no database\n", 100)), 0o644); err != nil {
				t.Fatal(err)
			}
		}, "no GeoPackage"},
		"another database":     {corpustest.File(`CREATE TABLE t (a)`), "no GeoPackage"},
		"another GeoPackage":   {corpustest.File(`PRAGMA application_id = 1196444487; CREATE TABLE t (a)`), "no archive"},
		"of a newer version":   {corpustest.File(archive.Schema() + `; UPDATE dateline_archive SET version = 999`), "newer Dateline"},
		"without its version":  {corpustest.File(archive.Schema() + `; DELETE FROM dateline_archive`), "damaged"},
		"without its mentions": {corpustest.File(archive.Schema() + `; DROP TABLE mentions`), "damaged"},
		"a folder": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, "is no file"},
		"an empty file": {corpustest.File(""), "is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, archive.FileName)
			c.make(t, path)
			before, _ := os.ReadFile(path)
			for name, open := range map[string]func() (*corpus.Corpus, error){
				"Open":       func() (*corpus.Corpus, error) { return corpus.Open(t.Context(), dir, view.Names{}) },
				"OpenReader": func() (*corpus.Corpus, error) { return corpus.OpenReader(t.Context(), dir, view.Names{}) },
			} {
				a, err := open()
				if err == nil {
					a.Close()
					t.Fatalf("%s: opened", name)
				}
				corpustest.CheckError(t, err, dir, c.reason)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) && name != "without its mentions" {
				t.Error("the file was written to")
			}
		})
	}
}

// Opening an archive to read does not create one.
func TestOpenReaderCreatesNothing(t *testing.T) {
	dir := t.TempDir()
	a, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err == nil {
		a.Close()
		t.Fatal("opened")
	}
	corpustest.CheckError(t, err, dir, "is not there")
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("%v was made", left)
	}
}

func TestFolderIsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := corpus.Open(context.Background(), path, view.Names{}); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("%v", err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := corpus.Open(context.Background(), dir, view.Names{}); err == nil {
		t.Error("opened")
	} else {
		corpustest.CheckError(t, err, dir, "")
	}
	_, err := corpus.Open(context.Background(), filepath.Join(dir, "in", "it"), view.Names{})
	corpustest.CheckError(t, err, filepath.Join(dir, "in", "it"), "may not be written to")
}

// A file that was made read-only is reported as such.
func TestReadOnlyFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	a := corpustest.Open(t, dir)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, archive.FileName), 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := corpus.Open(context.Background(), dir, view.Names{})
	corpustest.CheckError(t, err, dir, "may not be written to")
}

// TestUnwritable: only errors of an archive that may be read but not written say so to clients.
func TestUnwritable(t *testing.T) {
	const says = "the archive of this server may not be written to"
	for cause, want := range map[error]string{
		syscall.EROFS: says, fs.ErrPermission: says, sqlite3.READONLY: says, sqlite3.PERM: says, sqlite3.FULL: "", sqlite3.CORRUPT: "", sqlite3.CANTOPEN: "",
	} {
		err := archive.Explain("/secret/path", fmt.Errorf("writing: %w", cause))
		if known, is := errors.AsType[*archive.Error](err); !is || known.Unwritable() != want || !errors.Is(err, cause) {
			t.Errorf("%v: %v", cause, err)
		}
	}
}

// When the disk is full nothing is stored in part and earlier articles remain; once there is space
// again, storing works.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	a, file := opened(t, dir)
	docs := documenttest.New(61).Documents(0, 100)
	corpustest.Put(t, a, docs[:10])
	before := a.View()
	limitPages(t, dir, file, `SELECT page_count + 4 FROM pragma_page_count`)
	_, err := a.Put(context.Background(), docs)
	corpustest.CheckError(t, err, dir, "disk is full")
	if a.View() != before {
		t.Error("the View changed")
	}
	corpustest.CheckTables(t, dir)
	limitPages(t, dir, file, `SELECT 1000000000`)
	if r := corpustest.Put(t, a, docs); r.Added != 90 || r.Known != 10 {
		t.Errorf("%+v", r)
	}
	corpustest.CheckSame(t, a.View(), view.New(docs))
	corpustest.CheckTables(t, dir)
}

// limitPages lets the writer's file have as many pages as a query returns.
func limitPages(t *testing.T, dir string, a *archive.Archive, sql string) {
	t.Helper()
	pages := corpustest.Select(t, dir, sql)[0][0]
	if err := a.Connection().Exec(fmt.Sprintf(`PRAGMA max_page_count = %s`, pages)); err != nil {
		t.Fatal(err)
	}
}

func TestSecondWriter(t *testing.T) {
	dir := t.TempDir()
	a, file := opened(t, dir)
	b, other := opened(t, dir)
	docs := documenttest.New(62).Documents(0, 2)
	if err := file.Connection().Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	if err := other.Connection().BusyTimeout(0); err != nil {
		t.Fatal(err)
	}
	_, err := b.Put(context.Background(), docs)
	corpustest.CheckError(t, err, dir, "another process is writing")
	if err := file.Connection().Exec(`COMMIT`); err != nil {
		t.Fatal(err)
	}
	corpustest.Put(t, b, docs)
	if r := corpustest.Put(t, a, docs); r.Known != 2 {
		t.Errorf("%+v", r)
	}
	corpustest.CheckSame(t, a.View(), b.View())
}

// A writer waits for another one until its context ends.
func TestSecondWriterGivesUp(t *testing.T) {
	dir := t.TempDir()
	_, file := opened(t, dir)
	b := corpustest.Open(t, dir)
	if err := file.Connection().Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	failed := make(chan error)
	go func() {
		_, err := b.Put(ctx, documenttest.New(63).Documents(0, 1))
		failed <- err
	}()
	cancel()
	if err := <-failed; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := file.Connection().Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
}

// opened opens an archive and the Corpus of it.
func opened(t *testing.T, dir string) (*corpus.Corpus, *archive.Archive) {
	t.Helper()
	file, err := archive.Open(rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(t.Context(), file, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c, file
}
