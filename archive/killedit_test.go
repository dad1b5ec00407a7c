package archive_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/correction"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"

	"github.com/ncruces/go-sqlite3"
)

// The edits during which TestKillEdits kills: each of so many articles gets a newer text, is
// corrected, removed, restored or edited in the file.
const (
	editSeed = 51
	editDocs = 60
	edits    = 400
)

// edit makes the nth edit. It can be repeated: a killed process has not reported it as done.
func edit(ctx context.Context, a *archive.Archive, docs []document.Document, n int) error {
	d := docs[n*7%len(docs)]
	switch n % 5 {
	case 0:
		d.Text += fmt.Sprintf(" A sentence more, number %d.", n)
		ready, err := a.Pack(&d)
		if err != nil {
			return err
		}
		_, err = a.PutPacked(ctx, []*archive.Packed{ready})
		return err
	case 1:
		m := d.Mentions[n%len(d.Mentions)]
		all := []correction.Correction{{
			Article: d.ID, Of: correction.Mention, Quote: m.Phrase, Start: m.Start, By: fmt.Sprint("editor ", n),
			Change: correction.Change{NotAPlace: n%8 == 1, Place: placeOf(n)},
		}}
		for _, e := range d.Events[:min(len(d.Events), 1)] {
			all = append(all, correction.Correction{Article: d.ID, Of: correction.Event, Quote: e.Trigger, Start: e.Start, Change: correction.Change{NoEvent: n%8 == 1, Type: typeOf(n)}})
		}
		_, err := a.Correct(ctx, all)
		return err
	case 2:
		_, err := a.Remove(ctx, archive.Removal{Articles: []string{d.ID}})
		return err
	case 3:
		_, err := a.Undo(ctx, []string{docs[(n-1)*7%len(docs)].ID})
		return err
	}
	return editFile(a.Path(), fmt.Sprintf(`UPDATE articles SET title = 'Title %d' WHERE id = '%s'`, n, d.ID))
}

// editFile edits the layers as a GIS program does; the next writer makes it a correction.
func editFile(path, sql string) error {
	c, err := sqlite3.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(c.BusyTimeout(10*time.Second), c.Exec(sql), c.Close())
}

func placeOf(n int) *correction.Place {
	if n%8 == 1 {
		return nil
	}
	return &correction.Place{ID: fmt.Sprint("x", n), Name: "Elsewhere", Lat: 35, Lon: 36}
}

func typeOf(n int) *string {
	if n%8 == 1 {
		return nil
	}
	kind := "siege"
	return &kind
}

func docsToEdit() []document.Document {
	var docs []document.Document
	for _, d := range documenttest.New(editSeed).Documents(0, 2*editDocs) {
		if d.Text != "" && len(docs) < editDocs { // some have none
			d.Mentions = d.Mentions[:5]
			docs = append(docs, d)
		}
	}
	return docs
}

// editAll makes all edits from one on, and reports each one done.
func editAll(dir string, from int, told io.Writer) error {
	ctx := context.Background()
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	docs := docsToEdit()
	for n := from; n < edits; n++ {
		if err := edit(ctx, a, docs, n); err != nil {
			return errors.Join(fmt.Errorf("edit %d: %w", n, err), a.Close())
		}
		fmt.Fprintln(told, n+1)
	}
	return a.Close()
}

// TestKillEdits: after processes are killed during newer texts, corrections, removals and undos,
// the archive is sound and shows the same in every process; once the edits are completed, it equals
// one that was never interrupted.
func TestKillEdits(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	dir := corpustest.Made(t, docsToEdit())
	done, killed := 0, 0
	for done < edits && killed < kills/2 {
		t.Setenv(childEdit, fmt.Sprint(done))
		done = max(done, killedIngest(t, dir, r, done+r.IntN(12)))
		killed++
		checked := dir
		if killed%2 == 1 {
			checked = corpustest.Copy(t, dir)
		}
		checkSound(t, checked)
		if t.Failed() {
			return
		}
	}
	t.Logf("%d edits were done after %d kills", done, killed)
	if err := editAll(dir, done, io.Discard); err != nil {
		t.Fatal(err)
	}
	checkSound(t, dir)
	other := corpustest.Made(t, docsToEdit())
	if err := editAll(other, 0, io.Discard); err != nil {
		t.Fatal(err)
	}
	if got, want := saidOf(t, dir), saidOf(t, other); !reflect.DeepEqual(got, want) {
		t.Errorf("after kills %d features, without %d, or others", len(got), len(want))
	}
}

// checkSound checks that an archive is consistent, and equal to the View of it.
func checkSound(t *testing.T, dir string) {
	t.Helper()
	c, err := corpus.Open(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	corpustest.CheckView(t, c.View())
	corpustest.CheckTables(t, dir)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Verify(t.Context(), dir, archive.VerifyHandler{Fault: func(s string) { t.Error(s) }}); err != nil {
		t.Error(err)
	}
}

// saidOf returns all features by their ids, and the number of older texts.
func saidOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	c := corpustest.Open(t, dir)
	all := map[string]string{}
	for _, l := range c.View().Layers() {
		for f := range l.All() {
			all[l.Name+" "+f.ID()] = string(f.JSON())
		}
	}
	for f := range corpustest.Layer(t, c.View(), schema.Articles).All() {
		old, err := c.Revisions(f.ID())
		if err != nil {
			t.Fatal(err)
		}
		all["revisions of "+f.ID()] = fmt.Sprint(len(old))
	}
	return all
}
