package server

import (
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
)

// slowRoute answers when its context ends, or after a minute.
func slowRoute() *route {
	return &route{
		method: http.MethodGet, path: "/slow", offers: []string{typeJSON},
		answer: func(_ *service, req *request) (*answer, error) {
			select {
			case <-req.Done():
				return nil, req.Err()
			case <-time.After(time.Minute):
				return ok(req.media, []byte("{}")), nil
			}
		},
	}
}

// bareService has what it takes to answer any route.
func bareService(view func() *atlas.View) *service {
	return &service{
		Config: Config{View: view, Limits: Limits{}.withDefaults()}, cache: newCache(cacheBytes), now: time.Now, turns: make(chan struct{}, 1), memory: memory{readMemory},
	}
}

// TestDeadline: what takes too long is 503 with a reason and a time to come
// again, at once when the time is over.
func TestDeadline(t *testing.T) {
	s := bareService(viewOf(nil))
	synctest.Test(t, func(t *testing.T) {
		begun := time.Now()
		a := s.respond(slowRoute(), httptest.NewRequest(http.MethodGet, "/slow", nil), nil)
		var p problem
		if err := json.Unmarshal(a.body, &p); err != nil || a.status != http.StatusServiceUnavailable || a.media != typeProblem || a.header.Get("Retry-After") == "" || p.Detail == "" {
			t.Errorf("%d %v %s", a.status, a.header, a.body)
		}
		if took := time.Since(begun); took != 15*time.Second {
			t.Errorf("after %v", took)
		}
		synctest.Wait()
		if len(s.flight.calls) > 0 {
			t.Error("somebody works on")
		}
	})
}

// TestLateParse: who sends too much is told to send less, and of no parameters that
// are not there.
func TestLateParse(t *testing.T) {
	h := newTestServer(t, nil, func(c *Config) { c.Limits.Timeout = time.Nanosecond })
	for _, media := range []string{typeText, typeJSON, typeNDJSON} {
		r := httptest.NewRequest(http.MethodPost, "/parse", strings.NewReader(`{"text":"Army enters Hama."}`))
		r.Header.Set("Content-Type", media)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if body := w.Body.String(); w.Code != http.StatusServiceUnavailable || !strings.Contains(body, "send less at a time") || w.Header().Get("Retry-After") == "" {
			t.Errorf("%s: %d %s", media, w.Code, body)
		}
	}
}

// TestClientGone: when the client has gone, the work ends.
func TestClientGone(t *testing.T) {
	s := bareService(viewOf(nil))
	synctest.Test(t, func(t *testing.T) {
		ctx, leave := context.WithTimeout(t.Context(), time.Second)
		defer leave()
		begun := time.Now()
		s.respond(slowRoute(), httptest.NewRequestWithContext(ctx, http.MethodGet, "/slow", nil), nil)
		synctest.Wait()
		if took := time.Since(begun); took != time.Second || len(s.flight.calls) > 0 {
			t.Errorf("after %v, %d computations go on", took, len(s.flight.calls))
		}
	})
}

// TestStreamEndsWithTheClient: a file is not written for nobody.
func TestStreamEndsWithTheClient(t *testing.T) {
	h := newTestServer(t, manyDocuments(5000)) // 15,000 mentions, some megabytes
	for _, f := range []string{"csv", "kml", "geojsonseq"} {
		ctx, leave := context.WithCancel(t.Context())
		w := &leavingWriter{ResponseRecorder: httptest.NewRecorder(), leave: leave}
		func() {
			defer func() {
				if v := recover(); v != http.ErrAbortHandler {
					t.Errorf("%s: the answer ends as a whole one does: %v", f, v)
				}
			}()
			h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/collections/mentions/items?f="+f, nil))
		}()
		if w.written > 1<<20 {
			t.Errorf("%s: %d bytes for nobody", f, w.written)
		}
	}
}

// leavingWriter is a client that leaves when the first bytes have come.
type leavingWriter struct {
	*httptest.ResponseRecorder
	leave   func()
	written int
}

func (w *leavingWriter) Write(b []byte) (int, error) {
	w.written += len(b)
	w.leave()
	return io.Discard.Write(b)
}
