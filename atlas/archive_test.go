package atlas

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"dateline/document"
)

func TestPutAndOpenAgain(t *testing.T) {
	dir := t.TempDir()
	docs := newCorpus(1).documents(0, 60)
	a := mustOpen(t, dir)
	empty := a.View()
	for i := 0; i < len(docs); i += 20 {
		r := mustPut(t, a, docs[i:i+20])
		if r.Added != 20 || r.Known != 0 || len(r.Refused) != 0 || r.Mentions == 0 || r.Places == 0 {
			t.Errorf("first put: %+v", r)
		}
	}
	checkView(t, a.View())
	checkSame(t, a.View(), NewView(docs))
	checkSame(t, empty, NewView(nil))
	checkDocuments(t, a, docs)

	before := a.View()
	if r := mustPut(t, a, docs); r.Added != 0 || r.Known != 60 || r.Mentions != 0 || r.Places != 0 {
		t.Errorf("second put: %+v", r)
	}
	if a.View() != before {
		t.Error("reading twice made another View")
	}

	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	checkOneFile(t, dir)
	b := mustOpen(t, dir)
	checkSame(t, b.View(), before)
	checkDocuments(t, b, docs)
}

// checkOneFile checks that the archive is the only file in its folder.
func checkOneFile(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != FileName {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// Positions, and the Views handed out, stay as they are while the atlas grows,
// and in whatever batches it does the end is the same.
func TestViewGrowsInBatches(t *testing.T) {
	docs := newCorpus(2).documents(0, 90)
	want := NewView(docs)
	for _, size := range []int{1, 7, 45, 90} {
		a := mustOpen(t, t.TempDir())
		var views []*View
		for i := 0; i < len(docs); i += size {
			mustPut(t, a, docs[i:min(i+size, len(docs))])
			views = append(views, a.View())
		}
		checkSame(t, a.View(), want)
		for i, v := range views {
			n := min((i+1)*size, len(docs))
			checkView(t, v)
			if n%15 == 0 {
				checkSame(t, v, NewView(docs[:n]))
			}
		}
	}
}

func TestVersion(t *testing.T) {
	docs := newCorpus(3).documents(0, 4)
	other := docs[1]
	other.Byline = "somebody else"
	views := map[string][]document.Document{
		"none": {}, "one": docs[:1], "two": docs[:2], "another order": {docs[1], docs[0]},
		"another content": {docs[0], other}, "all": docs,
	}
	seen := map[string]string{}
	for name, d := range views {
		v := NewView(d).Version
		if len(v) != 16 || seen[v] != "" {
			t.Errorf("%s: version %q, which is that of %q", name, v, seen[v])
		}
		seen[v] = name
	}
	if NewView(append(docs, docs[0])).Version != NewView(docs).Version {
		t.Error("a document that is known changed the version")
	}
}

func TestPutLeavesOutWhatIsBad(t *testing.T) {
	docs := newCorpus(4).documents(0, 5)
	bad := []int{1, 3}
	docs[1].Mentions[2].Lat = new(float64)
	*docs[1].Mentions[2].Lat = 91
	docs[3].ID = "no/slash"
	a := mustOpen(t, t.TempDir())
	r, err := a.Put(context.Background(), docs)
	var refused *document.DocumentError
	if !errors.As(err, &refused) || len(r.Refused) != len(bad) || r.Added != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	for i, n := range bad {
		if r.Refused[i].ID != docs[n].ID {
			t.Errorf("refused %q, want %q", r.Refused[i].ID, docs[n].ID)
		}
	}
	checkSame(t, a.View(), NewView([]document.Document{docs[0], docs[2], docs[4]}))
}

func TestPutTwiceInOneBatch(t *testing.T) {
	docs := newCorpus(5).documents(0, 2)
	a := mustOpen(t, t.TempDir())
	if r := mustPut(t, a, []document.Document{docs[0], docs[1], docs[0]}); r.Added != 2 || r.Known != 1 {
		t.Errorf("%+v", r)
	}
	checkSame(t, a.View(), NewView(docs))
}

func TestPutWithDoneContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a := mustOpen(t, t.TempDir())
	if _, err := a.Put(ctx, newCorpus(6).documents(0, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	checkSame(t, a.View(), NewView(nil))
	mustPut(t, a, newCorpus(6).documents(0, 3))
}

func TestWriterKeepsNoView(t *testing.T) {
	dir := t.TempDir()
	w, err := OpenWriter(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	docs := newCorpus(7).documents(0, 3)
	mustPut(t, w, docs)
	checkSame(t, w.View(), NewView(nil))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	checkOneFile(t, dir)
	checkSame(t, mustOpen(t, dir).View(), NewView(docs))
}

func TestClosed(t *testing.T) {
	a := mustOpen(t, t.TempDir())
	docs := newCorpus(8).documents(0, 1)
	mustPut(t, a, docs)
	v := a.View()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Put(context.Background(), newCorpus(9).documents(1, 1)); !errors.Is(err, errClosed) {
		t.Errorf("Put: %v", err)
	}
	if _, err := a.Document(docs[0].ID); !errors.Is(err, errClosed) {
		t.Errorf("Document: %v", err)
	}
	a.Follow(context.Background(), func(s string) { t.Errorf("Follow says %s", s) })
	if d, err := v.Document(docs[0].ID); d != nil || !errors.Is(err, errClosed) {
		t.Errorf("the View of a closed archive: %v, %v", d, err)
	}
	checkSame(t, v, NewView(docs))
	if err := a.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

func TestViewDocument(t *testing.T) {
	a := mustOpen(t, filepath.Join(t.TempDir(), "made", "on", "the", "way"))
	docs := newCorpus(10).documents(0, 2)
	mustPut(t, a, docs[:1])
	first := a.View()
	mustPut(t, a, docs[1:])
	for name, c := range map[string]struct {
		view *View
		id   string
		want bool
	}{
		"in both":        {first, docs[0].ID, true},
		"not yet in":     {first, docs[1].ID, false},
		"in by now":      {a.View(), docs[1].ID, true},
		"never in":       {a.View(), "nothing", false},
		"without a file": {NewView(docs), docs[1].ID, true},
	} {
		if d, err := c.view.Document(c.id); err != nil || (d != nil) != c.want || d != nil && d.ID != c.id {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}

// Many may open, and make, an archive at the same moment.
func TestOpenAtOnce(t *testing.T) {
	const writers = 8
	dir := t.TempDir()
	docs := newCorpus(11).documents(0, writers)
	var group sync.WaitGroup
	for i := range writers {
		group.Go(func() {
			a, err := OpenWriter(context.Background(), dir)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := a.Put(context.Background(), docs[i:i+1]); err != nil {
				t.Error(err)
			}
			if err := a.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	checkOneFile(t, dir)
	a := mustOpen(t, dir)
	checkView(t, a.View())
	checkDocuments(t, a, docs)
}

// A document whose bytes or hash changed is an error that names it, and no other
// document.
func TestDamagedDocument(t *testing.T) {
	docs := newCorpus(12).documents(0, 2)
	for name, sql := range map[string]string{
		"body":       `UPDATE dateline_documents SET body = substr(body, 1, 40) || X'55' || substr(body, 42) WHERE fid = 1`,
		"cut off":    `UPDATE dateline_documents SET body = substr(body, 1, 40) WHERE fid = 1`,
		"empty":      `UPDATE dateline_documents SET body = X'' WHERE fid = 1`,
		"hash":       `UPDATE dateline_documents SET hash = X'00112233445566778899AABBCCDDEEFF' WHERE fid = 1`,
		"of another": `UPDATE dateline_documents SET body = (SELECT body FROM dateline_documents WHERE fid = 2) WHERE fid = 1`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a := mustOpen(t, dir)
			mustPut(t, a, docs)
			if err := a.session.writer.conn.Exec(sql); err != nil {
				t.Fatal(err)
			}
			d, err := a.View().Document(docs[0].ID)
			if d != nil {
				t.Errorf("read as %v", d)
			}
			checkError(t, err, dir, docs[0].ID)
			if d, err := a.View().Document(docs[1].ID); err != nil || d.ID != docs[1].ID {
				t.Errorf("the other: %v, %v", d, err)
			}
		})
	}
}
