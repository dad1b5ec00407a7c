package atlas

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/document"

	"github.com/ncruces/go-sqlite3"
)

// notes are what Follow says.
type notes struct {
	mu    sync.Mutex
	lines []string
	news  chan string
}

func (n *notes) say(s string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.lines = append(n.lines, s)
	if n.news != nil {
		n.news <- s
	}
}

func (n *notes) all() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.lines)
}

// An error that persists is said once, however long it lasts, tried again with
// growing pauses, and said to be over when it is.
func TestFollowSaysErrorsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := mustOpen(t, dir)
		docs := newCorpus(23).documents(0, 4)
		mustPut(t, a, docs[:2])
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var n notes
		go a.Follow(ctx, n.say)
		outside := func(sql string) {
			t.Helper()
			c, err := sqlite3.OpenFlags(filepath.Join(dir, FileName), sqlite3.OPEN_READWRITE)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if err := c.Exec(sql); err != nil {
				t.Fatal(err)
			}
		}
		outside(`ALTER TABLE fronts RENAME TO lost`)
		time.Sleep(time.Hour)
		if said := n.all(); len(said) != 1 || !strings.Contains(said[0], "damaged") || !strings.Contains(said[0], "still shown") {
			t.Errorf("in an hour it says %q", said)
		}
		checkSame(t, a.View(), NewView(docs[:2]))
		outside(`ALTER TABLE lost RENAME TO fronts`)
		time.Sleep(2 * longestPause)
		if said := n.all(); len(said) != 2 || !strings.Contains(said[1], "can be read again") {
			t.Errorf("when it is over it says %q", said)
		}
		mustPut(t, mustOpen(t, dir), docs)
		time.Sleep(time.Second)
		checkSame(t, a.View(), NewView(docs))
	})
}

// takePlace puts the file of one archive in the place of another's.
func takePlace(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(filepath.Join(from, FileName), filepath.Join(to, FileName)); err != nil {
		t.Fatal(err)
	}
}

// madeArchive makes an archive of documents and returns its folder.
func madeArchive(t *testing.T, docs []document.Document) string {
	t.Helper()
	dir := t.TempDir()
	a, err := OpenWriter(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	mustPut(t, a, docs)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// When another archive takes the place of the one that is followed, its documents
// are shown, and what is put goes into it.
func TestReplaced(t *testing.T) {
	docs := newCorpus(24).documents(0, 20)
	dir, other := madeArchive(t, docs[:10]), madeArchive(t, docs[10:15])
	a := mustOpen(t, dir)
	n := notes{news: make(chan string, 9)}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	mustPut(t, a, docs[9:10]) // the journal is there
	takePlace(t, other, dir)
	_, err := a.Put(t.Context(), docs[15:])
	checkError(t, err, dir, "replaced")
	go a.Follow(ctx, n.say)
	if said := <-n.news; !strings.Contains(said, "another archive has taken its place") {
		t.Errorf("says %q", said)
	}
	waitFor(t, a, 5)
	checkSame(t, a.View(), NewView(docs[10:15]))
	checkDocuments(t, a, docs[10:15])
	mustPut(t, a, docs[15:])
	checkSame(t, a.View(), NewView(docs[10:]))
	checkDocuments(t, a, docs[10:])
	checkTables(t, a)
}

// While a file is gone, or what lies in its place is no archive, what was read is
// shown, and its documents too; nothing is put into a file that nobody will find.
func TestRemoved(t *testing.T) {
	docs := newCorpus(25).documents(0, 10)
	dir, other := madeArchive(t, docs[:5]), madeArchive(t, docs[5:])
	a := mustOpen(t, dir)
	n := notes{news: make(chan string, 9)}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go a.Follow(ctx, n.say)
	path := filepath.Join(dir, FileName)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if said := <-n.news; !strings.Contains(said, "was removed") || !strings.Contains(said, "still shown") {
		t.Errorf("says %q", said)
	}
	_, err := a.Put(t.Context(), docs[5:])
	checkError(t, err, dir, "removed")
	if err := os.WriteFile(path, []byte(strings.Repeat("no database\n", 1000)), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := <-n.news; !strings.Contains(said, "no GeoPackage") {
		t.Errorf("says %q", said)
	}
	checkSame(t, a.View(), NewView(docs[:5]))
	checkDocuments(t, a, docs[:5])
	takePlace(t, other, dir)
	if said := <-n.news; !strings.Contains(said, "another archive") {
		t.Errorf("says %q", said)
	}
	waitFor(t, a, 5)
	checkDocuments(t, a, docs[5:])
}

// The journal of an archive that has taken the place of another is left alone
// when the other is closed.
func TestForeignJournal(t *testing.T) {
	docs := newCorpus(26).documents(0, 20)
	dir := madeArchive(t, docs[:10])
	a := mustOpen(t, dir)
	mustPut(t, a, docs[9:10])
	if a.session.isReplaced() {
		t.Fatal("replaced")
	}
	moved := t.TempDir()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(filepath.Join(dir, FileName+suffix), filepath.Join(moved, FileName+suffix)); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	b := mustOpen(t, dir)
	mustPut(t, b, docs[10:])
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	checkSame(t, mustOpen(t, dir).View(), NewView(docs[10:]))
	checkTables(t, b)
}
