package view

import (
	"slices"
	"sync"
	"testing"

	"dateline/document/documenttest"
	"dateline/query"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// TestWordsAgainstBruteForce: in full blocks and after them, for whole words, parts of words,
// unknown words, and several at once; also after places changed.
func TestWordsAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	c := documenttest.New(60)
	g, n := filledBuilder(c, blockSize+500)
	for range 2 {
		v := g.View(nil)
		for _, l := range v.Layers() {
			for _, words := range []string{"shelling", "shelled", `"shelled"`, "a", "ell e", "qqqq", "qqqq a", "0", "حما", "بالمدينه"} {
				q := query.Query{Text: query.Words(words)}
				if got, want := mustSelect(t, l, &q), bruteForce(l, &q); !slices.Equal(got, want) {
					t.Fatalf("%s: %q finds %d, want %d", l.Name, words, len(got), len(want))
				}
				q.BBox = &orb.Bound{Min: orb.Point{35, 33}, Max: orb.Point{37, 36}}
				if got, want := mustSelect(t, l, &q), bruteForce(l, &q); !slices.Equal(got, want) {
					t.Fatalf("%s: %q in a box finds %d, want %d", l.Name, words, len(got), len(want))
				}
			}
		}
		for _, d := range c.Documents(n, 5) {
			g.addDocument(&d, 1, []byte("x"))
		}
	}
}

// TestWordsAskedAtOnce is for the race detector: two blocks are made and searched beside each other.
func TestWordsAskedAtOnce(t *testing.T) {
	g, _ := filledBuilder(documenttest.New(61), 2*blockSize+500)
	l, _ := g.View(nil).Layer(schema.Mentions)
	if len(l.words) < 2 {
		t.Fatalf("%d blocks of %d features", len(l.words), l.Len())
	}
	q := query.Query{Text: query.Words("a")}
	want := bruteForce(l, &q)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got := mustSelect(t, l, &q); !slices.Equal(got, want) {
				t.Errorf("%d, want %d", len(got), len(want))
			}
		})
	}
	all.Wait()
}

func TestBlockOfAChangedFeatureIsNew(t *testing.T) {
	w := wordBlocks(nil).grown(3*blockSize - 1)
	if len(w) != 2 {
		t.Fatalf("%d blocks", len(w))
	}
	after := w.without(blockSize + 1)
	if after[0] != w[0] || after[1] == w[1] || len(w.without(2*blockSize)) != 2 {
		t.Error("the wrong block is new")
	}
}
