package jobs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/archive/sources"
	"dateline/watch/fetch"
	"dateline/watch/listing"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
)

// deferPages queues the pages of a source's items. Requests to one host are spaced out by its delay,
// across all sources and processes.
func (w *worker) deferPages(ctx context.Context, s *sources.Source, items []listing.Item) func(*archive.Tx) error {
	hosts, apart := map[string]time.Duration{}, make([]host, len(items))
	for i := range items {
		apart[i].name, apart[i].delay = w.Sources.Client.Delay(items[i].Address)
		hosts[apart[i].name] += apart[i].delay
	}
	priority := ofPage
	if s.Articles == 0 {
		priority = ofBackfill
	}
	return func(tx *archive.Tx) error {
		turns := map[string]time.Time{}
		for name, span := range hosts {
			var err error
			if turns[name], err = takeTurns(tx.Postgres(), name, span); err != nil {
				return err
			}
		}
		all := make([]river.InsertManyParams, len(items))
		for i := range items {
			args, err := argsOf(s.ID, &items[i])
			if err != nil {
				return err
			}
			at := turns[apart[i].name]
			turns[apart[i].name] = at.Add(apart[i].delay)
			o := args.InsertOpts()
			o.Priority, o.ScheduledAt = priority, at
			all[i] = river.InsertManyParams{Args: args, InsertOpts: &o}
		}
		_, err := w.client.InsertManyTx(ctx, tx.Postgres().Pgx(), all)
		return err
	}
}

// host is a host with its delay.
type host struct {
	name  string
	delay time.Duration
}

// takeTurns reserves the next turns of a host, and returns the time of the first.
func takeTurns(tx *postgres.Tx, host string, last time.Duration) (first time.Time, err error) {
	for c, err := range tx.Rows(`INSERT INTO dateline_hosts AS h (host, next) VALUES (?1, now() + make_interval(secs => ?2))
		ON CONFLICT (host) DO UPDATE SET next = greatest(h.next, now()) + make_interval(secs => ?2) RETURNING next - make_interval(secs => ?2)`, host, last.Seconds()) {
		if err != nil {
			return first, err
		}
		first = c.Time(0)
	}
	return first, nil
}

// argsOf encodes an item. PostgreSQL can't store U+0000, which JSON could have.
func argsOf(source int64, item *listing.Item) (pageArgs, error) {
	written, err := json.Marshal(item)
	return pageArgs{Source: source, Key: fmt.Sprintf("%016x%016x", item.Key, item.Mark), Item: bytes.ReplaceAll(written, []byte(`\u0000`), []byte(`\ufffd`))}, err
}

// pages works on pages.
type pages struct {
	river.WorkerDefaults[pageArgs]
	worker *worker
}

// again is the prefix of errors of pages to be retried; those of killed processes, and of the
// database, don't count as tries.
const again = "page: "

// Work reads a page.
func (p *pages) Work(ctx context.Context, job *river.Job[pageArgs]) error {
	var item listing.Item
	if err := json.Unmarshal(job.Args.Item, &item); err != nil {
		return river.JobCancel(err)
	}
	tries := triesOf(job)
	err := p.worker.watcher.Page(ctx, job.Args.Source, &item, tries, func(tx *archive.Tx) error {
		_, err := river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx.Postgres().Pgx(), job)
		return err
	})
	var failed *fetch.Error
	switch {
	case errors.Is(err, sources.ErrUnknown):
		return river.JobCancel(err)
	case ctx.Err() == nil && errors.As(err, &failed):
		if failed.RetryAfter > 0 && time.Since(job.CreatedAt) < longestWait {
			return river.JobSnooze(failed.RetryAfter)
		}
		job.Args.failed = true
		return fmt.Errorf("%s%w", again, err)
	}
	return err
}

// longestWait is how long a server's request for a delay is honoured without counting as a try.
const longestWait = 24 * time.Hour

// NextRetry returns when a failed page is retried.
func (p *pages) NextRetry(job *river.Job[pageArgs]) time.Time {
	if job.Args.failed {
		return p.worker.watcher.RetryAt(triesOf(job) + 1)
	}
	return time.Time{} // as River does
}

// triesOf returns the number of failed tries.
func triesOf(job *river.Job[pageArgs]) (tries int) {
	for _, e := range job.Errors {
		if strings.HasPrefix(e.Error, again) {
			tries++
		}
	}
	return tries
}
