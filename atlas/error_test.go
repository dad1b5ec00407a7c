package atlas

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"
)

// checkError checks that an error is a single line that names the file, says
// what is wrong and what to do.
func checkError(t *testing.T, err error, dir, reason string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *Error", err)
	}
	s := err.Error()
	if strings.Contains(s, "\n") || !strings.HasPrefix(s, filepath.Join(dir, FileName)+": ") || e.WayOut == "" {
		t.Errorf("no single line with the file and the way out: %q", s)
	}
	if !strings.Contains(e.Reason, reason) {
		t.Errorf("%q, want %q", s, reason)
	}
}

func TestOpenWhatIsNoArchive(t *testing.T) {
	for name, c := range map[string]struct {
		make   func(t *testing.T, path string)
		reason string
	}{
		"text": {func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("no database\n", 100)), 0o644); err != nil {
				t.Fatal(err)
			}
		}, "no GeoPackage"},
		"another database":     {makeFile(`CREATE TABLE t (a)`), "no GeoPackage"},
		"another GeoPackage":   {makeFile(`PRAGMA application_id = 1196444487; CREATE TABLE t (a)`), "no archive"},
		"of a newer version":   {makeFile(testSchema() + `; UPDATE dateline_archive SET version = 999`), "newer Dateline"},
		"without its version":  {makeFile(testSchema() + `; DELETE FROM dateline_archive`), "damaged"},
		"without its mentions": {makeFile(testSchema() + `; DROP TABLE mentions`), "damaged"},
		"a folder": {func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, "is no file"},
		"an empty file": {makeFile(""), "is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			c.make(t, path)
			before, _ := os.ReadFile(path)
			for name, open := range map[string]func() (*Archive, error){
				"Open":       func() (*Archive, error) { return Open(t.Context(), dir, nil) },
				"OpenReader": func() (*Archive, error) { return OpenReader(t.Context(), dir, nil) },
			} {
				a, err := open()
				if err == nil {
					a.Close()
					t.Fatalf("%s: opened", name)
				}
				checkError(t, err, dir, c.reason)
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) && name != "without its mentions" {
				t.Error("the file was written to")
			}
		})
	}
}

// testSchema is what makes an empty archive.
func testSchema() string { return newTables(DefaultModel()).schema() }

// makeFile returns what makes an SQLite file.
func makeFile(sql string) func(t *testing.T, path string) {
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

// To read there must be an archive: none is made.
func TestOpenReaderMakesNothing(t *testing.T) {
	dir := t.TempDir()
	a, err := OpenReader(t.Context(), dir, nil)
	if err == nil {
		a.Close()
		t.Fatal("opened")
	}
	checkError(t, err, dir, "is not there")
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("%v was made", left)
	}
}

func TestFolderIsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), path, nil); err == nil || strings.Contains(err.Error(), "\n") {
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
	if _, err := Open(context.Background(), dir, nil); err == nil {
		t.Error("opened")
	} else {
		checkError(t, err, dir, "")
	}
	_, err := Open(context.Background(), filepath.Join(dir, "in", "it"), nil)
	checkError(t, err, filepath.Join(dir, "in", "it"), "may not be written to")
}

// A file that was made read-only still says so clearly.
func TestReadOnlyFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	a := mustOpen(t, dir)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, FileName), 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), dir, nil)
	checkError(t, err, dir, "may not be written to")
}

// When the disk is full nothing is half stored, what was in stays, and when
// there is space again it goes on.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	a := mustOpen(t, dir)
	docs := newCorpus(61).documents(0, 100)
	mustPut(t, a, docs[:10])
	before := a.View()
	limitPages(t, a, `SELECT page_count + 4 FROM pragma_page_count`)
	_, err := a.Put(context.Background(), docs)
	checkError(t, err, dir, "disk is full")
	if a.View() != before {
		t.Error("the View changed")
	}
	checkTables(t, a)
	limitPages(t, a, `SELECT 1000000000`)
	if r := mustPut(t, a, docs); r.Added != 90 || r.Known != 10 {
		t.Errorf("%+v", r)
	}
	checkSame(t, a.View(), NewView(docs))
	checkTables(t, a)
}

// limitPages lets the writer's file have as many pages as a query says.
func limitPages(t *testing.T, a *Archive, sql string) {
	t.Helper()
	pages := selectRows(t, a, sql)[0][0]
	if err := a.session.writer.conn.Exec(fmt.Sprintf(`PRAGMA max_page_count = %s`, pages)); err != nil {
		t.Fatal(err)
	}
}

func TestSecondWriter(t *testing.T) {
	dir := t.TempDir()
	a, b := mustOpen(t, dir), mustOpen(t, dir)
	docs := newCorpus(62).documents(0, 2)
	if err := a.session.writer.conn.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	if err := b.session.writer.conn.BusyTimeout(0); err != nil {
		t.Fatal(err)
	}
	_, err := b.Put(context.Background(), docs)
	checkError(t, err, dir, "another process is writing")
	if err := a.session.writer.conn.Exec(`COMMIT`); err != nil {
		t.Fatal(err)
	}
	mustPut(t, b, docs)
	if r := mustPut(t, a, docs); r.Known != 2 {
		t.Errorf("%+v", r)
	}
	checkSame(t, a.View(), b.View())
}

// A writer waits for another one, which may take long, no longer than its
// context.
func TestSecondWriterGivesUp(t *testing.T) {
	dir := t.TempDir()
	a, b := mustOpen(t, dir), mustOpen(t, dir)
	if err := a.session.writer.conn.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	failed := make(chan error)
	go func() {
		_, err := b.Put(ctx, newCorpus(63).documents(0, 1))
		failed <- err
	}()
	cancel()
	if err := <-failed; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := a.session.writer.conn.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
}
