package atlas

import (
	"fmt"
	"runtime"
	"testing"

	"dateline/feature"
	"dateline/query"

	"github.com/paulmach/orb"
)

// sizes returns numbers of mentions. Benchmarks of a million take some seconds
// to be set up; -bench 'mentions=1e4' leaves them out.
func sizes() []int { return []int{1e4, 1e5, 1e6} }

func benchmarkSizes(b *testing.B, run func(b *testing.B, mentions int)) {
	for _, size := range sizes() {
		b.Run(fmt.Sprintf("mentions=%.0e", float64(size)), func(b *testing.B) { run(b, size) })
	}
}

// manyPlaces is a corpus with as many places as a large archive has.
func manyPlaces() corpus {
	c := newCorpus(1)
	c.places = 20_000
	return c
}

func BenchmarkPut(b *testing.B) {
	for _, batch := range []int{1, 10, 100, 1000} {
		b.Run(fmt.Sprintf("documents=%d", batch), func(b *testing.B) {
			a, err := OpenWriter(b.Context(), b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			defer a.Close()
			docs := manyPlaces().documents(0, batch*b.N)
			mentions := 0
			b.ResetTimer()
			for i := range b.N {
				mentions += mustPut(b, a, docs[i*batch:(i+1)*batch]).Mentions
			}
			b.ReportMetric(float64(mentions)/b.Elapsed().Seconds(), "mentions/s")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, mentions int) {
		dir := filledDir(b, mentions)
		before := liveHeap()
		var a *Archive
		for b.Loop() {
			if a != nil {
				a.Close()
				a = nil // or both would be in memory
			}
			var err error
			if a, err = Open(b.Context(), dir, nil); err != nil {
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
	a, err := OpenWriter(b.Context(), dir)
	if err != nil {
		b.Fatal(err)
	}
	c := manyPlaces()
	for n := 0; n < mentions/mentionsPerDocument; n += 500 {
		mustPut(b, a, c.documents(n, 500))
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

// filledBuilder returns what Views with about so many mentions are made of.
func filledBuilder(c corpus, mentions int) (g *viewBuilder, documents int) {
	g = newViewBuilder(newTables(DefaultModel()), nil)
	for ; documents < mentions/mentionsPerDocument; documents++ {
		d := c.document(documents)
		g.addDocument(&d, nil)
	}
	return g, documents
}

// The cost of the next View with one batch of documents more, without reading
// them.
func BenchmarkGrow(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, mentions int) {
		const perBatch = 10
		c := manyPlaces()
		g, n := filledBuilder(c, mentions)
		g.view(nil)
		docs := c.documents(n, perBatch)
		b.ReportAllocs()
		for b.Loop() {
			for i := range docs {
				n++
				docs[i].ID = fmt.Sprintf("%016x", n)
				g.addDocument(&docs[i], nil)
			}
			g.view(nil)
		}
	})
}

// queries that a map asks.
func queries() []struct {
	name  string
	query query.Query
} {
	town := &orb.Bound{Min: orb.Point{36.5, 35.4}, Max: orb.Point{36.7, 35.6}}
	province := &orb.Bound{Min: orb.Point{36, 34.5}, Max: orb.Point{38, 36}}
	world := &orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	day := &feature.Days{First: 17000, Last: 17000, Known: true}
	year := &feature.Days{First: 17000, Last: 17365, Known: true}
	return []struct {
		name  string
		query query.Query
	}{
		{"all", query.Query{}},
		{"town", query.Query{BBox: town}},
		{"province", query.Query{BBox: province}},
		{"world", query.Query{BBox: world}},
		{"day", query.Query{Datetime: day}},
		{"year", query.Query{Datetime: year}},
		{"town+year", query.Query{BBox: town, Datetime: year}},
		{"province+year", query.Query{BBox: province, Datetime: year}},
		{"world+day", query.Query{BBox: world, Datetime: day}},
		{"text", query.Query{Text: []string{"shaykhun", "77"}}},
	}
}

// A page of a thousand features and the number of all.
func BenchmarkPage(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, mentions int) {
		g, _ := filledBuilder(manyPlaces(), mentions)
		l := g.view(nil).layers[0]
		for _, q := range queries() {
			b.Run(q.name, func(b *testing.B) {
				page := func() Page {
					p, err := l.Page(b.Context(), &q.query, 0, 1000)
					if err != nil {
						b.Fatal(err)
					}
					return p
				}
				p := page() // the first search for words makes their index
				for b.Loop() {
					p = page()
				}
				b.ReportMetric(float64(p.Matched), "matched")
			})
		}
	})
}

func BenchmarkFeature(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, mentions int) {
		g, _ := filledBuilder(manyPlaces(), mentions)
		l := g.view(nil).layers[0]
		i := 0
		for b.Loop() {
			i = (i + 7919) % l.Len()
			if _, ok := l.Feature(l.At(i).ID()); !ok {
				b.Fatal("not found")
			}
		}
	})
}
