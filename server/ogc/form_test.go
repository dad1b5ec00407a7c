package ogc_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dateline/server"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// TestWalkByForms: if a filter is too long for an address, the next page is requested by the form
// in its link, and no link is longer than an address may be.
func TestWalkByForms(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(20))
	want := servertest.Walk(t, h, "/collections/mentions/items?limit=7", as)
	long := "name <> '" + strings.Repeat("x", 40<<10) + "'"
	form := url.Values{"limit": {"7"}, "filter": {long}}.Encode()
	seen := map[string]int{}
	for form != "" {
		w := servertest.Post(h, "/collections/mentions/items", server.TypeForm, form)
		if w.Code != http.StatusOK {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		body := w.Body.String()
		for _, id := range gjson.Get(body, "features.#.id").Array() {
			seen[id.Str]++
		}
		for _, l := range gjson.Get(body, "links").Array() {
			if href := l.Get("href").Str; strings.Contains(href, "?") {
				t.Fatalf("%s is at %.80s", l.Get("rel").Str, href)
			}
		}
		next := gjson.Get(body, `links.#(rel=="next")`)
		form = next.Get("body").Str
		if next.Exists() && (next.Get("method").Str != http.MethodPost || !strings.HasSuffix(next.Get("href").Str, "/collections/mentions/items")) {
			t.Fatalf("next is by %s at %s", next.Get("method"), next.Get("href"))
		}
	}
	if len(seen) != len(want) || len(want) < 20 {
		t.Errorf("%d features by forms, %d by addresses", len(seen), len(want))
	}
	page := servertest.Post(h, "/collections/mentions/items", server.TypeForm, url.Values{"f": {"html"}, "limit": {"7"}, "filter": {long}}.Encode())
	if page.Code != http.StatusOK || strings.Contains(page.Body.String(), "next page") {
		t.Errorf("the page leads to a next page that no address has: %d", page.Code)
	}
}
