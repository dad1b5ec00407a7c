package postgres

import (
	"context"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// River returns what River, a queue of jobs (https://riverqueue.com), works through: the
// connections of the database. Its tables are in the schema Tables.
func (d *Database) River() *riverpgxv5.Driver { return riverpgxv5.New(d.pool) }

// Of returns the transaction as River takes it.
func (t *Tx) Of() pgx.Tx { return t.Tx }

// migrateJobs brings River's tables to a version.
func (d *Database) migrateJobs(ctx context.Context, version int) error {
	m, err := rivermigrate.New(d.River(), &rivermigrate.Config{Schema: Tables, Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: version})
	return err
}
