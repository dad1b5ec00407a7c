package care

import (
	"context"
	"errors"
	"fmt"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
)

// MigrateCommand creates or upgrades the tables of an archive in a database.
type MigrateCommand struct {
	Data    string `required:"" help:"Address of the database: postgres://USER@HOST/NAME." placeholder:"URL" shared:""`
	Recount bool   `help:"Also discard the counts of mentions at each point and count anew, after check reported a difference."`
}

func (c *MigrateCommand) Run(ctx context.Context, say *cli.Console) error {
	if !postgres.IsAddress(c.Data) {
		return errors.New("migrate: give the address of a database, as --data postgres://USER@HOST/NAME; a folder is upgraded when it is opened")
	}
	return cli.Promptly(ctx, func() error {
		before, after, err := archive.Migrate(ctx, c.Data)
		if err != nil {
			return err
		}
		if c.Recount {
			if err := archive.Recount(ctx, c.Data); err != nil {
				return err
			}
		}
		was := fmt.Sprintf("was of version %d", before)
		switch before {
		case 0:
			was = "had no tables of Dateline"
		case after:
			was = "was so before"
		}
		say.Say("%s is an archive of version %d; it %s", postgres.Redacted(c.Data), after, was)
		return nil
	})
}
