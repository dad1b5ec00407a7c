package watch

import (
	"context"
	"fmt"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/watch/listing"
	"dateline/watch/poll"
)

// Poll polls a source by id, if it is still followed, and records the result. Its error
// is that of ctx, or of an unusable archive.
func (w *Watcher) Poll(ctx context.Context, id int64) error {
	until := w.Clock.Now().Add(AbandonedAfter)
	s, err := sources.ClaimOne(ctx, w.Archive, id, until)
	if err != nil || s == nil {
		return err
	}
	w.pollAndRecord(ctx, s, until)
	return ctx.Err()
}

// Page reads the page of a deferred item that has failed tries times, stores its article, and calls
// done in the same transaction. An error of type *fetch.Error means that the page must be retried;
// done was not called. Page reports a permanent failure and calls done.
func (w *Watcher) Page(ctx context.Context, source int64, item *listing.Item, tries int, done func(*archive.Tx) error) error {
	s, err := sources.Get(ctx, w.Archive, source)
	if err != nil {
		return err
	}
	if s == nil {
		return sources.ErrUnknown
	}
	ready, problems, err := w.page(ctx, s, item, tries)
	if err != nil {
		return err
	}
	for _, problem := range problems {
		w.say("%s: %s", s.Address, line(problem))
	}
	_, err = sources.Store(ctx, w.Archive, source, ready, nil, done, func(tx *archive.Tx) error {
		if len(ready) == 0 {
			return nil
		}
		return sources.RecordFound(tx, source, w.Clock.Now())
	})
	return err
}

// page fetches and parses a page. A panic, which is a bug, is a problem of the page.
func (w *Watcher) page(ctx context.Context, s *sources.Source, item *listing.Item, tries int) (ready []*archive.Packed, problems []error, err error) {
	defer func() {
		if v := recover(); v != nil {
			problems = append(problems, fmt.Errorf("%s: a bug in Dateline, please report it: %v", item.Address, v))
		}
	}()
	articles, again, err := poll.ReadPage(ctx, w.Client, w.polled(s), item, tries)
	if again {
		return nil, nil, err
	}
	if err != nil {
		problems = append(problems, err)
	}
	for _, a := range articles {
		packed, err := w.pack(ctx, a)
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case err != nil:
			problems = append(problems, err)
		default:
			ready = append(ready, packed)
		}
	}
	return ready, problems, nil
}

// RetryAt returns when to retry a page that has failed a number of times, as for a failing source.
func (w *Watcher) RetryAt(tries int) time.Time {
	return w.Clock.Now().Add(backoff(pageRetryDelay, tries, w.random()))
}

// pageRetryDelay is the first delay of a failed page, at most doubled.
const pageRetryDelay = 5 * time.Minute
