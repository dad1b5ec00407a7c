package corpus_test

import (
	"sync"
	"testing"

	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
	"dateline/feature"
	"dateline/query"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// Many readers read Views while two writers add to the archive. Each View must be consistent,
// whatever is added meanwhile. Run it with -race.
func TestReadersDuringWrites(t *testing.T) {
	const writers, batches, perBatch, readers = 2, 12, 3, 6
	a := corpustest.Open(t, t.TempDir())
	docs := documenttest.New(30).Documents(0, writers*batches*perBatch)
	done := make(chan struct{})
	var writing, reading sync.WaitGroup
	for w := range writers {
		writing.Go(func() {
			for i := range batches {
				from := (w*batches + i) * perBatch
				corpustest.Put(t, a, docs[from:from+perBatch])
			}
		})
	}
	for range readers {
		reading.Go(func() { readUntil(t, a, done) })
	}
	writing.Wait()
	close(done)
	reading.Wait()
	corpustest.CheckView(t, a.View())
	if n := corpustest.Layer(t, a.View(), schema.Articles).Len(); n != len(docs) {
		t.Errorf("%d articles, want %d", n, len(docs))
	}
}

func readUntil(t *testing.T, a *corpus.Corpus, done <-chan struct{}) {
	days := feature.Days{First: 15500, Last: 16500, Known: true}
	box := orb.Bound{Min: orb.Point{36, 33}, Max: orb.Point{40, 36}}
	for {
		v := a.View()
		corpustest.CheckView(t, v)
		for _, l := range v.Layers() {
			for _, q := range []query.Query{{}, {BBox: &box}, {Datetime: &days}, {BBox: &box, Datetime: &days}} {
				found, err := l.Select(t.Context(), &q)
				want := 0
				for i := range l.Len() {
					if is, _ := q.On(t.Context(), l.Features).Matches(i); is {
						want++
					}
				}
				if err != nil || len(found) != want {
					t.Errorf("%s: %d found, want %d: %v", l.Name, len(found), want, err)
				}
			}
		}
		select {
		case <-done:
			return
		default:
		}
	}
}
