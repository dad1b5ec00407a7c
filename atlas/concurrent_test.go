package atlas

import (
	"context"
	"sync"
	"testing"

	"dateline/feature"
	"dateline/query"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// Many readers look at one View after another while two writers add to the
// atlas. Each View must agree with itself, whatever comes in meanwhile. Run it
// with -race.
func TestReadersDuringWrites(t *testing.T) {
	const writers, batches, perBatch, readers = 2, 12, 3, 6
	a := mustOpen(t, t.TempDir())
	docs := newCorpus(30).documents(0, writers*batches*perBatch)
	done := make(chan struct{})
	var writing, reading sync.WaitGroup
	for w := range writers {
		writing.Go(func() {
			for i := range batches {
				from := (w*batches + i) * perBatch
				mustPut(t, a, docs[from:from+perBatch])
			}
		})
	}
	for range readers {
		reading.Go(func() { readUntil(t, a, done) })
	}
	writing.Wait()
	close(done)
	reading.Wait()
	checkView(t, a.View())
	if n := layerOf(t, a.View(), schema.Articles).Len(); n != len(docs) {
		t.Errorf("%d articles, want %d", n, len(docs))
	}
}

func readUntil(t *testing.T, a *Archive, done <-chan struct{}) {
	days := feature.Days{First: 15500, Last: 16500, Known: true}
	box := orb.Bound{Min: orb.Point{36, 33}, Max: orb.Point{40, 36}}
	for {
		v := a.View()
		checkView(t, v)
		for _, l := range v.Layers() {
			for _, q := range []query.Query{{}, {BBox: &box}, {Datetime: &days}, {BBox: &box, Datetime: &days}} {
				if got, want := len(mustSelect(t, l, &q)), len(bruteForce(l, &q)); got != want {
					t.Errorf("%s: %d found, want %d", l.Name, got, want)
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

// matches asks a query of one feature.
func matches(q *query.Query, f feature.Feature) bool {
	found, err := q.On(context.Background(), f.Table()).Matches(f.Position())
	return found && err == nil
}

// bruteForce asks the query for each feature.
func bruteForce(l *Layer, q *query.Query) []int {
	var found []int
	for i := range l.Len() {
		if matches(q, l.At(i)) {
			found = append(found, i)
		}
	}
	return found
}

func mustSelect(t testing.TB, l *Layer, q *query.Query) []int {
	t.Helper()
	found, err := l.Select(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
