package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// WriteTimeout is how long the writing of an answer may take, from the end of the
// request's header, or from one part of a stream to the next.
const WriteTimeout = 120 * time.Second

// How long anything else may take. A client that is slower is cut off.
const (
	headerTimeout  = 5 * time.Second
	readTimeout    = 60 * time.Second
	defaultTimeout = 15 * time.Second // of Config
	idleTimeout    = 120 * time.Second
	drainTimeout   = 10 * time.Second
	maxHeaderBytes = 256 << 10 // above which a client is told so in plain text
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
// the server is told to end.
type endingKey struct{}

// Ending returns the channel that is closed when the server is told to end: what
// would go on for ever ends with it, and what will come to its end does not. It is
// nil, which never ends, without Serve.
func Ending(ctx context.Context) <-chan struct{} {
	ending, _ := ctx.Value(endingKey{}).(<-chan struct{})
	return ending
}

// StreamBuffer is how much of a stream is sent at a time.
const StreamBuffer = 64 << 10

// deadline is until when the next part of a stream must have been taken.
func deadline() time.Time { return time.Now().Add(WriteTimeout) }

func newHTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: WriteTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
	}
}
