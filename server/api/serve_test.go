package api_test

import (
	"bufio"
	"context"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
)

// TestClientLeavesInMidAnswer: handlers end when clients that read slowly disconnect, so that Serve
// returns.
func TestClientLeavesInMidAnswer(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(3000))
	ended := make(chan struct{}, 20)
	address, stop := servertest.Serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { ended <- struct{}{} }()
		h.ServeHTTP(w, r)
	}))
	for range 20 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET /collections/mentions/items?limit=9000 HTTP/1.1\r\nHost: %s\r\n\r\n", address)
		line, err := bufio.NewReaderSize(c, 16).ReadString('\n')
		if err != nil || !strings.Contains(line, "200") {
			t.Fatal(line, err)
		}
		c.Close()
	}
	for range 20 {
		<-ended
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestClientLeavesInMidBody: an incomplete body is not an error of the server.
func TestClientLeavesInMidBody(t *testing.T) {
	h := servertest.New(t, nil)
	status := make(chan string, 1)
	address, stop := servertest.Serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &statusWriter{ResponseWriter: w}
		h.ServeHTTP(rec, r)
		status <- fmt.Sprint(rec.status)
	}))
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(c, "POST /parse HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nonly this", address)
	c.Close()
	if got := <-status; got != "400" {
		t.Errorf("status %s", got)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestAnnouncedBodyIsNotAwaited: a body announced as too large is refused before any of it arrives.
func TestAnnouncedBodyIsNotAwaited(t *testing.T) {
	address, stop := servertest.Serving(t, servertest.New(t, nil))
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST /parse HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: 99999999999999\r\n\r\n", address)
	line, err := bufio.NewReader(c).ReadString('\n')
	if err != nil || !strings.Contains(line, "413") {
		t.Errorf("%q, error %v", line, err)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// TestTooLarge: paths, headers and bodies that are too large are refused.
func TestTooLarge(t *testing.T) {
	address, stop := servertest.Serving(t, servertest.New(t, nil))
	for status, r := range map[int]struct{ path, header string }{
		http.StatusRequestURITooLong:           {"/collections?q=" + strings.Repeat("x", 64<<10), ""},
		http.StatusRequestHeaderFieldsTooLarge: {"/collections", strings.Repeat("x", 64<<10)},
	} {
		request, err := http.NewRequest(http.MethodGet, "http://"+address+r.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("X-Long", r.header)
		long, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		long.Body.Close()
		if long.StatusCode != status || long.Header.Get("Content-Type") != server.TypeProblem {
			t.Errorf("%d, want %d as a problem", long.StatusCode, status)
		}
	}
	large, err := http.Post("http://"+address+"/parse", "text/plain", strings.NewReader(strings.Repeat("word ", (4<<20)/5+10)))
	if err != nil {
		t.Fatal(err)
	}
	large.Body.Close()
	if large.StatusCode != http.StatusRequestEntityTooLarge || large.Header.Get("Content-Type") != server.TypeProblem {
		t.Errorf("a body above the bound: %d", large.StatusCode)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestReady: a server whose database is unavailable runs, but is not ready.
func TestReady(t *testing.T) {
	var away error
	h := servertest.New(t, nil, func(c *api.Config) { c.Ready = func(context.Context) error { return away } })
	for _, err := range []error{nil, errors.New("the database can't be reached"), nil} {
		away = err
		w := servertest.Ask(h, "/readyz")
		if err == nil && w.Code != http.StatusOK || err != nil && (w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), err.Error()) || w.Header().Get("Retry-After") == "") {
			t.Errorf("%v: %d %s", err, w.Code, w.Body)
		}
		if w := servertest.Ask(h, "/healthz"); w.Code != http.StatusOK {
			t.Errorf("%v: /healthz: %d %s", err, w.Code, w.Body)
		}
	}
}
