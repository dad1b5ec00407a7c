package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// Migration is a step from one version of the tables to the next.
type Migration struct {
	Version int
	SQL     string
	Jobs    int // version of River's tables; 0 for none. Such a step has no SQL
}

// versions is the table of the migrations done.
const versions = "dateline_migrations"

// Migrate upgrades a database to the version of the last migration, each in a transaction of its
// own, and creates PostGIS in it. If several processes migrate at once, one does it and the others
// wait. It returns the versions before and after.
func Migrate(ctx context.Context, address string, all []Migration) (before, after int, err error) {
	d, err := connect(ctx, address)
	if err != nil {
		return 0, 0, err
	}
	defer d.Close()
	if err := d.prepare(ctx); err != nil {
		return 0, 0, err
	}
	if err := d.checkServer(ctx); err != nil {
		return 0, 0, err
	}
	p, err := d.provider(all)
	if err != nil {
		return 0, 0, err
	}
	was, err := p.GetDBVersion(ctx)
	if err != nil {
		return 0, 0, Explain(err)
	}
	if known := all[len(all)-1].Version; int(was) > known {
		return int(was), 0, errNewer(int(was), known)
	}
	if _, err := p.Up(ctx); err != nil {
		return int(was), 0, Explain(err)
	}
	is, err := p.GetDBVersion(ctx)
	return int(was), int(is), Explain(err)
}

// errNewer is the error for tables of a version that this program does not know.
func errNewer(is, known int) error {
	return &Error{Reason: fmt.Sprintf("has tables of a newer Dateline (version %d; this one knows %d)", is, known), Hint: "use that one"}
}

// Run runs idempotent statements in one transaction that excludes writers.
func Run(ctx context.Context, address string, statements []string) error {
	d, err := connect(ctx, address)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.WriteTx(ctx, func(tx *Tx) error {
		if err := tx.Lock(); err != nil {
			return err
		}
		for _, sql := range statements {
			if err := tx.Run(sql); err != nil {
				return err
			}
		}
		return nil
	})
}

// prepare creates what the first migration requires.
func (d *Database) prepare(ctx context.Context) error {
	return d.WriteTx(ctx, func(tx *Tx) error {
		if err := tx.Lock(); err != nil { // two concurrent CREATE … IF NOT EXISTS can fail
			return err
		}
		has, err := tx.Has(ctx, `SELECT 1 FROM pg_extension WHERE extname = 'postgis'`)
		if err != nil {
			return err
		}
		if !has {
			if err := tx.Run(`CREATE EXTENSION postgis`); err != nil {
				return ifRefused(err, "has no PostGIS, which can't be added", "install its package on the server (Debian postgresql-15-postgis-3), or have an administrator run CREATE EXTENSION postgis in this database")
			}
		}
		for _, schema := range []string{Tables, Views} {
			if err := tx.Run(`CREATE SCHEMA IF NOT EXISTS ` + schema); err != nil {
				return ifRefused(err, "does not let its role make tables", "have an administrator make that role its owner: ALTER DATABASE … OWNER TO …")
			}
		}
		return nil
	})
}

// ifRefused explains an error of the server with a reason and a hint, and returns any other
// error unchanged.
func ifRefused(err error, reason, hint string) error {
	if _, is := errors.AsType[*pgconn.PgError](err); !is {
		return err
	}
	return &Error{Reason: reason, Hint: hint, Err: err}
}

func (d *Database) provider(all []Migration) (*goose.Provider, error) {
	migrations := make([]*goose.Migration, len(all))
	for i, m := range all {
		migrations[i] = goose.NewGoMigration(int64(m.Version), d.step(m), nil)
	}
	locker, err := lock.NewPostgresSessionLocker()
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectPostgres, stdlib.OpenDBFromPool(d.pool), noFiles{}, goose.WithGoMigrations(migrations...),
		goose.WithSessionLocker(locker), goose.WithTableName(versions), goose.WithDisableGlobalRegistry(true))
}

// step converts a migration for goose. River's own migrations take one transaction each, and
// continue where an earlier attempt ended.
func (d *Database) step(m Migration) *goose.GoFunc {
	if m.Jobs > 0 {
		return &goose.GoFunc{RunDB: func(ctx context.Context, _ *sql.DB) error { return d.migrateJobs(ctx, m.Jobs) }}
	}
	return &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, m.SQL)
		return err
	}}
}

// noFiles is an empty file system: there are no migrations in files.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (noFiles) Glob(string) ([]string, error) { return nil, nil }

// CheckVersion returns an error unless the tables are of a version.
func (d *Database) CheckVersion(ctx context.Context, version int) error {
	return d.ReadTx(ctx, func(tx *Tx) error {
		has, err := tx.Has(ctx, `SELECT 1 FROM pg_tables WHERE schemaname = ?1 AND tablename = ?2`, Tables, versions)
		if err != nil {
			return err
		}
		if !has {
			return &Error{Reason: "has no tables of Dateline yet", Hint: "run `dateline migrate --data " + d.address + "`"}
		}
		is := 0
		for r, err := range tx.Rows(`SELECT coalesce(max(version_id), 0) FROM ` + versions + ` WHERE is_applied`) {
			if err != nil {
				return err
			}
			is = int(r.Int(0))
		}
		switch {
		case is > version:
			return errNewer(is, version)
		case is < version:
			return &Error{Reason: fmt.Sprintf("has tables of an older Dateline (version %d of %d)", is, version), Hint: "run `dateline migrate --data " + d.address + "`"}
		}
		return nil
	})
}

// Has reports whether a query returns a row.
func (t *Tx) Has(ctx context.Context, sql string, values ...any) (has bool, err error) {
	for _, err := range t.Rows(sql, values...) {
		return err == nil, err
	}
	return false, nil
}

// writerLock is the key of the writers' advisory lock, an arbitrary number.
const writerLock = 0x646174656c696e65

// Lock takes the writers' advisory lock for the rest of the transaction, so that rows become
// visible in the order of their numbers.
func (t *Tx) Lock() error { return t.Run(`SELECT pg_advisory_xact_lock(?1)`, int64(writerLock)) }
