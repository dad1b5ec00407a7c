package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// How long anything may take. A client that is slower is cut off.
const (
	headerTimeout  = 5 * time.Second
	readTimeout    = 60 * time.Second
	writeTimeout   = 120 * time.Second // from the end of the request's header, or from one part of a stream to the next
	defaultTimeout = 15 * time.Second  // of Config
	idleTimeout    = 120 * time.Second
	drainTimeout   = 10 * time.Second
	maxHeaderBytes = 32 << 10
)

// Serve answers requests until ctx ends. It then takes no new ones, lets those
// under way come to their end, for ten seconds at most, and returns nil.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := newHTTPServer(h)
	srv.BaseContext = func(net.Listener) context.Context {
		return context.WithValue(context.WithoutCancel(ctx), endingKey{}, ctx.Done())
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := srv.Shutdown(drain); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return srv.Close()
}

// endingKey finds, in the context of a request, the channel that is closed when
// the server is told to end: what would go on for ever ends with it, and what
// will come to its end does not.
type endingKey struct{}

// streamBuffer is how much of a stream is sent at a time.
const streamBuffer = 64 << 10

// deadline is until when the next part of a stream must have been taken.
func deadline() time.Time { return time.Now().Add(writeTimeout) }

func newHTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
	}
}
