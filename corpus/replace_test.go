package corpus_test

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

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/view"

	"github.com/ncruces/go-sqlite3"
)

// notes are the messages of Follow.
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

// A persistent error is reported once, however long it lasts, retried after growing pauses, and
// reported as over when it is.
func TestFollowSaysErrorsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		a := corpustest.Open(t, dir)
		docs := documenttest.New(23).Documents(0, 4)
		corpustest.Put(t, a, docs[:2])
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var n notes
		go a.Follow(ctx, n.say)
		outside := func(sql string) {
			t.Helper()
			c, err := sqlite3.OpenFlags(filepath.Join(dir, archive.FileName), sqlite3.OPEN_READWRITE)
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
		corpustest.CheckSame(t, a.View(), view.New(docs[:2]))
		outside(`ALTER TABLE lost RENAME TO fronts`)
		time.Sleep(2 * time.Minute)
		if said := n.all(); len(said) != 2 || !strings.Contains(said[1], "can be read again") {
			t.Errorf("when it is over it says %q", said)
		}
		corpustest.Put(t, corpustest.Open(t, dir), docs)
		time.Sleep(time.Second)
		corpustest.CheckSame(t, a.View(), view.New(docs))
	})
}

// takePlace replaces the file of one archive by that of another.
func takePlace(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(filepath.Join(from, archive.FileName), filepath.Join(to, archive.FileName)); err != nil {
		t.Fatal(err)
	}
}

// When another archive replaces the one that is followed, its documents are shown, and new ones are
// stored in it.
func TestReplaced(t *testing.T) {
	docs := documenttest.New(24).Documents(0, 20)
	dir, other := corpustest.Made(t, docs[:10]), corpustest.Made(t, docs[10:15])
	a := corpustest.Open(t, dir)
	n := notes{news: make(chan string, 9)}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	corpustest.Put(t, a, docs[9:10]) // the journal exists
	takePlace(t, other, dir)
	_, err := a.Put(t.Context(), docs[15:])
	corpustest.CheckError(t, err, dir, "replaced")
	go a.Follow(ctx, n.say)
	if said := <-n.news; !strings.Contains(said, "another archive has taken its place") {
		t.Errorf("says %q", said)
	}
	waitFor(t, a, 5)
	corpustest.CheckSame(t, a.View(), view.New(docs[10:15]))
	corpustest.CheckDocuments(t, a, docs[10:15])
	corpustest.Put(t, a, docs[15:])
	corpustest.CheckSame(t, a.View(), view.New(docs[10:]))
	corpustest.CheckDocuments(t, a, docs[10:])
	corpustest.CheckTables(t, dir)
}

// While the file is missing, or replaced by something else, the last View and its documents are
// shown; nothing is stored in a file that nobody will find.
func TestRemoved(t *testing.T) {
	docs := documenttest.New(25).Documents(0, 10)
	dir, other := corpustest.Made(t, docs[:5]), corpustest.Made(t, docs[5:])
	a := corpustest.Open(t, dir)
	n := notes{news: make(chan string, 9)}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go a.Follow(ctx, n.say)
	path := filepath.Join(dir, archive.FileName)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if said := <-n.news; !strings.Contains(said, "was removed") || !strings.Contains(said, "still shown") {
		t.Errorf("says %q", said)
	}
	_, err := a.Put(t.Context(), docs[5:])
	corpustest.CheckError(t, err, dir, "removed")
	if err := os.WriteFile(path, []byte(strings.Repeat("no database\n", 1000)), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := <-n.news; !strings.Contains(said, "no GeoPackage") {
		t.Errorf("says %q", said)
	}
	corpustest.CheckSame(t, a.View(), view.New(docs[:5]))
	corpustest.CheckDocuments(t, a, docs[:5])
	takePlace(t, other, dir)
	if said := <-n.news; !strings.Contains(said, "another archive") {
		t.Errorf("says %q", said)
	}
	waitFor(t, a, 5)
	corpustest.CheckDocuments(t, a, docs[5:])
}

// Closing an archive whose file was replaced leaves the journal of the new archive alone.
func TestForeignJournal(t *testing.T) {
	docs := documenttest.New(26).Documents(0, 20)
	dir := corpustest.Made(t, docs[:10])
	a := corpustest.Open(t, dir)
	corpustest.Put(t, a, docs[9:10])
	corpustest.Put(t, a, docs[9:10]) // which has its journal open
	moved := t.TempDir()
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(filepath.Join(dir, archive.FileName+suffix), filepath.Join(moved, archive.FileName+suffix)); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	b := corpustest.Open(t, dir)
	corpustest.Put(t, b, docs[10:])
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	corpustest.CheckSame(t, corpustest.Open(t, dir).View(), view.New(docs[10:]))
	corpustest.CheckTables(t, dir)
}
