package servertest

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/document"
	"dateline/server"
	"dateline/view"
)

// Ask sends a GET with headers, given as name, value, ...
func Ask(h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	return AskFrom(h, "192.0.2.1:1234", path, headers...)
}

// AskFrom is Ask from a client's address.
func AskFrom(h http.Handler, address, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.RemoteAddr = address
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// Get requests a path and returns the body of a successful answer.
func Get(t testing.TB, h http.Handler, path string) string {
	t.Helper()
	w := Ask(h, path)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

// Post sends a body with headers, given as name, value, ...
func Post(h http.Handler, path, media, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", media)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// Serving runs server.Serve and returns the address, and a function that ends it and waits.
func Serving(t testing.TB, h http.Handler) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, l, h) }()
	return l.Addr().String(), func() error {
		cancel()
		return <-done
	}
}

// ViewOf returns a view of documents.
func ViewOf(docs []document.Document) func() *view.View {
	v := view.New(docs)
	return func() *view.View { return v }
}
