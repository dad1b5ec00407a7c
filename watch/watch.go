// Package watch follows the sources of an archive: it looks at each when it is due,
// stores what is new, and sets when it is due again.
//
// What is due, and what was read, is in the archive (archive/sources). A process that
// ends at any moment, killed or not, loses nothing and stores nothing twice, and several
// may watch one archive.
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

// Config says what is watched and how. All but the last four is needed.
type Config struct {
	Archive *archive.Archive
	Read    func(context.Context, article.Article) (document.Document, error)
	Client  *fetch.Client
	Clock   fetch.Clock
	Random  func() float64 // from 0 up to 1; called by one goroutine at a time
	Say     func(string)   // is told in a line what came, and what is wrong
	Workers int            // sources looked at side by side; 8 when it is 0
	Ask     time.Duration  // how often the archive is asked what is due, as others may add sources; a second when it is 0
	Once    bool           // end when what is due has been looked at

	// PutOff has pages of a source's articles read apart, by Watcher.Page: what it returns is
	// called in the transaction that notes that they were found, and writes down which. nil:
	// each is read in the look that finds it.
	PutOff func(ctx context.Context, s *sources.Source, pages []listing.Item) func(*archive.Tx) error
}

// Side is how many sources are looked at side by side, unless Workers says otherwise.
const Side = 8

// Lost is when a look that did not end is given up for lost, and longestPause how long an archive that can't
// be read is left alone at most.
const (
	Lost         = 2 * poll.MaxTime
	longestPause = time.Minute
)

// Watcher is a Config at work.
type Watcher struct {
	Config
	began   time.Time     // on the clock
	free    chan struct{} // one for each worker that has nothing to do
	working sync.WaitGroup
	taken   atomic.Bool // whether a feed is to be looked at that a page links

	mu sync.Mutex // held while Random or Say are called
}

// New returns who looks at a source when told to. It is safe for concurrent use.
func New(c Config) *Watcher { return &Watcher{Config: c, began: c.Clock.Now()} }

// Run watches until ctx ends, or, with Once, until nothing is due any more, and what was
// begun has ended. Its error is that of ctx, or of an archive that can't be used.
func Run(ctx context.Context, c Config) error {
	w := New(c)
	w.Workers, w.Ask = cmp.Or(w.Workers, Side), cmp.Or(w.Ask, time.Second)
	w.free = make(chan struct{}, w.Workers)
	for range w.Workers {
		w.free <- struct{}{}
	}
	defer w.working.Wait()
	return w.loop(ctx)
}

func (w *Watcher) loop(ctx context.Context) error {
	pause, said := w.Ask, ""
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
		if replaced, _ := w.Archive.Reopen(); replaced { // where it fails, Claim says what is wrong
			w.say("another archive has taken the place of the one before, and is followed now")
		}
		until := w.Clock.Now().Add(Lost)
		s, next, err := sources.Claim(ctx, w.Archive, now, until)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s != nil:
			pause, said = w.Ask, ""
			w.working.Go(func() {
				defer func() { w.free <- struct{}{} }()
				w.look(ctx, s, until)
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
			pause = min(max(next.Sub(now), time.Millisecond), w.Ask)
		default:
			pause = w.Ask
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
