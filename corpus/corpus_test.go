package corpus_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"dateline/archive"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/view"
)

func TestPutAndOpenAgain(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(1).Documents(0, 60)
	a := corpustest.Open(t, dir)
	empty := a.View()
	for i := 0; i < len(docs); i += 20 {
		r := corpustest.Put(t, a, docs[i:i+20])
		if r.Added != 20 || r.Known != 0 || len(r.Refused) != 0 || r.Mentions == 0 || r.Places == 0 {
			t.Errorf("first put: %+v", r)
		}
	}
	corpustest.CheckView(t, a.View())
	corpustest.CheckSame(t, a.View(), view.New(docs))
	corpustest.CheckSame(t, empty, view.New(nil))
	corpustest.CheckDocuments(t, a, docs)

	before := a.View()
	if r := corpustest.Put(t, a, docs); r.Added != 0 || r.Known != 60 || r.Mentions != 0 || r.Places != 0 {
		t.Errorf("second put: %+v", r)
	}
	if a.View() != before {
		t.Error("reading twice made another View")
	}

	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	corpustest.CheckOneFile(t, dir)
	b := corpustest.Open(t, dir)
	corpustest.CheckSame(t, b.View(), before)
	corpustest.CheckDocuments(t, b, docs)
}

// Positions and published Views do not change while the archive grows, and the result does not
// depend on the batches.
func TestViewGrowsInBatches(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	docs := documenttest.New(2).Documents(0, 90)
	want := view.New(docs)
	for _, size := range []int{1, 7, 45, 90} {
		a := corpustest.Open(t, t.TempDir())
		var views []*view.View
		for i := 0; i < len(docs); i += size {
			corpustest.Put(t, a, docs[i:min(i+size, len(docs))])
			views = append(views, a.View())
		}
		corpustest.CheckSame(t, a.View(), want)
		for i, v := range views {
			n := min((i+1)*size, len(docs))
			corpustest.CheckView(t, v)
			if n%15 == 0 {
				corpustest.CheckSame(t, v, view.New(docs[:n]))
			}
		}
	}
}

func TestVersion(t *testing.T) {
	docs := documenttest.New(3).Documents(0, 4)
	other := docs[1]
	other.Byline = "somebody else"
	views := map[string][]document.Document{
		"none": {}, "one": docs[:1], "two": docs[:2], "another order": {docs[1], docs[0]},
		"another content": {docs[0], other}, "all": docs,
	}
	seen := map[string]string{}
	for name, d := range views {
		v := view.New(d).Version
		if len(v) != 16 || seen[v] != "" {
			t.Errorf("%s: version %q, which is that of %q", name, v, seen[v])
		}
		seen[v] = name
	}
	if view.New(append(docs, docs[0])).Version != view.New(docs).Version {
		t.Error("a document that is known changed the version")
	}
}

func TestPutLeavesOutBadDocuments(t *testing.T) {
	docs := documenttest.New(4).Documents(0, 5)
	bad := []int{1, 3}
	docs[1].Mentions[2].Lat = new(float64)
	*docs[1].Mentions[2].Lat = 91
	docs[3].ID = "no/slash"
	a := corpustest.Open(t, t.TempDir())
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
	corpustest.CheckSame(t, a.View(), view.New([]document.Document{docs[0], docs[2], docs[4]}))
}

func TestPutTwiceInOneBatch(t *testing.T) {
	docs := documenttest.New(5).Documents(0, 2)
	a := corpustest.Open(t, t.TempDir())
	if r := corpustest.Put(t, a, []document.Document{docs[0], docs[1], docs[0]}); r.Added != 2 || r.Known != 1 {
		t.Errorf("%+v", r)
	}
	corpustest.CheckSame(t, a.View(), view.New(docs))
}

func TestPutWithDoneContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a := corpustest.Open(t, t.TempDir())
	if _, err := a.Put(ctx, documenttest.New(6).Documents(0, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	corpustest.CheckSame(t, a.View(), view.New(nil))
	corpustest.Put(t, a, documenttest.New(6).Documents(0, 3))
}

func TestWrittenWithoutAView(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(7).Documents(0, 3)
	if err := corpustest.Write(t.Context(), dir, docs); err != nil {
		t.Fatal(err)
	}
	corpustest.CheckOneFile(t, dir)
	corpustest.CheckSame(t, corpustest.Open(t, dir).View(), view.New(docs))
}

func TestClosed(t *testing.T) {
	a := corpustest.Open(t, t.TempDir())
	docs := documenttest.New(8).Documents(0, 1)
	corpustest.Put(t, a, docs)
	v := a.View()
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Put(context.Background(), documenttest.New(9).Documents(1, 1)); !errors.Is(err, archive.ErrClosed) {
		t.Errorf("Put: %v", err)
	}
	if _, err := a.Document(docs[0].ID); !errors.Is(err, archive.ErrClosed) {
		t.Errorf("Document: %v", err)
	}
	a.Follow(context.Background(), func(s string) { t.Errorf("Follow says %s", s) })
	if d, err := v.Document(docs[0].ID); d != nil || !errors.Is(err, archive.ErrClosed) {
		t.Errorf("the View of a closed archive: %v, %v", d, err)
	}
	corpustest.CheckSame(t, v, view.New(docs))
	if err := a.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

func TestViewDocument(t *testing.T) {
	a := corpustest.Open(t, filepath.Join(t.TempDir(), "made", "on", "the", "way"))
	docs := documenttest.New(10).Documents(0, 2)
	corpustest.Put(t, a, docs[:1])
	first := a.View()
	corpustest.Put(t, a, docs[1:])
	for name, c := range map[string]struct {
		view *view.View
		id   string
		want bool
	}{
		"in both":        {first, docs[0].ID, true},
		"not yet in":     {first, docs[1].ID, false},
		"in by now":      {a.View(), docs[1].ID, true},
		"never in":       {a.View(), "nothing", false},
		"without a file": {view.New(docs), docs[1].ID, true},
	} {
		if d, err := c.view.Document(c.id); err != nil || (d != nil) != c.want || d != nil && d.ID != c.id {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
}

// Many processes may open, or create, an archive at the same moment.
func TestOpenAtOnce(t *testing.T) {
	const writers = 8
	dir := t.TempDir()
	docs := documenttest.New(11).Documents(0, writers)
	var group sync.WaitGroup
	for i := range writers {
		group.Go(func() {
			if err := corpustest.Write(t.Context(), dir, docs[i:i+1]); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	corpustest.CheckOneFile(t, dir)
	a := corpustest.Open(t, dir)
	corpustest.CheckView(t, a.View())
	corpustest.CheckDocuments(t, a, docs)
}

// A document whose bytes or hash changed is an error that names it, and no other document.
func TestDamagedDocument(t *testing.T) {
	docs := documenttest.New(12).Documents(0, 2)
	for name, sql := range map[string]string{
		"body":       `UPDATE dateline_documents SET body = substr(body, 1, 40) || X'55' || substr(body, 42) WHERE fid = 1`,
		"cut off":    `UPDATE dateline_documents SET body = substr(body, 1, 40) WHERE fid = 1`,
		"empty":      `UPDATE dateline_documents SET body = X'' WHERE fid = 1`,
		"hash":       `UPDATE dateline_documents SET hash = X'00112233445566778899AABBCCDDEEFF' WHERE fid = 1`,
		"of another": `UPDATE dateline_documents SET body = (SELECT body FROM dateline_documents WHERE fid = 2) WHERE fid = 1`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a := corpustest.Open(t, dir)
			corpustest.Put(t, a, docs)
			corpustest.File(sql)(t, filepath.Join(dir, archive.FileName))
			d, err := a.View().Document(docs[0].ID)
			if d != nil {
				t.Errorf("read as %v", d)
			}
			corpustest.CheckError(t, err, dir, docs[0].ID)
			if d, err := a.View().Document(docs[1].ID); err != nil || d.ID != docs[1].ID {
				t.Errorf("the other: %v, %v", d, err)
			}
		})
	}
}
