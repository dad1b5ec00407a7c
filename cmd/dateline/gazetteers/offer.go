package gazetteers

import (
	"context"
	"errors"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/reparse"
	"dateline/cmd/dateline/setup"
	"dateline/document"
	"dateline/document/rows"
)

// reparseOffer is the flag of commands that change the gazetteer.
type reparseOffer struct {
	Data string `help:"Archive for which to report how many articles a reparse would change." type:"archive" placeholder:"DIR"`
}

// thenOffer changes the gazetteer, and reports how that affects the articles of an archive.
func (o reparseOffer) thenOffer(ctx context.Context, f setup.GazetteerFlag, say *cli.Console, change func() error) error {
	if o.Data != "" {
		if err := cli.NeedFolder(o.Data); err != nil {
			return err
		}
	}
	return cli.Promptly(ctx, func() error {
		err := change()
		if err != nil && !cli.IsPartial(err) {
			return err
		}
		return errors.Join(err, o.offer(ctx, f, say))
	})
}

func (o reparseOffer) offer(ctx context.Context, f setup.GazetteerFlag, say *cli.Console) error {
	if o.Data == "" {
		say.Say("articles that were read before stay as they are; dateline reparse --data DIR reads them again")
		return nil
	}
	parser, err := f.Parser(ctx, o.Data)
	if err != nil {
		return err
	}
	a, err := archive.OpenReader(rows.DefaultModel(), o.Data)
	if err != nil {
		return err
	}
	again := reparse.Job{Archive: a, Reader: document.Reader{Parser: parser, Versions: setup.VersionsOf(parser)}, Say: say}
	var done reparse.Counts
	ids, err := a.IDs()
	if err == nil {
		done, err = again.Run(ctx, ids, true)
	}
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	shown := postgres.Redacted(o.Data)
	if done.Articles == 0 {
		say.Say("no article of %s would change", shown)
		return nil
	}
	say.Say("%s of %s would change: dateline reparse --data %s", cli.Count(done.Articles, "article"), shown, shown)
	return nil
}
