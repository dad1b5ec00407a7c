package api_test

import (
	"dateline/server/api"
	"dateline/server/servertest"
	"net/http"
	"strings"
	"testing"
)

func TestWithoutPage(t *testing.T) {
	h := servertest.New(t, nil, func(c *api.Config) { c.Page = nil })
	w := servertest.Ask(h, "/", "Accept", "text/html,*/*;q=0.8")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" || !strings.Contains(w.Body.String(), "/collections") {
		t.Errorf("%d %s %s", w.Code, w.Header().Get("Content-Type"), w.Body)
	}
}

func TestEmptyView(t *testing.T) {
	h := servertest.New(t, nil)
	for _, path := range []string{"/collections", "/collections/mentions", "/collections/places/items", "/tiles/fronts.json"} {
		if body := servertest.Get(t, h, path); strings.Contains(body, "extent") || strings.Contains(body, ":null") {
			t.Errorf("%s: %s", path, body)
		}
	}
	if w := servertest.Ask(h, "/tiles/mentions/0/0/0.mvt"); w.Code != http.StatusNoContent {
		t.Errorf("tile of nothing: %d", w.Code)
	}
}

func TestPublicAddress(t *testing.T) {
	h := servertest.New(t, servertest.Documents(), func(c *api.Config) { c.Address = "https://maps.example/dateline/" })
	for path, want := range map[string]string{
		"/collections/mentions/items?limit=1": `"href":"https://maps.example/dateline/collections/mentions/items?limit=1&position=eyJ2IjoyLCJuIjoxfQ"`,
		"/tiles/mentions.json":                `"tiles":["https://maps.example/dateline/tiles/mentions/{z}/{x}/{y}.mvt"]`,
		"/api":                                `"servers":[{"url":"https://maps.example/dateline"}]`,
	} {
		if body := servertest.Get(t, h, path); !strings.Contains(body, want) || strings.Contains(body, "example.com") {
			t.Errorf("%s: no %s in %s", path, want, body)
		}
	}
}

// TestSameServerSameBytes: no response depends on the order of a map.
func TestSameServerSameBytes(t *testing.T) {
	a, b := servertest.New(t, servertest.ManyDocuments(40)), servertest.New(t, servertest.ManyDocuments(40))
	for _, path := range []string{"/", "/api", "/collections", "/tiles/mentions/0/0/0.mvt", "/tiles/places.json", "/search?q=tripoli", "/articles/0000000000000001"} {
		if servertest.Get(t, a, path) != servertest.Get(t, b, path) {
			t.Errorf("%s differs", path)
		}
	}
}
