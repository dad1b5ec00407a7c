// Package watch follows the sources of an archive: it polls each when it is due, stores what is
// new, and sets when it is due again.
//
// The archive records what is due, and what was read (archive/sources). A process that ends at
// any moment, killed or not, loses nothing and stores nothing twice, and several may watch one
// archive.
package watch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/article"
	"dateline/document"
	"dateline/watch/fetch"
	"dateline/watch/listing"
	"dateline/watch/poll"
)

// Config says what is watched and how. All but the last four fields are required.
type Config struct {
	Archive  *archive.Archive
	Read     func(context.Context, article.Article) (document.Document, error)
	Client   *fetch.Client
	Clock    fetch.Clock
	Random   func() float64 // from 0 up to 1; called by one goroutine at a time
	Say      func(string)   // receives news and errors, in a line each
	Workers  int            // concurrent polls; default 8
	Interval time.Duration  // between reads of the archive, to which others may add sources; default a second
	Once     bool           // end when everything due was polled

	// Defer defers article pages, to be read by Watcher.Page: the function that it returns queues
	// them, in the transaction that records them as found. nil: the poll that finds a page reads it.
	Defer func(ctx context.Context, s *sources.Source, pages []listing.Item) func(*archive.Tx) error
}

// DefaultWorkers is the default of Workers.
const DefaultWorkers = 8

// AbandonedAfter is the time after which an unfinished poll counts as abandoned. longestPause is the
// longest pause while the archive can't be read.
const (
	AbandonedAfter = 2 * poll.MaxTime
	longestPause   = time.Minute
)

// Watcher is a running Config.
type Watcher struct {
	Config
	began   time.Time     // on the clock
	free    chan struct{} // one for each idle worker
	working sync.WaitGroup
	taken   atomic.Bool // whether a feed linked by a page is to be polled

	mu sync.Mutex // held while calling Random or Say
}

// New returns a Watcher that polls a source when told to. It is safe for concurrent use.
func New(c Config) *Watcher { return &Watcher{Config: c, began: c.Clock.Now()} }

// Run watches until ctx ends or, with Once, until nothing is due, and what was begun has ended.
// Its error is that of ctx, or of an unusable archive.
func Run(ctx context.Context, c Config) error {
	w := New(c)
	w.Workers, w.Interval = cmp.Or(w.Workers, DefaultWorkers), cmp.Or(w.Interval, time.Second)
	w.free = make(chan struct{}, w.Workers)
	for range w.Workers {
		w.free <- struct{}{}
	}
	defer w.working.Wait()
	return w.loop(ctx)
}

func (w *Watcher) loop(ctx context.Context) error {
	pause, said := w.Interval, ""
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.free:
		}
		now := w.Clock.Now()
		if w.Once {
			now = w.began
		}
		if replaced, _ := w.Archive.Reopen(); replaced { // if it fails, Claim reports the error
			w.say("another archive has taken the place of the one before, and is followed now")
		}
		until := w.Clock.Now().Add(AbandonedAfter)
		s, next, err := sources.Claim(ctx, w.Archive, now, until)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s != nil:
			pause, said = w.Interval, ""
			w.working.Go(func() {
				defer func() { w.free <- struct{}{} }()
				w.pollAndRecord(ctx, s, until)
			})
			continue
		case w.Once:
			w.working.Wait()
			if err != nil || !w.taken.Swap(false) {
				return err
			}
			w.free <- struct{}{}
			continue
		case errors.Is(err, archive.ErrClosed):
			return err
		case err != nil:
			if said != err.Error() {
				said = err.Error()
				w.say(said + "; nothing is looked at until it can be used")
			}
			pause = min(2*pause, longestPause)
		case !next.IsZero():
			pause = min(max(next.Sub(now), time.Millisecond), w.Interval)
		default:
			pause = w.Interval
		}
		w.free <- struct{}{}
		if err := w.Clock.Sleep(ctx, pause); err != nil {
			return err
		}
	}
}

func (w *Watcher) say(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	w.Say(format)
}

func (w *Watcher) random() float64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.Random()
}
