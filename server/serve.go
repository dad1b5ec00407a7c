package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// WriteTimeout is the time allowed for writing an answer, from the end of the request's header,
// or between parts of a stream.
const WriteTimeout = 120 * time.Second

// Other timeouts. Slower clients are disconnected.
const (
	headerTimeout  = 5 * time.Second
	readTimeout    = 60 * time.Second
	defaultTimeout = 15 * time.Second // of Config
	idleTimeout    = 120 * time.Second
	drainTimeout   = 10 * time.Second
	maxHeaderBytes = 256 << 10 // above which net/http refuses in plain text
)

// Serve serves until ctx ends. It then drains: it accepts no new requests, finishes running
// ones, for ten seconds at most, and returns nil.
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

// endingKey is the context key of the channel that is closed when the server begins to shut down.
type endingKey struct{}

// ShuttingDown returns a channel that is closed when the server begins to shut down: endless answers
// end with it, others finish. It is nil, which never closes, without Serve.
func ShuttingDown(ctx context.Context) <-chan struct{} {
	ending, _ := ctx.Value(endingKey{}).(<-chan struct{})
	return ending
}

// StreamBuffer is the size of the parts in which a stream is sent.
const StreamBuffer = 64 << 10

// deadline is when the next part of a stream must have been sent.
func deadline() time.Time { return time.Now().Add(WriteTimeout) }

func newHTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: WriteTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
	}
}
