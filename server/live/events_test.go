package live_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/access"
	"dateline/corpus"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"
)

// eventDoc is the data of an event.
type eventDoc struct {
	Version                    string
	Mentions, Fronts, Articles int
}

const maxListeners = 1000

// listen requests events, with a token if one is given, and returns a function that reads the next
// event's data.
func listen(t *testing.T, address string, secret ...string) (next func() eventDoc, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
	for _, s := range secret {
		r.Header.Set("Authorization", "Bearer "+s)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	h := resp.Header
	if resp.StatusCode != http.StatusOK || h.Get("Content-Type") != "text/event-stream; charset=utf-8" || h.Get("Content-Encoding") != "" || h.Get("Cache-Control") != "no-store" || h.Get("ETag") != "" {
		t.Fatalf("%d %v", resp.StatusCode, h)
	}
	lines := bufio.NewScanner(resp.Body)
	return func() (e eventDoc) {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(data), &e); err != nil {
					t.Error(err)
				}
				return e
			}
		}
		return e // the stream has ended
	}, func() { cancel(); resp.Body.Close() }
}

func TestEventsReportGrowth(t *testing.T) {
	articles, err := corpus.Open(t.Context(), t.TempDir(), view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer articles.Close()
	address, stop := servertest.Serving(t, servertest.New(t, nil, func(c *api.Config) { c.View = articles.View }))
	next, leave := listen(t, address)
	defer leave()
	if e := next(); e.Version != articles.View().Version || e.Articles != 0 {
		t.Errorf("at first %+v", e)
	}
	docs := servertest.Documents()
	for i := range docs {
		if _, err := articles.Put(t.Context(), docs[i:i+1]); err != nil {
			t.Fatal(err)
		}
		if e := next(); e.Articles != i+1 || e.Version != articles.View().Version {
			t.Errorf("after %d articles: %+v", i+1, e)
		}
	}
	// the server ends, and does not wait for listeners
	if err := stop(); err != nil {
		t.Error(err)
	}
	if e := next(); e != (eventDoc{}) {
		t.Errorf("after the end: %+v", e)
	}
}

// TestEventsEndWithTheToken: the stream of a client ends when its token is revoked.
func TestEventsEndWithTheToken(t *testing.T) {
	articles, err := corpus.Open(t.Context(), t.TempDir(), view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer articles.Close()
	tokens := access.Open(filepath.Join(t.TempDir(), access.FileName))
	secret := map[string]string{}
	for _, name := range []string{"kept", "revoked"} {
		if secret[name], err = tokens.Add(access.Token{Name: name, Rights: []access.Right{access.Read}}, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	address, stop := servertest.Serving(t, servertest.New(t, nil, func(c *api.Config) { c.View, c.Tokens, c.Private = articles.View, tokens, true }))
	kept, leave := listen(t, address, secret["kept"])
	defer leave()
	revoked, leave := listen(t, address, secret["revoked"])
	defer leave()
	if kept().Version == "" || revoked().Version == "" {
		t.Fatal("no event")
	}
	if err := tokens.Remove("revoked"); err != nil {
		t.Fatal(err)
	}
	if e := revoked(); e != (eventDoc{}) { // though no event has come
		t.Errorf("with one that is revoked %+v", e)
	}
	if _, err := articles.Put(t.Context(), servertest.Documents()); err != nil {
		t.Fatal(err)
	}
	if e := kept(); e.Articles != len(servertest.Documents()) {
		t.Errorf("with a token that is kept %+v", e)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestEventsEndWithTheClient: a client that disconnects makes room for another, and no handler
// remains.
func TestEventsEndWithTheClient(t *testing.T) {
	ended := make(chan struct{})
	h := servertest.New(t, servertest.Documents())
	address, stop := servertest.Serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r)
		ended <- struct{}{}
	}))
	for range 20 {
		next, leave := listen(t, address)
		if next().Mentions != 7 {
			t.Error("no event")
		}
		leave()
		<-ended
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestEventsHaveABound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := servertest.New(t, nil)
		ctx, cancel := context.WithCancel(t.Context())
		status := make(chan int, maxListeners)
		hear := func() *httptest.ResponseRecorder {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/events", nil))
			return w
		}
		for range maxListeners {
			go func() { status <- hear().Code }()
		}
		synctest.Wait()
		if w := hear(); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "ETag") {
			t.Errorf("one more: %d %s", w.Code, w.Body)
		}
		cancel()
		synctest.Wait()
		for range maxListeners {
			if code := <-status; code != http.StatusOK {
				t.Fatal(code)
			}
		}
	})
}

func TestEventsHead(t *testing.T) {
	address, stop := servertest.Serving(t, servertest.New(t, nil))
	resp, err := http.Head("http://" + address + "/events")
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK || len(b) > 0 || err != nil {
		t.Errorf("%d %q %v", resp.StatusCode, b, err)
	}
	resp.Body.Close()
	if err := stop(); err != nil {
		t.Error(err)
	}
}
