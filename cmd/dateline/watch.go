package main

import (
	"context"
	"errors"
	"math/rand/v2"

	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/article"
	"dateline/document"
	"dateline/watch"
	"dateline/watch/fetch"
	"dateline/watch/notify"
)

type watchCommand struct {
	gazetteerFlag
	Data string `required:"" help:"Folder of the archive." type:"path" placeholder:"DIR" shared:""`
	Once bool   `help:"Look at what is due, and end; for cron."`
	networkFlag
}

// Run watches until it is told to end.
func (c *watchCommand) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	limitMemory()
	reader, err := c.reader(ctx, c.Data)
	if err != nil {
		return err
	}
	err = c.watch(ctx, say, c.Data, reader, c.Once)
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil // as it was told
	}
	return err
}

// watch watches the sources of the archive in a folder.
func (f networkFlag) watch(ctx context.Context, say *console, dir string, reader *currentReader, once bool) error {
	a, err := archive.OpenWriter(ctx, modelOf(reader.reader().Parser.Gazetteer()), dir)
	if err != nil {
		return err
	}
	following, end := context.WithCancel(ctx)
	defer end()
	go reader.follow(following, func(ctx context.Context) ([]ownplaces.Place, error) { return ownplaces.All(ctx, a) }, func(s string) { say.say("%s", s) })
	client := f.client(fetch.Options{})
	defer client.Close()
	sources := watch.Config{
		Archive: a, Read: func(ctx context.Context, read article.Article) (document.Document, error) {
			return reader.reader().Document(ctx, read)
		}, Client: client, Clock: fetch.System(), Random: rand.Float64,
		Say: func(s string) { say.say("%s", s) }, Once: once,
	}
	subscribers := notify.Config{Archive: a, Client: client, Clock: fetch.System(), Say: func(s string) { say.fail(s) }, Once: once}
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
