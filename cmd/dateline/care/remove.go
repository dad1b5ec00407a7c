package care

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document/rows"
)

// RemoveCommand removes articles from an archive, or restores them.
type RemoveCommand struct {
	setup.GazetteerFlag
	Data string   `required:"" help:"Folder of the archive; a server may be running on it." type:"archive" placeholder:"DIR" shared:""`
	IDs  []string `arg:"" optional:"" name:"id" help:"Articles to remove."`
	setup.ArticleFlags
	Undo    bool   `help:"Restore removed articles, up to 30 days after their removal."`
	Forever bool   `help:"Delete the text for good, overwriting its bytes in the file."`
	List    bool   `help:"Print what was removed, one line of JSON per article."`
	DryRun  bool   `help:"Only report what would be removed."`
	By      string `help:"Who removes them, for the record; by default the current user." placeholder:"NAME"`
	Why     string `help:"Reason, for the record." placeholder:"TEXT"`
}

func (c *RemoveCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	chosen := c.IsGiven()
	switch {
	case c.List:
		return c.list()
	case len(c.IDs) == 0 && !chosen:
		return errors.New("remove: give ids of articles, or --source, --before or --query")
	case len(c.IDs) > 0 && chosen:
		return errors.New("remove: give ids of articles, or what to choose them by, not both")
	case c.Undo && (chosen || c.Forever || c.DryRun):
		return errors.New("remove: --undo takes ids of articles, as remove --list prints them, and nothing else")
	}
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *RemoveCommand) run(ctx context.Context, say *cli.Console) error {
	ids := c.IDs
	if len(ids) == 0 {
		var err error
		if ids, err = c.Selected(ctx, c.GazetteerFlag, c.Data); err != nil {
			return err
		}
	}
	if c.DryRun {
		say.Say("%s would be removed", cli.Count(len(ids), "article"))
		return nil
	}
	a, _, err := c.OpenWriter(ctx, c.Data, say)
	if err != nil {
		return err
	}
	var done archive.Removed
	if c.Undo {
		done, err = a.Undo(ctx, ids)
	} else {
		done, err = a.Remove(ctx, archive.Removal{Articles: ids, By: setup.WhoIs(c.By), Why: c.Why, Forever: c.Forever})
	}
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if done.Articles > 0 {
		err = setup.NoteWrite(c.Data, c.action(), cli.Count(done.Articles, "article"))
	}
	if c.Undo {
		say.Say("%s brought back", cli.Count(done.Articles, "article"))
	} else {
		say.Say("%s removed%s", cli.Count(done.Articles, "article"), c.afterwards(done.Articles))
	}
	for _, id := range done.Unknown {
		say.Fail(fmt.Errorf("%s: %s", id, c.unknown()))
	}
	return errors.Join(err, cli.Failure(done.Articles, len(done.Unknown)))
}

// action is its name in the log of writes.
func (c *RemoveCommand) action() string {
	switch {
	case c.Undo:
		return "remove --undo"
	case c.Forever:
		return "remove --forever"
	}
	return "remove"
}

func (c *RemoveCommand) afterwards(removed int) string {
	switch {
	case removed == 0:
		return ""
	case c.Forever:
		return " forever; dateline compact gives their space back"
	}
	return "; remove --undo brings them back for 30 days"
}

func (c *RemoveCommand) unknown() string {
	if c.Undo {
		return "no such article was removed, or its text has since been deleted"
	}
	return "no such article"
}

func (c *RemoveCommand) list() error {
	a, err := archive.OpenReader(rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	defer a.Close()
	all, err := a.Tombstones()
	if err != nil {
		return err
	}
	for _, t := range all {
		if err := cli.WriteJSON(os.Stdout, t); err != nil {
			return err
		}
	}
	return nil
}

// CompactCommand reclaims the space of removed content.
type CompactCommand struct {
	Data string `help:"Folder of the archive; a server may be running on it." type:"archive" placeholder:"DIR" shared:""`
	Dir  string `arg:"" optional:"" name:"dir" help:"Folder of the archive, as with --data." type:"archive" placeholder:"DIR"`
}

func (c *CompactCommand) Run(ctx context.Context, say *cli.Console) error {
	c.Data = cmp.Or(c.Dir, c.Data)
	if c.Data == "" {
		return errors.New("compact: give the folder of an archive, as --data DIR")
	}
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *CompactCommand) run(ctx context.Context, say *cli.Console) error {
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	before, after, err := a.Compact(ctx)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	say.Say("%.1f MB, %.1f MB before", float64(after)/1e6, float64(before)/1e6)
	return nil
}
