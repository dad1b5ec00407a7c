package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/archive"
	"dateline/document/rows"
)

// backupCommand copies an archive, also while it is written to.
type backupCommand struct {
	Dir  string `arg:"" name:"dir" help:"Folder of the archive; a server or an ingest may be running on it." type:"path" placeholder:"DIR"`
	File string `arg:"" name:"file" help:"File to be written. There must be none of that name." type:"path" placeholder:"FILE"`
}

func (c *backupCommand) Run(ctx context.Context, say *console) error {
	if err := needFolder(c.Dir); err != nil {
		return err
	}
	return promptly(ctx, func() error {
		a, err := archive.OpenReader(rows.DefaultModel(), c.Dir)
		if err != nil {
			return err
		}
		if err := errors.Join(a.Backup(ctx, c.File), a.Close()); err != nil {
			return err
		}
		say.say("%s is a backup of %s; dateline restore makes it an archive again", c.File, c.Dir)
		return nil
	})
}

// restoreCommand makes a backup an archive again.
type restoreCommand struct {
	File    string `arg:"" name:"file" help:"A file that backup wrote, or a FILE.kept of check --rescue, which is added to the archive." type:"path" placeholder:"FILE"`
	Dir     string `arg:"" name:"dir" help:"Folder of the archive." type:"path" placeholder:"DIR"`
	Replace bool   `help:"Where an archive is there, move it away into a folder beside it."`
}

func (c *restoreCommand) Run(ctx context.Context, say *console) error {
	return promptly(ctx, func() error {
		if strings.HasSuffix(c.File, keptSuffix) {
			return takeBackKept(ctx, say, c.File, c.Dir)
		}
		before, err := archive.Restore(ctx, c.File, c.Dir, c.Replace)
		if before != "" {
			say.say("what was there before is in %s", before)
		}
		if err != nil {
			return err
		}
		say.say("%s is restored from %s", c.Dir, c.File)
		return nil
	})
}

// exportDocuments writes all documents as they were read, a line of JSON for each,
// which ingest reads.
func exportDocuments(ctx context.Context, w io.Writer, dir string) (err error) {
	a, err := archive.OpenReader(rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	ids, err := a.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := a.JSON(id)
		if err != nil {
			return err
		}
		if d == nil {
			continue // it was removed meanwhile
		}
		if _, err := d.WriteTo(w); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}
