package server

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"dateline/atlas"
	"dateline/document"

	"github.com/tidwall/gjson"
)

// get asks a handler for a path and returns the body of a good answer.
func get(t testing.TB, h http.Handler, path string) string {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

// walk follows next links and counts how often each feature came. between is
// called after each page with the address of the next and may change it.
func walk(t testing.TB, h http.Handler, path string, between func(next string) string) map[string]int {
	t.Helper()
	seen := map[string]int{}
	for path != "" {
		body := get(t, h, path)
		features := gjson.Get(body, "features.#.id").Array()
		if returned := gjson.Get(body, "numberReturned").Int(); returned != int64(len(features)) {
			t.Fatalf("%s: numberReturned is %d of %d", path, returned, len(features))
		}
		for _, id := range features {
			seen[id.String()]++
		}
		if path = gjson.Get(body, `links.#(rel=="next").href`).String(); path != "" {
			path = between(path)
		}
	}
	return seen
}

func as(next string) string { return next }

func TestWalkFindsEachOnce(t *testing.T) {
	h := newTestServer(t, manyDocuments(100))
	for _, path := range []string{
		"/collections/mentions/items?limit=7", "/collections/mentions/items?limit=1000", "/collections/places/items?limit=13",
		"/collections/mentions/items?limit=5&bbox=100,-60,-100,60", "/collections/mentions/items?limit=7&sortby=-date,name", "/collections/places/items?limit=11&sortby=-mentions&filter=mentions%3E=1", "/collections/mentions/items?limit=3&datetime=2013-01-01/2015-12-31&q=town",
	} {
		seen := walk(t, h, path, as)
		want := gjson.Get(get(t, h, path), "numberMatched").Int()
		if int64(len(seen)) != want || want == 0 || slices.Max(slices.Collect(maps.Values(seen))) != 1 {
			t.Errorf("%s: %d features, numberMatched %d", path, len(seen), want)
		}
	}
}

// growing serves a View that grows by one article with every call of more.
func growing(t testing.TB, docs []document.Document, start int) (h http.Handler, more func()) {
	var view atlas.View
	current := &atomic.Pointer[atlas.View]{}
	current.Store(&view)
	n := start
	set := func() { current.Store(atlas.NewView(docs[:n])) }
	set()
	h = newTestServer(t, nil, func(c *Config) { c.View = current.Load })
	return h, func() {
		n++
		set()
	}
}

// TestWalkWhileWriting: what was there when the walk began comes exactly once,
// what is added meanwhile at most once, and a client may change the limit.
func TestWalkWhileWriting(t *testing.T) {
	for _, order := range []string{"", "&sortby=-date", "&sortby=name,-start"} {
		t.Run(order, func(t *testing.T) { walkWhileWriting(t, order) })
	}
}

func walkWhileWriting(t *testing.T, order string) {
	const start = 40
	h, more := growing(t, manyDocuments(80), start)
	before := walk(t, h, "/collections/mentions/items?limit=1000", as)
	pages := 0
	seen := walk(t, h, "/collections/mentions/items?limit=7"+order, func(next string) string {
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
	h, more := growing(t, manyDocuments(60), 20)
	paths := []string{
		"/collections/mentions/items?limit=50", "/collections", "/tiles/mentions/1/1/0.mvt", "/collections/places/items?q=town",
		"/tiles/places.json", "/collections/mentions/items?bbox=0,0,90,60&datetime=2012-01-01/..", "/", "/search?q=Hama",
	}
	var readers sync.WaitGroup
	for i := range 8 {
		readers.Go(func() {
			for j := range 40 {
				get(t, h, paths[(i+j)%len(paths)])
			}
		})
	}
	for range 40 {
		more()
	}
	readers.Wait()
}
