package follow

import (
	"context"
	"errors"
	"math/rand/v2"

	"dateline/archive/ownplaces"
	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/watch"
	"dateline/watch/fetch"
	"dateline/watch/notify"
)

// WatchCommand follows the sources of an archive, and tells its subscribers.
type WatchCommand struct {
	setup.GazetteerFlag
	Data string `required:"" help:"Folder of the archive." type:"archive" placeholder:"DIR" shared:""`
	Once bool   `help:"Look at what is due, and end; for cron."`
	cli.NetworkFlag
}

// Run watches until it is told to end.
func (c *WatchCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	cli.LimitMemory()
	reader, err := c.Reader(ctx, c.Data)
	if err != nil {
		return err
	}
	err = Watch(ctx, c.NetworkFlag, say, c.Data, reader, c.Once)
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil // as it was told
	}
	return err
}

// Watch watches the sources of the archive in a folder, and tells its subscribers.
func Watch(ctx context.Context, network cli.NetworkFlag, say *cli.Console, dir string, reader *setup.CurrentReader, once bool) error {
	a, err := setup.OpenWriter(ctx, setup.ModelOf(reader.Reader().Parser.Gazetteer()), dir, say)
	if err != nil {
		return err
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
		Say: func(s string) { say.Say("%s", s) }, Once: once,
	}
	subscribers := notify.Config{Archive: a, Client: client, Clock: fetch.System(), Names: reader.Names(), Say: func(s string) { say.Fail(s) }, Once: once}
	return errors.Join(follow(ctx, sources, subscribers), a.Close())
}

// follow watches sources and tells subscribers: side by side, or, once, one after the other.
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
