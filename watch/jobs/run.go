package jobs

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
	"dateline/watch"
	"dateline/watch/notify"
	"dateline/watch/poll"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
)

// Config says what is worked on and how. All fields are required.
type Config struct {
	Sources     watch.Config // its Archive is used by all jobs; Workers is their concurrency
	Subscribers notify.Config
	Reparse     func(ctx context.Context, articles []string) error
	Absence     time.Duration // after which the jobs of a worker are done by others; 0 for 15 s

	// Refresh brings up to date what the database has of all events together; nil: nobody does.
	Refresh func(ctx context.Context) error
}

// worker is a running Config.
type worker struct {
	Config
	archive *archive.Archive
	watcher *watch.Watcher
	client  *river.Client[pgx.Tx]
	id      string
	rescuer rescuer
}

// Limits: how many sources are claimed at once; how long completed jobs are kept; how long
// running ones may take to end on shutdown.
const (
	atOnce = 100
	kept   = time.Hour
	ending = 10 * time.Second
)

// errNoDatabase reports an archive without a queue.
var errNoDatabase = errors.New("jobs are for archives in a database (--data postgres://…); for a folder use dateline watch")

// Run works until ctx ends, and running jobs have ended. Its error is that of ctx, or of an
// unusable archive.
func Run(ctx context.Context, c Config) error {
	w := &worker{Config: c, archive: c.Sources.Archive}
	db := w.archive.Postgres()
	if db == nil {
		return errNoDatabase
	}
	w.Sources.Defer = w.deferPages
	w.Sources.Workers, w.Sources.Interval = cmp.Or(c.Sources.Workers, watch.DefaultWorkers), cmp.Or(c.Sources.Interval, time.Second)
	var one sync.Mutex
	w.Sources.Say = func(s string) {
		one.Lock()
		defer one.Unlock()
		c.Sources.Say(s)
	}
	w.watcher = watch.New(w.Sources)
	workers := river.NewWorkers()
	river.AddWorker(workers, river.WorkFunc(w.poll))
	river.AddWorker(workers, river.WorkFunc(w.notify))
	river.AddWorker(workers, river.WorkFunc(w.reparse))
	river.AddWorker(workers, &pages{worker: w})
	w.id, w.Absence = newID(), cmp.Or(w.Absence, absence)
	client, err := river.NewClient(db.River(), &river.Config{
		ID: w.id, Schema: postgres.Tables, Workers: workers, Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: w.Sources.Workers}},
		JobTimeout: poll.MaxTime + time.Minute, RescueStuckJobsAfter: watch.AbandonedAfter, CompletedJobRetentionPeriod: kept,
		Logger: slog.New(slog.DiscardHandler), // dispatch reports database errors
	})
	if err != nil {
		return err
	}
	w.client = client
	presence := db.Announce(w.id)
	defer presence.Stop()
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return postgres.Explain(err)
	}
	var refreshing sync.WaitGroup
	if w.Refresh != nil {
		refreshing.Go(func() { w.refresh(ctx) })
	}
	err = w.dispatch(ctx)
	refreshing.Wait()
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), ending)
	defer cancel()
	return errors.Join(err, client.StopAndCancel(stopping))
}

// refreshInterval is the greatest delay of derived collections.
const refreshInterval = 10 * time.Second

// refresh updates them, until ctx ends.
func (w *worker) refresh(ctx context.Context) {
	said := ""
	for {
		err := w.Refresh(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil && said != "":
			said = ""
			w.Sources.Say("incidents and who holds what are brought up to date again")
		case err != nil && err.Error() != said:
			said = err.Error()
			w.Sources.Say("incidents and who holds what are not brought up to date: " + said)
		}
		if w.Sources.Clock.Sleep(ctx, refreshInterval) != nil {
			return
		}
	}
}

// dispatch queues what is due, until ctx ends.
func (w *worker) dispatch(ctx context.Context) error {
	said := ""
	for {
		switch err := w.queueDue(ctx); {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, archive.ErrClosed):
			return err
		case err == nil && said != "":
			said = ""
			w.Sources.Say(w.archive.Path() + ": can be used again; work goes on")
		case err != nil && err.Error() != said:
			said = err.Error()
			w.Sources.Say(said + "; nothing is done until it can be used")
		}
		if err := w.Sources.Clock.Sleep(ctx, w.Sources.Interval); err != nil {
			return err
		}
	}
}

// queueDue queues the sources and subscriptions that are due.
func (w *worker) queueDue(ctx context.Context) error {
	now := w.Sources.Clock.Now()
	_, err := sources.ClaimAll(ctx, w.archive, now, now.Add(watch.AbandonedAfter), atOnce, func(tx *archive.Tx, ids []int64) error {
		var all []river.InsertManyParams
		for _, id := range ids {
			all = append(all, river.InsertManyParams{Args: pollArgs{id}})
		}
		_, err := w.client.InsertManyTx(ctx, tx.Postgres().Pgx(), all)
		return err
	})
	for more := true; more && err == nil; {
		var claimed *subscriptions.Subscription
		claimed, err = subscriptions.Claim(ctx, w.archive, now, now.Add(notify.AbandonedAfter), func(tx *archive.Tx, id int64) error {
			_, err := w.client.InsertTx(ctx, tx.Postgres().Pgx(), notifyArgs{id}, nil)
			return err
		})
		more = claimed != nil
	}
	if err == nil {
		err = w.rescue(ctx, now)
	}
	return err
}

func (w *worker) poll(ctx context.Context, job *river.Job[pollArgs]) error {
	return w.watcher.Poll(ctx, job.Args.Source)
}

func (w *worker) notify(ctx context.Context, job *river.Job[notifyArgs]) error {
	return notify.Deliver(ctx, w.Subscribers, job.Args.Subscription)
}

func (w *worker) reparse(ctx context.Context, job *river.Job[reparseArgs]) error {
	return w.Reparse(ctx, job.Args.Articles)
}
