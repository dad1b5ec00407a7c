package server

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
)

// serving runs Serve and returns the address, and a function that stops it and waits.
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

// TestServeDrains: requests in progress when the context ends are completed, and no new ones
// accepted.
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

// TestEverythingHasABound: no timeout is unset.
func TestEverythingHasABound(t *testing.T) {
	srv := newHTTPServer(nil)
	if srv.ReadHeaderTimeout == 0 || srv.ReadTimeout == 0 || srv.WriteTimeout == 0 || srv.IdleTimeout == 0 || srv.MaxHeaderBytes == 0 {
		t.Errorf("%+v", srv)
	}
}
