package servertest

import (
	"dateline/document"
	"dateline/server/api"
	"dateline/view"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/tidwall/gjson"
)

// Walk follows next links and counts how often each feature came. between is called after each
// page with the address of the next and may change it.
func Walk(t testing.TB, h http.Handler, path string, between func(next string) string) map[string]int {
	t.Helper()
	seen := map[string]int{}
	for path != "" {
		body := Get(t, h, path)
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

// Growing serves a View that gains an article with every call of more.
func Growing(t testing.TB, docs []document.Document, start int) (h http.Handler, more func()) {
	var first view.View
	current := &atomic.Pointer[view.View]{}
	current.Store(&first)
	n := start
	set := func() { current.Store(view.New(docs[:n])) }
	set()
	h = New(t, nil, func(c *api.Config) { c.View = current.Load })
	return h, func() {
		n++
		set()
	}
}
