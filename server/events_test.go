package server

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dateline/atlas"
	"dateline/document"
	"dateline/schema"
)

// listen asks for events and returns a function that reads the next one's data.
func listen(t *testing.T, address string) (next func() eventDoc, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip")
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
		return e // it has ended
	}, func() { cancel(); resp.Body.Close() }
}

func TestEventsTellOfGrowth(t *testing.T) {
	archive, err := atlas.Open(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	address, stop := serving(t, newTestServer(t, nil, func(c *Config) { c.View = archive.View }))
	next, leave := listen(t, address)
	defer leave()
	if e := next(); e.Version != archive.View().Version || e.Articles != 0 {
		t.Errorf("at first %+v", e)
	}
	docs := testDocuments()
	for i := range docs {
		if _, err := archive.Put(t.Context(), docs[i:i+1]); err != nil {
			t.Fatal(err)
		}
		if e := next(); e.Articles != i+1 || e.Version != archive.View().Version {
			t.Errorf("after %d articles: %+v", i+1, e)
		}
	}
	if e := archive.View(); size(e, schema.Mentions) != 7 {
		t.Errorf("%d mentions", size(e, schema.Mentions))
	}
	// the server ends, and does not wait for those who listen
	if err := stop(); err != nil {
		t.Error(err)
	}
	if e := next(); e != (eventDoc{}) {
		t.Errorf("after the end: %+v", e)
	}
}

// TestEventsEndWithTheClient: a client that goes makes room for another, and no
// handler stays behind.
func TestEventsEndWithTheClient(t *testing.T) {
	ended := make(chan struct{})
	h := newTestServer(t, testDocuments())
	address, stop := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
		h := newTestServer(t, nil)
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

func TestEventsBeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &service{Config: Config{View: viewOf(testDocuments())}}
		ctx, cancel := context.WithTimeout(t.Context(), 4*heartbeat+time.Second)
		defer cancel()
		var b strings.Builder
		if err := s.tellOn(ctx, &b); err != nil {
			t.Error(err)
		}
		if got := b.String(); strings.Count(got, ":\n\n") != 4 || strings.Count(got, "event: view\n") != 1 || !strings.HasPrefix(got, "retry: 5000\n") {
			t.Errorf("in a minute: %q", got)
		}
	})
}

func viewOf(docs []document.Document) func() *atlas.View {
	view := atlas.NewView(docs)
	return func() *atlas.View { return view }
}

func TestEventsHead(t *testing.T) {
	address, stop := serving(t, newTestServer(t, nil))
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
