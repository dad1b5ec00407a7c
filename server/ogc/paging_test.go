package ogc_test

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"testing"

	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

func as(next string) string { return next }

func TestWalkFindsEachOnce(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(100))
	for _, path := range []string{
		"/collections/mentions/items?limit=7", "/collections/mentions/items?limit=1000", "/collections/places/items?limit=13",
		"/collections/mentions/items?limit=5&bbox=100,-60,-100,60", "/collections/mentions/items?limit=7&sortby=-date,name", "/collections/places/items?limit=11&sortby=-mentions&filter=mentions%3E=1", "/collections/mentions/items?limit=3&datetime=2013-01-01/2015-12-31&q=town",
	} {
		seen := servertest.Walk(t, h, path, as)
		want := gjson.Get(servertest.Get(t, h, path), "numberMatched").Int()
		if int64(len(seen)) != want || want == 0 || slices.Max(slices.Collect(maps.Values(seen))) != 1 {
			t.Errorf("%s: %d features, numberMatched %d", path, len(seen), want)
		}
	}
}

// TestWalkWhileWriting: a feature that exists when the walk begins appears exactly once, one added
// meanwhile at most once; the client may change the limit.
func TestWalkWhileWriting(t *testing.T) {
	for _, order := range []string{"", "&sortby=-date", "&sortby=name,-start"} {
		t.Run(order, func(t *testing.T) { walkWhileWriting(t, order) })
	}
}

func walkWhileWriting(t *testing.T, order string) {
	const start = 40
	h, more := servertest.Growing(t, servertest.ManyDocuments(80), start)
	before := servertest.Walk(t, h, "/collections/mentions/items?limit=1000", as)
	pages := 0
	seen := servertest.Walk(t, h, "/collections/mentions/items?limit=7"+order, func(next string) string {
		if pages++; pages <= 40 {
			more()
		}
		u, err := url.Parse(next)
		if err != nil {
			t.Fatal(err)
		}
		q := u.Query()
		q.Set("limit", strconv.Itoa(1+pages%11))
		u.RawQuery = q.Encode()
		return u.String()
	})
	for id := range before {
		if seen[id] != 1 {
			t.Errorf("%s came %d times", id, seen[id])
		}
	}
	if len(seen) < len(before) || slices.Max(slices.Collect(maps.Values(seen))) != 1 {
		t.Errorf("%d features, %d before", len(seen), len(before))
	}
}

// TestManyReadersOneWriter is for the race detector.
func TestManyReadersOneWriter(t *testing.T) {
	h, more := servertest.Growing(t, servertest.ManyDocuments(60), 20)
	paths := []string{
		"/collections/mentions/items?limit=50", "/collections", "/tiles/mentions/1/1/0.mvt", "/collections/places/items?q=town",
		"/tiles/places.json", "/collections/mentions/items?bbox=0,0,90,60&datetime=2012-01-01/..", "/", "/search?q=Hama",
	}
	var readers sync.WaitGroup
	for i := range 8 {
		readers.Go(func() {
			for j := range 40 {
				servertest.Get(t, h, paths[(i+j)%len(paths)])
			}
		})
	}
	for range 40 {
		more()
	}
	readers.Wait()
}
