package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"dateline/archive"
	"dateline/document/rows"
)

// removeCommand takes articles out of an archive, or brings them back.
type removeCommand struct {
	gazetteerFlag
	Data string   `required:"" help:"Folder of the archive; a server may be running on it." type:"path" placeholder:"DIR" shared:""`
	IDs  []string `arg:"" optional:"" name:"id" help:"Articles to be removed."`
	articleFlags
	Undo    bool   `help:"Bring back articles that were removed, for 30 days after that."`
	Forever bool   `help:"Keep no text to bring them back by, and overwrite what the file holds of it."`
	List    bool   `help:"Print what was removed, a line of JSON for each article."`
	DryRun  bool   `help:"Only say what would be removed."`
	By      string `help:"Who removes them, for the record; otherwise the user of this computer." placeholder:"NAME"`
	Why     string `help:"Why, for the record." placeholder:"TEXT"`
}

func (c *removeCommand) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	chosen := c.isGiven()
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
	return promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *removeCommand) run(ctx context.Context, say *console) error {
	ids := c.IDs
	if len(ids) == 0 {
		var err error
		if ids, err = c.selected(ctx, c.gazetteerFlag, c.Data); err != nil {
			return err
		}
	}
	if c.DryRun {
		say.say("%s would be removed", counted(len(ids), "article"))
		return nil
	}
	a, _, err := c.openWriter(ctx, c.Data)
	if err != nil {
		return err
	}
	var done archive.Removed
	if c.Undo {
		done, err = a.Undo(ctx, ids)
	} else {
		done, err = a.Remove(ctx, archive.Removal{Articles: ids, By: whoIs(c.By), Why: c.Why, Forever: c.Forever})
	}
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	if done.Articles > 0 {
		err = noteWrite(c.Data, c.action(), counted(done.Articles, "article"))
	}
	if c.Undo {
		say.say("%s brought back", counted(done.Articles, "article"))
	} else {
		say.say("%s removed%s", counted(done.Articles, "article"), c.afterwards(done.Articles))
	}
	for _, id := range done.Unknown {
		say.fail(fmt.Errorf("%s: %s", id, c.unknown()))
	}
	return errors.Join(err, failure(done.Articles, len(done.Unknown)))
}

// action is what the log of writes calls it.
func (c *removeCommand) action() string {
	switch {
	case c.Undo:
		return "remove --undo"
	case c.Forever:
		return "remove --forever"
	}
	return "remove"
}

func (c *removeCommand) afterwards(removed int) string {
	switch {
	case removed == 0:
		return ""
	case c.Forever:
		return " forever; dateline compact gives their space back"
	}
	return "; remove --undo brings them back for 30 days"
}

func (c *removeCommand) unknown() string {
	if c.Undo {
		return "no such article was removed, or its text is not kept any more"
	}
	return "there is no such article"
}

func (c *removeCommand) list() error {
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
		if err := writeJSON(os.Stdout, t); err != nil {
			return err
		}
	}
	return nil
}

// whoIs returns who is said to do something.
func whoIs(given string) string { return cmp.Or(given, userName()) }

// compactCommand gives the space of what was removed back.
type compactCommand struct {
	Data string `required:"" help:"Folder of the archive; a server may be running on it." type:"path" placeholder:"DIR" shared:""`
}

func (c *compactCommand) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Data); err != nil {
		return err
	}
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	before, after, err := a.Compact(ctx)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	say.say("%.1f MB, %.1f MB before", float64(after)/1e6, float64(before)/1e6)
	return nil
}
