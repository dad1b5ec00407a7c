package care

import (
	"context"
	"errors"
	"strings"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
	"dateline/document/rows"
)

// BackupCommand copies an archive, even while it is written to.
type BackupCommand struct {
	Dir  string `arg:"" name:"dir" help:"Folder of the archive; a server or an ingest may be running on it." type:"archive" placeholder:"DIR"`
	File string `arg:"" name:"file" help:"File to write; it must not exist." type:"path" placeholder:"FILE"`
}

func (c *BackupCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Dir); err != nil {
		return err
	}
	return cli.Promptly(ctx, func() error {
		a, err := archive.OpenReader(rows.DefaultModel(), c.Dir)
		if err != nil {
			return err
		}
		if err := errors.Join(a.Backup(ctx, c.File), a.Close()); err != nil {
			return err
		}
		say.Say("%s is a backup of %s; dateline restore makes it an archive again", c.File, c.Dir)
		return nil
	})
}

// RestoreCommand restores a backup.
type RestoreCommand struct {
	File    string `arg:"" name:"file" help:"A file written by backup; or FILE.kept from check --rescue, which is added to the archive." type:"path" placeholder:"FILE"`
	Dir     string `arg:"" name:"dir" help:"Folder of the archive." type:"path" placeholder:"DIR"`
	Replace bool   `help:"Move an existing archive into a folder beside it."`
}

func (c *RestoreCommand) Run(ctx context.Context, say *cli.Console) error {
	return cli.Promptly(ctx, func() error {
		if strings.HasSuffix(c.File, keptSuffix) {
			return takeBackKept(ctx, say, c.File, c.Dir)
		}
		before, err := archive.Restore(ctx, c.File, c.Dir, c.Replace)
		if before != "" {
			say.Say("what was there before is in %s", before)
		}
		if err != nil {
			return err
		}
		say.Say("%s is restored from %s", c.Dir, c.File)
		return nil
	})
}
