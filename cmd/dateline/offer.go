package main

import (
	"context"
	"errors"

	"dateline/archive"
	"dateline/document"
	"dateline/document/rows"
)

// reparseOffer is the flag of commands that change the gazetteer.
type reparseOffer struct {
	Data string `help:"Archive of which to say how many articles a reparse would change." type:"path" placeholder:"DIR"`
}

// thenOffer changes the gazetteer, and says what that changes in articles that were
// read before.
func (o reparseOffer) thenOffer(ctx context.Context, f gazetteerFlag, say *console, change func() error) error {
	if o.Data != "" {
		if err := needFolder(o.Data); err != nil {
			return err
		}
	}
	return promptly(ctx, func() error {
		err := change()
		if some := (partly{}); err != nil && !errors.As(err, &some) {
			return err
		}
		return errors.Join(err, o.offer(ctx, f, say))
	})
}

func (o reparseOffer) offer(ctx context.Context, f gazetteerFlag, say *console) error {
	if o.Data == "" {
		say.say("articles that were read before stay as they are; dateline reparse --data DIR reads them again")
		return nil
	}
	parser, err := f.parser(ctx, o.Data)
	if err != nil {
		return err
	}
	a, err := archive.OpenReader(rows.DefaultModel(), o.Data)
	if err != nil {
		return err
	}
	again := rereading{archive: a, reader: document.Reader{Parser: parser, Versions: versionsOf(parser)}, say: say}
	done, err := again.run(ctx, nil, true)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if done.Articles == 0 {
		say.say("no article of %s would change", o.Data)
		return nil
	}
	say.say("%s of %s would change: dateline reparse --data %s", counted(done.Articles, "article"), o.Data, o.Data)
	return nil
}
