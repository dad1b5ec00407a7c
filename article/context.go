package article

import (
	"context"
	"errors"
	"io"
)

// contextReader reads from r until its context ends, even while r blocks, as a terminal or a
// pipe may.
type contextReader struct {
	ctx context.Context
	r   io.Reader
	buf []byte
}

type readResult struct {
	n   int
	err error
}

// Read reads into a buffer of its own, so that a read that returns after the context has ended
// cannot write into memory that the caller uses again.
func (r *contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if len(r.buf) < len(p) {
		r.buf = make([]byte, len(p))
	}
	buf, done := r.buf[:len(p)], make(chan readResult, 1)
	go func() {
		n, err := r.r.Read(buf)
		done <- readResult{n, err}
	}()
	select {
	case result := <-done:
		return copy(p, buf[:result.n]), result.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}

func isContextError(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
