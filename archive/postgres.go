package archive

import (
	"context"
	"iter"
	"sync"

	"dateline/archive/counts"
	"dateline/archive/postgres"
	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// database is an archive in PostgreSQL.
type database struct {
	*tables
	*postgres.Database
	shown    string // address without the password
	readOnly bool
	writing  sync.Mutex
	counts   *counts.Columns
	counting counting // started while writing is held

	// State of read, which is not safe for concurrent use.
	last     Mark
	begun    bool // whether everything has been read once
	rowCheck rowCheck
	damaged  error // found earlier: nothing more is read
	listener *postgres.Listener
}

// openDatabase opens an archive in a database, which must be of this version.
func openDatabase(ctx context.Context, m rows.Model, address string, readOnly bool) (*Archive, error) {
	shown := postgres.Redacted(address)
	packer, err := newPacker()
	if err != nil {
		return nil, err
	}
	t := newTables(m)
	db, err := postgres.Open(ctx, address)
	if err != nil {
		return nil, explain(shown, err)
	}
	e := &database{tables: t, Database: db, shown: shown, counts: countsOf(t), readOnly: readOnly, rowCheck: rowCheck{summing: summing{tables: t}}}
	if err := db.CheckVersion(ctx, t.databaseVersion()); err != nil {
		db.Close()
		return nil, explain(shown, err)
	}
	return &Archive{path: shown, packer: packer, tables: t, copier: newCopier(t), engine: e}, nil
}

func (d *database) canWrite() error {
	if d.readOnly {
		return sqlite3.READONLY
	}
	return nil
}

func (d *database) readTx(ctx context.Context, do func(connection) error) error {
	return d.ReadTx(ctx, func(tx *postgres.Tx) error { return do(databaseConnection{tx}) })
}

func (d *database) writeTx(ctx context.Context, do func(transaction) error) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	put := 0
	err := d.WriteTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Lock(); err != nil {
			return err
		}
		w := newDatabaseWriter(d.tables, tx)
		if err := do(w); err != nil {
			return err
		}
		put = w.put
		return w.flush()
	})
	if err == nil && d.counting.isDue(put) {
		d.counting.begin(d.counts, d.Database)
	}
	return err
}

func (d *database) close() error {
	if d.listener != nil {
		d.listener.Stop()
	}
	d.counting.stop()
	d.Database.Close()
	return nil
}

// databaseConnection answers queries within a transaction.
type databaseConnection struct{ tx *postgres.Tx }

func (c databaseConnection) rows(sql string, values ...any) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for cells, err := range c.tx.Rows(sql, values...) {
			if !yield(Row{cells}, err) {
				return
			}
		}
	}
}

// has reports whether a table exists. Migrations have created all of them.
func (c databaseConnection) has(table string) (bool, error) {
	n, err := count(c, `SELECT count(*) FROM pg_tables WHERE schemaname = ?1 AND tablename = ?2`, postgres.Tables, table)
	return n > 0, err
}

func (c databaseConnection) dialect() *dialect {
	return &dialect{
		named: `SELECT DISTINCT m.article FROM mentions m JOIN articles a ON a.id = m.article
  WHERE lower(m.phrase) = lower(?1) AND (?2 IN ('', a.source) OR a.corrected_by IS NOT NULL)
  UNION SELECT article FROM dateline_corrected WHERE correction IN (SELECT id FROM dateline_corrections WHERE lower(body::json->>'quote') = lower(?1)) ORDER BY 1`,
		later: `to_char(({time} || '')::timestamptz AT TIME ZONE 'UTC' + make_interval(secs => {seconds}), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
	}
}
