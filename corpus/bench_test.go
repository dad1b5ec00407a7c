package corpus_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"dateline/archive"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document"
	"dateline/document/documenttest"
	"dateline/document/rows"
	"dateline/schema"
	"dateline/view"

	"github.com/ncruces/go-sqlite3"
)

func BenchmarkPut(b *testing.B) {
	for _, batch := range []int{1, 10, 100, 1000} {
		b.Run(fmt.Sprintf("documents=%d", batch), func(b *testing.B) {
			a, err := archive.OpenWriter(b.Context(), rows.DefaultModel(), b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			defer a.Close()
			docs := documenttest.ManyPlaces(1).Documents(0, batch*b.N)
			mentions := 0
			b.ResetTimer()
			for i := range b.N {
				mentions += put(b, a, docs[i*batch:(i+1)*batch]).Mentions
			}
			b.ReportMetric(float64(mentions)/b.Elapsed().Seconds(), "mentions/s")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	documenttest.Sizes(b, func(b *testing.B, mentions int) {
		dir := filledDir(b, mentions)
		before := liveHeap()
		var a *corpus.Corpus
		for b.Loop() {
			if a != nil {
				a.Close()
				a = nil // or both would be in memory
			}
			var err error
			if a, err = corpus.Open(b.Context(), dir, view.Names{}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(liveHeap()-before)/1e6, "MB-live")
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
	})
}

// filledDir returns the folder of an archive with about so many mentions.
func filledDir(b *testing.B, mentions int) string {
	b.Helper()
	dir := b.TempDir()
	a, err := archive.OpenWriter(b.Context(), rows.DefaultModel(), dir)
	if err != nil {
		b.Fatal(err)
	}
	c := documenttest.ManyPlaces(1)
	for n := 0; n < mentions/documenttest.MentionsPerDocument; n += 500 {
		put(b, a, c.Documents(n, 500))
	}
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

func liveHeap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func put(b *testing.B, a *archive.Archive, docs []document.Document) archive.PutResult {
	b.Helper()
	ready, refused := a.PackAll(docs)
	r, err := a.PutPacked(b.Context(), ready)
	if err != nil || len(refused) > 0 {
		b.Fatal(refused, err)
	}
	return r
}

// BenchmarkRemove removes articles of an archive of half a million mentions, which a server and
// another process show: until neither shows them.
func BenchmarkRemove(b *testing.B) {
	dir := filledDir(b, 500_000)
	open := func() *corpus.Corpus {
		c, err := corpus.Open(b.Context(), dir, view.Names{})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { c.Close() })
		return c
	}
	own, other := open(), open()
	say := func(s string) { b.Log(s) }
	go other.Follow(b.Context(), say)
	go own.KeepReady(b.Context(), say)
	for !hasSnapshot(dir) {
		time.Sleep(10 * time.Millisecond)
	}
	articles := corpustest.Layer(b, own.View(), schema.Articles)
	for next := 0; b.Loop(); next++ {
		before := other.View()
		if _, err := own.Remove(b.Context(), archive.Removal{Articles: []string{articles.At(next).ID()}}); err != nil {
			b.Fatal(err)
		}
		<-before.Changed()
	}
}

// BenchmarkAdopt makes corrections of the dates of 10,000 mentions that were edited in the file at
// once.
func BenchmarkAdopt(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		dir := filledDir(b, 10_000)
		file, err := sqlite3.Open(filepath.Join(dir, archive.FileName))
		if err != nil {
			b.Fatal(err)
		}
		if err := errors.Join(file.Exec(`UPDATE mentions SET date = '2011-05-06'`), file.Close()); err != nil {
			b.Fatal(err)
		}
		a, err := archive.OpenWriter(b.Context(), rows.DefaultModel(), dir)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if refused, err := a.AdoptAll(b.Context()); err != nil || len(refused) > 0 {
			b.Fatal(refused, err)
		}
		b.StopTimer()
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
