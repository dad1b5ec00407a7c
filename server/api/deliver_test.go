package api_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"
)

func TestNotModified(t *testing.T) {
	h := servertest.New(t, servertest.Documents())
	for _, path := range []string{
		"/", "/?f=html", "/conformance", "/api", "/collections", "/collections/mentions/items?limit=2", "/collections/mentions/sums?by=place,day", "/collections/places/items/gn168325",
		"/tiles/mentions/0/0/0.mvt", "/tiles/mentions/2/0/0.mvt", "/tiles/places.json", "/articles/aaaaaaaaaaaaaaaa", "/search?q=Hama", "/favicon.svg",
	} {
		tag := servertest.Ask(h, path).Header().Get("ETag")
		strong := strings.TrimPrefix(tag, "W/")
		for _, match := range []string{tag, strong, `"other", ` + tag + `, W/"another"`, "*"} {
			w := servertest.Ask(h, path, "If-None-Match", match, "Accept-Encoding", "gzip")
			if w.Code != http.StatusNotModified || w.Body.Len() > 0 || w.Header().Get("ETag") != tag || w.Header().Get("Cache-Control") == "" {
				t.Errorf("%s with %s: %d, tag %q", path, match, w.Code, w.Header().Get("ETag"))
			}
		}
		if w := servertest.Ask(h, path, "If-None-Match", `"other", W/"another"`); w.Code == http.StatusNotModified {
			t.Errorf("%s: not modified by another tag", path)
		}
	}
}

// TestTagsTellApart: different responses have different tags.
func TestTagsTellApart(t *testing.T) {
	h, more := servertest.Growing(t, servertest.ManyDocuments(3), 1)
	const items = "/collections/mentions/items"
	seen := map[string]string{}
	note := func(name string, w *httptest.ResponseRecorder) {
		tag := w.Header().Get("ETag")
		if other, again := seen[tag]; again || tag == "" {
			t.Errorf("%s and %s have the tag %s", name, other, tag)
		}
		seen[tag] = name
	}
	note("items", servertest.Ask(h, items))
	note("items of another page", servertest.Ask(h, items+"?limit=1"))
	note("items in another format", servertest.Ask(h, items+"?f=json"))
	note("items by Accept", servertest.Ask(h, items, "Accept", "application/json"))
	note("items by another name of the server", servertest.Ask(h, "http://other.test"+items))
	note("page", servertest.Ask(h, "/?f=html"))
	note("landing", servertest.Ask(h, "/"))
	more()
	note("items, one article later", servertest.Ask(h, items))
	if first, second := servertest.Ask(h, "/"), servertest.Ask(h, "/"); first.Header().Get("ETag") != second.Header().Get("ETag") {
		t.Error("the same request has another tag")
	}
	// The tag of an older view must not be confirmed.
	old := servertest.Ask(h, items).Header().Get("ETag")
	more()
	if w := servertest.Ask(h, items, "If-None-Match", old); w.Code != http.StatusOK {
		t.Errorf("%d after a change", w.Code)
	}
}

// TestNoTagForErrors: errors are never 304, whatever the tag.
func TestNoTagForErrors(t *testing.T) {
	h := servertest.New(t, servertest.Documents())
	for _, path := range []string{"/collections/places/items/gn0", "/articles/0", "/collections/mentions/items?limit=0", "/nothing"} {
		if w := servertest.Ask(h, path, "If-None-Match", "*"); w.Header().Get("ETag") != "" || w.Code < 400 {
			t.Errorf("%s: %d, tag %q", path, w.Code, w.Header().Get("ETag"))
		}
	}
}

// timeStamp is when a response was made, to the second.
var timeStamp = regexp.MustCompile(`"timeStamp":"[^"]*"`)

func TestGzipHoldsTheSame(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(50))
	for _, path := range []string{"/collections/mentions/items", "/tiles/mentions/0/0/0.mvt", "/api", "/assets/index-B3x9Kq2_.js"} {
		plain := servertest.Ask(h, path).Body.Bytes()
		for range 2 { // made, then from the cache
			zipped := servertest.Ask(h, path, "Accept-Encoding", "gzip")
			r, err := gzip.NewReader(zipped.Body)
			if err != nil {
				t.Fatal(path, err)
			}
			if b, err := io.ReadAll(r); err != nil || !bytes.Equal(timeStamp.ReplaceAll(b, nil), timeStamp.ReplaceAll(plain, nil)) {
				t.Errorf("%s: gzip holds %d bytes of %d, %v", path, len(b), len(plain), err)
			}
		}
	}
}

func TestHeadIsGetWithoutBody(t *testing.T) {
	srv := httptest.NewServer(servertest.New(t, servertest.Documents()))
	defer srv.Close()
	for _, path := range []string{"/", "/collections/mentions/items", "/tiles/mentions/0/0/0.mvt", "/favicon.svg", "/nothing"} {
		head, err := http.Head(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		head.Body.Close()
		full, err := http.Get(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(full.Body)
		full.Body.Close()
		if head.StatusCode != full.StatusCode || head.Header.Get("Content-Type") != full.Header.Get("Content-Type") {
			t.Errorf("%s: HEAD says %d %s", path, head.StatusCode, head.Header.Get("Content-Type"))
		}
		if !full.Uncompressed && head.Header.Get("Content-Encoding") == "" && head.Header.Get("Content-Length") != strconv.Itoa(len(body)) {
			t.Errorf("%s: HEAD says %s bytes, GET gives %d", path, head.Header.Get("Content-Length"), len(body))
		}
	}
}

func TestPanicIsReported(t *testing.T) {
	h := servertest.New(t, nil, func(c *api.Config) { c.View = func() *view.View { panic("secret of the inside") } })
	w := servertest.Ask(h, "/collections")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") || w.Header().Get("Content-Type") != server.TypeProblem {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
