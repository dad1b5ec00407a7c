package care

import (
	"context"
	"errors"
	"fmt"

	"dateline/access"
	"dateline/archive"
	"dateline/archive/ownplaces"
	"dateline/archive/postgres"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/gazetteer"
)

// CopyCommand copies an archive from a folder into a database, or back.
type CopyCommand struct {
	setup.GazetteerFlag
	From string `arg:"" name:"from" help:"Folder of an archive, or the address of its database." type:"archive" placeholder:"DIR"`
	To   string `arg:"" name:"to" help:"Empty folder, or empty database (after dateline migrate)." type:"archive" placeholder:"DIR"`

	Tokens bool `help:"Copy the tokens too, whose secrets stay the same, and the log of writes."`
}

// openFrom opens the archive to be copied. Edits made in its file by a GIS program are adopted
// first, if it may be written.
func (c *CopyCommand) openFrom(ctx context.Context) (*archive.Archive, *gazetteer.Gazetteer, error) {
	g, err := c.Open(ctx, c.From)
	if err != nil {
		return nil, nil, err
	}
	there, err := archive.OpenReader(setup.ModelOf(g), c.From)
	if err != nil {
		return nil, nil, err
	}
	if err := there.Close(); err != nil {
		return nil, nil, err
	}
	a, err := archive.Open(setup.ModelOf(g), c.From)
	if err == nil {
		_, err = a.AdoptAll(ctx)
	}
	return a, g, err
}

func (c *CopyCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.From); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error {
		from, g, err := c.openFrom(ctx)
		if err != nil {
			return err
		}
		to, err := archive.OpenWriter(ctx, setup.ModelOf(g), c.To)
		if err != nil {
			return errors.Join(err, from.Close())
		}
		bar := say.Bar()
		n, err := archive.Copy(ctx, from, to, func(done, total int) {
			bar.ChangeMax(total)
			bar.Set(done)
		}, sources.Copy, subscriptions.Copy, ownplaces.Copy)
		bar.Finish()
		if err := errors.Join(err, from.Close(), to.Close()); err != nil {
			return err
		}
		say.Say("%s copied from %s to %s", cli.Count(n, "article"), postgres.Redacted(c.From), postgres.Redacted(c.To))
		if !c.Tokens {
			return nil
		}
		if err := c.copyRights(ctx, say); err != nil {
			return fmt.Errorf("the articles are copied, but not all tokens and writes of the log: %w", err)
		}
		return nil
	})
}

// copyRights copies the tokens and the log of writes.
func (c *CopyCommand) copyRights(ctx context.Context, say *cli.Console) error {
	tokens, log, end, err := setup.Rights(ctx, c.From)
	if err != nil {
		return err
	}
	defer end()
	others, otherLog, endOther, err := setup.Rights(ctx, c.To)
	if err != nil {
		return err
	}
	defer endOther()
	n, err := tokens.CopyTo(others)
	if err == nil {
		err = access.CopyLog(log, otherLog)
	}
	if err == nil {
		say.Say("%s copied; what clients present stays the same", cli.Count(n, "token"))
	}
	return err
}
