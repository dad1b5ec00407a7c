package follow

import (
	"context"
	"errors"
	"math/rand/v2"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/reparse"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/postgis"
	"dateline/watch"
	"dateline/watch/fetch"
	"dateline/watch/jobs"
	"dateline/watch/notify"
)

// WatchCommand follows the sources of an archive and notifies its subscribers.
type WatchCommand struct {
	setup.GazetteerFlag
	Data string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Once bool   `help:"Check what is due and exit; for cron."`
	cli.NetworkFlag
}

// Run watches until a signal ends it.
func (c *WatchCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	cli.LimitMemory()
	reader, err := c.Reader(ctx, c.Data)
	if err != nil {
		return err
	}
	err = Watch(ctx, c.NetworkFlag, say, c.Data, reader, Config{Once: c.Once})
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil // told to end
	}
	return err
}

// Config is how an archive is watched.
type Config struct {
	Once    bool // end when all that is due is done
	Workers int  // concurrent work; 0 for the default
}

// Watch follows the sources of the archive in a folder, and notifies its subscribers. An archive
// in a database is shared with other processes, by queued jobs, unless Once.
func Watch(ctx context.Context, network cli.NetworkFlag, say *cli.Console, dir string, reader *setup.CurrentReader, c Config) error {
	a, err := setup.OpenWriter(ctx, setup.ModelOf(reader.Reader().Parser.Gazetteer()), dir, say)
	if err != nil {
		return err
	}
	if err := retryAllowed(ctx, a, network); err != nil {
		return errors.Join(err, a.Close())
	}
	following, end := context.WithCancel(ctx)
	defer end()
	go reader.Follow(following, func(ctx context.Context) ([]ownplaces.Place, error) { return ownplaces.All(ctx, a) }, func(s string) { say.Say("%s", s) })
	client := network.Client(fetch.Options{})
	defer client.Close()
	sources := watch.Config{
		Archive: a, Read: func(ctx context.Context, read article.Article) (document.Document, error) {
			return reader.Reader().Document(ctx, read)
		}, Client: client, Clock: fetch.System(), Random: rand.Float64,
		Say: func(s string) { say.Say("%s", s) }, Once: c.Once, Workers: c.Workers,
	}
	subscribers := notify.Config{Archive: a, Client: client, Clock: fetch.System(), Names: reader.Names(), Say: func(s string) { say.Fail(s) }, Once: c.Once}
	if a.Postgres() != nil && !c.Once {
		engine, err := postgis.Open(a, reader.Names())
		if err != nil {
			return errors.Join(err, a.Close())
		}
		err = jobs.Run(ctx, jobs.Config{Sources: sources, Subscribers: subscribers, Reparse: reparser(a, reader, say), Refresh: engine.Refresh})
		engine.Close()
		return errors.Join(err, a.Close())
	}
	return errors.Join(follow(ctx, sources, subscribers), a.Close())
}

// reparser parses articles again with the current reader.
func reparser(a *archive.Archive, reader *setup.CurrentReader, say *cli.Console) func(context.Context, []string) error {
	return func(ctx context.Context, ids []string) error {
		r := reparse.Job{Archive: a, Reader: reader.Reader(), Say: &cli.Console{Quiet: true}}
		done, err := r.Run(ctx, ids, false)
		if err == nil && done.Written > 0 {
			say.Say("%s", done.String())
		}
		return err
	}
}

// follow polls sources and notifies subscribers: concurrently or, once, one after the other.
func follow(ctx context.Context, sources watch.Config, subscribers notify.Config) error {
	if sources.Once {
		if err := watch.Run(ctx, sources); err != nil {
			return err
		}
		return notify.Run(ctx, subscribers)
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	told := make(chan error, 1)
	go func() { told <- notify.Run(ctx, subscribers) }()
	err := watch.Run(ctx, sources)
	end()
	<-told // ends with the context only
	return err
}
