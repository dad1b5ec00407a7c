package server

import (
	"context"
	"io"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"dateline/work"
)

// A request is light until it has taken lightSteps, some 5 milliseconds of one core, or
// announces more. From then on it takes turns with the other heavy ones, sliceSteps at a time:
// first with those of its client, then with those of all clients, of which as many run at once
// as leave one core for light requests. So a client with a hundred heavy requests slows down its
// own, and delays another client's by a slice.
const (
	lightSteps = 1 << 19
	sliceSteps = 1 << 18
)

// turn is a request's share of the processors. It is safe for concurrent use.
type turn struct {
	client *client
	turns  chan struct{} // of all clients
	memory func() error  // an error if no heavy work may start

	mu    sync.Mutex
	heavy bool
	held  bool
	steps int // since the turn was taken
}

// metered returns a context in which a client's work is counted and takes turns; the caller must
// end it.
func (s *service) metered(ctx context.Context, c *client) (context.Context, *turn) {
	t := &turn{client: c, turns: s.turns, memory: s.memory.check}
	return work.WithMeter(ctx, work.NewMeter(s.Limits.QuerySteps, t.admit)), t
}

// admit counts steps, and waits for a turn if there are many.
func (t *turn) admit(ctx context.Context, steps, total int) error {
	t.client.charge(steps)
	if total < lightSteps {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.heavy {
		if err := t.memory(); err != nil {
			return err
		}
		t.heavy = true
	}
	if t.steps += steps; t.held && t.steps < sliceSteps {
		return nil
	}
	t.release()
	return t.take(ctx)
}

// take waits for a turn. t.mu is held.
func (t *turn) take(ctx context.Context) error {
	select {
	case t.client.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case t.turns <- struct{}{}:
		t.held, t.steps = true, 0
		return nil
	case <-ctx.Done():
		<-t.client.turn
		return ctx.Err()
	}
}

// release gives up the turn. t.mu is held.
func (t *turn) release() {
	if t.held {
		t.held = false
		<-t.turns
		<-t.client.turn
	}
}

// end gives up the turn until there is more to do.
func (t *turn) end() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.release()
}

// between is a writer to a client that gives up the turn while writing.
type between struct {
	w    io.Writer
	turn *turn
}

func (b between) Write(p []byte) (int, error) {
	b.turn.end()
	return b.w.Write(p)
}

// awaited is a reader of a client's body that gives up the turn while reading.
type awaited struct {
	r    io.Reader
	turn *turn
}

func (a awaited) Read(p []byte) (int, error) {
	a.turn.end()
	return a.r.Read(p)
}

// afford refuses expensive requests of a client in debt, and while memory is short.
func (s *service) afford(c *client) error {
	if wait := c.owes(); wait > 0 {
		return NewProblem(http.StatusTooManyRequests, "your address has used up its share of work; wait %v", wait.Round(100*time.Millisecond)).
			With("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	}
	return s.memory.check()
}
