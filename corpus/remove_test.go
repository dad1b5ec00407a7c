package corpus_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"
	"dateline/view"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/maptile"
)

// shows checks that a View shows the documents and nothing else, by every way of access: layers,
// ids, queries, tiles, and counts by place.
func shows(t *testing.T, v *view.View, docs []document.Document) {
	t.Helper()
	corpustest.CheckView(t, v)
	want := view.New(docs)
	for i, l := range want.Layers() {
		got := v.Layers()[i]
		features := map[string]string{}
		for f := range l.All() {
			features[f.ID()] = string(f.JSON())
		}
		if got.Len() != l.Len() {
			t.Errorf("%s: %d features, want %d", l.Name, got.Len(), l.Len())
		}
		for f := range got.All() {
			if features[f.ID()] != string(f.JSON()) {
				t.Errorf("%s shows %s, want %s", l.Name, f.JSON(), features[f.ID()])
			}
		}
		box := orb.Bound{Min: orb.Point{35, 32}, Max: orb.Point{39, 36}}
		for _, q := range []query.Query{{}, {BBox: &box}, {Text: query.Words("shelling")}, {NoCopies: true}, {BBox: &box, NoCopies: true}} {
			found, err := got.Select(t.Context(), &q)
			all, _ := l.Select(t.Context(), &q)
			if err != nil || len(found) != len(all) {
				t.Errorf("%s: %+v finds %d, want %d: %v", l.Name, q, len(found), len(all), err)
			}
		}
		for _, tile := range []maptile.Tile{{}, maptile.At(orb.Point{37, 35}, 6), maptile.At(orb.Point{37, 35}, 8)} {
			if a, b := onTile(t, got, tile), onTile(t, l, tile); a != b {
				t.Errorf("%s: tile %v has %d, want %d", l.Name, tile, a, b)
			}
		}
		gotBound, _ := got.Bound()
		wantBound, _ := l.Bound()
		if gotBound != wantBound {
			t.Errorf("%s: reaches to %v, want %v", l.Name, gotBound, wantBound)
		}
	}
}

func onTile(t *testing.T, l *view.Layer, tile maptile.Tile) (n int) {
	t.Helper()
	cells, features := l.OnTile(t.Context(), tile, tile.Bound(), &query.Query{})
	for c := range cells {
		n += c.Count
	}
	for range features {
		n++
	}
	return n
}

func without(docs []document.Document, ids ...string) []document.Document {
	var left []document.Document
	for _, d := range docs {
		keep := true
		for _, id := range ids {
			keep = keep && d.ID != id
		}
		if keep {
			left = append(left, d)
		}
	}
	return left
}

// TestRemove: a removed article is in no layer, count, tile or table, in this process and in
// others; it does not return when it is read again, but does when the removal is undone.
func TestRemove(t *testing.T) {
	dir, docs := t.TempDir(), documenttest.New(40).Documents(0, 40)
	a, other := corpustest.Open(t, dir), corpustest.Open(t, dir)
	follow(t, other)
	corpustest.Put(t, a, docs)
	waitFor(t, other, 40)
	ids := []string{docs[3].ID, docs[17].ID, docs[39].ID}
	older := a.View()
	done, err := a.Remove(t.Context(), archive.Removal{Articles: append(ids, "nothing"), By: "editor", Why: "asked for by its author"})
	if err != nil || done.Articles != 3 || len(done.Unknown) != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	left := without(docs, ids...)
	shows(t, a.View(), left)
	shows(t, waitFor(t, other, 37), left)
	shows(t, older, docs)
	if a.View().Version != other.View().Version {
		t.Error("two processes give two versions")
	}
	if d, err := a.View().Document(docs[3].ID); d != nil || err != nil {
		t.Errorf("its document: %v, %v", d, err)
	}
	corpustest.CheckTables(t, dir)
	if r := corpustest.Put(t, a, docs); r.Removed != 3 || r.Known != 37 || r.Added != 0 {
		t.Errorf("read again: %+v", r)
	}
	more := documenttest.New(41).Documents(100, 5)
	corpustest.Put(t, other, more) // over fids that were in use
	shows(t, waitFor(t, other, 42), append(left, more...))

	reopened := corpustest.Open(t, dir)
	shows(t, reopened.View(), append(left, more...))
	if reopened.View().Version != other.View().Version {
		t.Error("a version of its own after a start")
	}
	if stones, err := a.Tombstones(); err != nil || len(stones) != 3 || stones[0].Why != "asked for by its author" || !stones[0].Undo {
		t.Errorf("%+v, %v", stones, err)
	}
	if done, err := a.Undo(t.Context(), ids[:1]); err != nil || done.Articles != 1 {
		t.Errorf("%+v, %v", done, err)
	}
	shows(t, waitFor(t, other, 43), append(without(docs, ids[1:]...), more...))
	corpustest.CheckTables(t, dir)
	if v, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(s string) { t.Error(s) }}); err != nil || v.Articles != 43 {
		t.Errorf("%+v, %v", v, err)
	}
}

// TestRemoveForever: nothing of the text remains in the file.
func TestRemoveForever(t *testing.T) {
	dir := t.TempDir()
	docs := documenttest.New(42).Documents(0, 6)
	a := corpustest.Open(t, dir)
	corpustest.Put(t, a, docs)
	if _, err := a.Remove(t.Context(), archive.Removal{Articles: []string{docs[2].ID}, Forever: true}); err != nil {
		t.Fatal(err)
	}
	if done, err := a.Undo(t.Context(), []string{docs[2].ID}); err != nil || done.Articles != 0 || len(done.Unknown) != 1 {
		t.Errorf("brought back: %+v, %v", done, err)
	}
	if r := corpustest.Put(t, a, docs); r.Removed != 1 {
		t.Errorf("read again: %+v", r)
	}
	if got := fmt.Sprint(corpustest.Select(t, dir, `SELECT count(*) FROM dateline_removed WHERE body NOT NULL`)); got != "[[0]]" {
		t.Errorf("texts are kept: %s", got)
	}
}

// TestEditedInTheFile: rows that a GIS program edits or deletes are shown as they are now, also in
// a running process, and do not prevent reading the rest.
func TestEditedInTheFile(t *testing.T) {
	docs := documenttest.New(43).Documents(0, 20)
	for _, c := range []struct {
		sql      string
		articles int
	}{
		{`DELETE FROM mentions WHERE fid % 7 = 1`, 20},
		{`DELETE FROM mentions`, 20},
		{`DELETE FROM fronts`, 20},
		{`DELETE FROM articles WHERE fid IN (1, 20)`, 18},
		{`UPDATE mentions SET name = 'Elsewhere', geom = (SELECT geom FROM mentions WHERE geom NOT NULL LIMIT 1) WHERE fid % 5 = 2`, 20},
		{`UPDATE articles SET title = 'Another' WHERE fid = 4`, 20},
	} {
		t.Run(c.sql, func(t *testing.T) {
			dir := t.TempDir()
			running := corpustest.Open(t, dir)
			follow(t, running)
			corpustest.Put(t, running, docs)
			before := running.View()
			corpustest.File(c.sql)(t, filepath.Join(dir, archive.FileName))
			<-before.Changed()
			reopened, err := corpus.OpenReader(t.Context(), dir, view.Names{})
			if err != nil {
				t.Fatal(err)
			}
			defer reopened.Close()
			v := running.View()
			for v.Version != reopened.View().Version {
				<-v.Changed()
				v = running.View()
			}
			if v == before {
				t.Fatal("nothing has changed")
			}
			for i, l := range reopened.View().Layers() {
				if got := v.Layers()[i].Len(); got != l.Len() {
					t.Errorf("%s: shows %d, and %d when it is opened", l.Name, got, l.Len())
				}
				for f := range l.All() {
					if g, _ := v.Layers()[i].Feature(f.ID()); string(g.JSON()) != string(f.JSON()) {
						t.Errorf("shows %s, and %s when it is opened", g.JSON(), f.JSON())
					}
				}
			}
			if n := corpustest.Layer(t, v, schema.Articles).Len(); n != c.articles {
				t.Errorf("%d articles", n)
			}
			corpustest.Put(t, running, documenttest.New(44).Documents(900, 3))
		})
	}
}
