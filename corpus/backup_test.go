package corpus_test

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"
)

// TestBackup: a backup of an archive that is being written has its content at one moment and is
// itself an archive; after a restore, followers show it.
func TestBackup(t *testing.T) {
	dir, docs := t.TempDir(), documenttest.New(50).Documents(0, 60)
	a := corpustest.Open(t, dir)
	follow := func() {
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan bool)
		go func() {
			defer close(done)
			a.Follow(ctx, func(string) {})
		}()
		t.Cleanup(func() {
			cancel()
			<-done
		})
	}
	corpustest.Put(t, a, docs[:20])
	file := filepath.Join(t.TempDir(), "backup.gpkg")
	backup, err := archive.OpenReader(rows.DefaultModel(), dir)
	if err != nil {
		t.Fatal(err)
	}
	var writing sync.WaitGroup
	writing.Go(func() {
		for i := 20; i < 60; i++ {
			corpustest.Put(t, a, docs[i:i+1])
		}
	})
	if err := backup.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if err := backup.Backup(t.Context(), file); err == nil {
		t.Error("a backup is written over another")
	}
	writing.Wait()
	if err := backup.Close(); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other")
	if _, err := archive.Restore(t.Context(), file, other, false); err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open(t.Context(), other, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	n := corpustest.Layer(t, c.View(), schema.Articles).Len()
	if n < 20 {
		t.Fatalf("the backup has %d articles", n)
	}
	corpustest.CheckSame(t, c.View(), view.New(docs[:n]))
	corpustest.CheckTables(t, other)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if v, err := archive.Verify(t.Context(), other, archive.VerifyHandler{Fault: func(s string) { t.Error(s) }}); err != nil || v.Articles != n {
		t.Errorf("%+v, %v", v, err)
	}
	if _, err := archive.Restore(t.Context(), file, dir, false); err == nil {
		t.Error("restored over an archive")
	}
	follow()
	before, err := archive.Restore(t.Context(), file, dir, true)
	if err != nil {
		t.Fatal(err)
	}
	waitFor(t, a, n)
	corpustest.Put(t, a, docs)
	waitFor(t, a, 60)
	if was := corpustest.Open(t, before); corpustest.Layer(t, was.View(), schema.Articles).Len() != 60 {
		t.Errorf("what was there before has %d articles", corpustest.Layer(t, was.View(), schema.Articles).Len())
	}
	damaged := filepath.Join(t.TempDir(), "damaged.gpkg")
	if err := os.WriteFile(damaged, []byte("no archive, but long enough to be looked at as one, for what it is worth to anybody here"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Restore(t.Context(), damaged, t.TempDir(), false); err == nil {
		t.Error("restored what is no archive")
	}
}
