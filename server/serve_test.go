package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// serving runs Serve and returns the address, and what ends it and waits.
func serving(t *testing.T, h http.Handler) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, h) }()
	return l.Addr().String(), func() error {
		cancel()
		return <-done
	}
}

// TestServeDrains: what is under way when the context ends comes to its end, and
// nothing new is taken.
func TestServeDrains(t *testing.T) {
	begun, goOn := make(chan struct{}), make(chan struct{})
	address, stop := serving(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-goOn
		fmt.Fprint(w, "whole")
	}))
	answered := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + address)
		if err != nil {
			answered <- err.Error()
			return
		}
		b, _ := io.ReadAll(r.Body)
		r.Body.Close()
		answered <- string(b)
	}()
	<-begun
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for { // until the listener is closed
		c, err := net.Dial("tcp", address)
		if err != nil {
			break
		}
		c.Close()
	}
	close(goOn)
	if got := <-answered; got != "whole" {
		t.Errorf("answer cut off: %q", got)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// TestClientLeavesInMidAnswer: the handlers of clients who ask for much, read
// little and go all end, so that Serve returns.
func TestClientLeavesInMidAnswer(t *testing.T) {
	h := newTestServer(t, manyDocuments(3000))
	ended := make(chan struct{}, 20)
	address, stop := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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

// TestClientLeavesInMidBody: a body that never comes to its end is no failure
// of ours.
func TestClientLeavesInMidBody(t *testing.T) {
	h := newTestServer(t, nil)
	status := make(chan string, 1)
	address, stop := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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

// TestAnnouncedBodyIsNotAwaited: a body that is announced as too large is refused
// before any of it comes.
func TestAnnouncedBodyIsNotAwaited(t *testing.T) {
	address, stop := serving(t, newTestServer(t, nil))
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

// TestEverythingHasABound: no timeout is left open, and too much is refused.
func TestEverythingHasABound(t *testing.T) {
	srv := newHTTPServer(nil)
	if srv.ReadHeaderTimeout == 0 || srv.ReadTimeout == 0 || srv.WriteTimeout == 0 || srv.IdleTimeout == 0 || srv.MaxHeaderBytes == 0 {
		t.Errorf("%+v", srv)
	}
	address, stop := serving(t, newTestServer(t, nil))
	long, err := http.Get("http://" + address + "/collections?q=" + strings.Repeat("x", 64<<10))
	if err != nil {
		t.Fatal(err)
	}
	long.Body.Close()
	if long.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a header of 64 KiB: %d", long.StatusCode)
	}
	large, err := http.Post("http://"+address+"/parse", "text/plain", strings.NewReader(strings.Repeat("word ", maxParseBytes/5+10)))
	if err != nil {
		t.Fatal(err)
	}
	large.Body.Close()
	if large.StatusCode != http.StatusRequestEntityTooLarge || large.Header.Get("Content-Type") != typeProblem {
		t.Errorf("a body above the bound: %d", large.StatusCode)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}
