package postgres

import (
	"context"
	"io"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// River returns the pool as a driver of River, a job queue (https://riverqueue.com), whose tables
// are in the schema Tables.
func (d *Database) River() *riverpgxv5.Driver { return riverpgxv5.New(d.pool) }

// Pgx returns the transaction as River takes it.
func (t *Tx) Pgx() pgx.Tx { return t.Tx }

// migrateJobs upgrades River's tables to a version.
func (d *Database) migrateJobs(ctx context.Context, version int) error {
	m, err := rivermigrate.New(d.River(), &rivermigrate.Config{Schema: Tables, Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		return err
	}
	_, err = m.Migrate(ctx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: version})
	return err
}
