package server

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestPanicIsOneRequests: a panic in a handler, in a computation, or in a stream ends that request
// only, with the stack in the log.
func TestPanicIsOneRequests(t *testing.T) {
	var log bytes.Buffer
	s := bareService(viewOf())
	s.clients, s.Log = newClients(0), slog.New(slog.NewTextHandler(&log, nil))
	fail := func(*Request) (*Answer, error) { panic("out of cheese") }
	stream := func(*Request) (*Answer, error) {
		return &Answer{Status: http.StatusOK, Media: TypeCSV, Stream: func(_ context.Context, w io.Writer) error {
			_, _ = io.WriteString(w, "id\r\n")
			panic("out of cheese")
		}}, nil
	}
	s.routes = []Route{
		{Method: http.MethodGet, Path: "/get", Offers: []string{TypeJSON}, Handle: fail},
		{Method: http.MethodPost, Path: "/post", Handle: fail},
		{Method: http.MethodGet, Path: "/stream", Offers: []string{TypeCSV}, Handle: stream},
		{Method: http.MethodGet, Path: "/well", Offers: []string{TypeJSON}, Handle: func(req *Request) (*Answer, error) { return OK(req.Media, []byte("{}")), nil }},
	}
	h := s.engine()
	for _, c := range []struct{ method, path string }{{"GET", "/get"}, {"POST", "/post"}, {"GET", "/stream"}} {
		log.Reset()
		w := httptest.NewRecorder()
		func() {
			defer func() {
				if v := recover(); (v == http.ErrAbortHandler) != (c.path == "/stream") {
					t.Errorf("%s ends with %v", c.path, v)
				}
			}()
			h.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		}()
		if c.path != "/stream" && (w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "cheese")) {
			t.Errorf("%s: %d %s", c.path, w.Code, w.Body)
		}
		if s := log.String(); !strings.Contains(s, "out of cheese") || !strings.Contains(s, "panic_test.go") || !strings.Contains(s, c.path) {
			t.Errorf("%s: the log says %q", c.path, s)
		}
		if w := ask(h, "/well"); w.Code != http.StatusOK {
			t.Errorf("after %s: %d", c.path, w.Code)
		}
	}
	if len(s.turns) > 0 || len(s.flight.calls) > 0 {
		t.Error("something of it is left")
	}
}
