package archive

import (
	"crypto/rand"
	"errors"
	"slices"
	"strings"

	"dateline/archive/sqlitefile"
	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs/readervfs"
)

// manyRows is the number of rows from which a transaction adds them in bulk. Turning triggers
// off and on again costs 1 ms, as all statements are then prepared anew; the guards and the
// statement journal that they need cost 4 µs a row, and a statement for each row 4 µs more.
const manyRows = 2000

// rowCount is the number of rows that documents have.
func rowCount(docs []*Packed) (n int) {
	for _, p := range docs {
		for part := range rows.Parts {
			n += len(p.parts[part])
		}
	}
	return n
}

// bulk is how a transaction adds many rows: without triggers, and to a database in memory, of
// which SQLite copies whole rows into the layers. A transaction can do so once, as it can't
// detach a database.
type bulk struct {
	name     string           // of the database
	database *sqlitefile.File // nil once copied
	attached bool
	record   sqlitefile.Record
	scratch  []byte
	texts    texter
}

const (
	// Triggers that others made, as GIS programs do for a spatial index. They must see each row.
	selectForeignTriggers = `SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name NOT GLOB 'dateline_*'`

	attachBulk = `ATTACH ?1 AS bulk`
	detachBulk = `DETACH bulk`
)

// startBulk turns triggers off until rows are deleted or the transaction ends: of Dateline's own
// only the guards see added rows, and these let pass what Dateline adds.
func (w *writer) startBulk() error {
	foreign, err := count(w, selectForeignTriggers)
	if err != nil || foreign > 0 || w.bulk != nil {
		return err
	}
	w.bulk = &bulk{name: rand.Text(), database: w.tables.emptyDatabase()}
	return w.setTriggers(false)
}

func (w *writer) setTriggers(on bool) error {
	_, err := w.conn.Config(sqlite3.DBCONFIG_ENABLE_TRIGGER, on)
	return err
}

// bulkPlaces is the number of the places among the tables of a database for bulk, after the parts.
const bulkPlaces = rows.Parts

// emptyDatabase returns a database with tables for parts and places, without indexes.
func (t *tables) emptyDatabase() *sqlitefile.File {
	var all []sqlitefile.Table
	for _, layer := range append(t.parts[:len(t.parts):len(t.parts)], t.places) {
		all = append(all, sqlitefile.Table{Name: layer.ID, SQL: layer.create(t.version, false)})
	}
	return sqlitefile.New(all...)
}

// addInBulk adds a row to a table of the database in memory; false if it has no room, or there
// is none.
func (w *writer) addInBulk(table int, of *table, number int, r *rows.Row) (added bool, err error) {
	b := w.bulk
	if b == nil || b.database == nil {
		return false, nil
	}
	if err := b.encode(of, r); err != nil {
		return false, err
	}
	if added = b.database.Add(table, int64(number), &b.record); !added && b.database.IsFull(table) {
		err = w.copyBulk()
	}
	return added, err
}

// copyBulk copies the rows in memory into the layers.
func (w *writer) copyBulk() error {
	b := w.bulk
	if b == nil || b.database == nil {
		return nil
	}
	if !b.database.Finish() {
		return errors.New("archive: a page can't hold the schema of the layers")
	}
	readervfs.Create(b.name, b.database)
	b.database = nil
	if err := run(w, attachBulk, "file:"+b.name+"?vfs=reader"); err != nil {
		return err
	}
	b.attached = true
	for _, part := range w.tables.parts {
		sql, err := w.copyRows(part)
		if err != nil {
			return err
		}
		if err := w.conn.Exec(sql); err != nil {
			return err
		}
	}
	return w.conn.Exec(w.tables.places.upsertFrom("bulk"))
}

// copyRows returns the statement that copies the rows of a layer. With all columns, in the same
// order, SQLite need not look into the rows; archives of older versions have them in another.
func (w *writer) copyRows(t *table) (string, error) {
	has, err := columnsOf(w.conn, t.ID)
	if err != nil {
		return "", err
	}
	for i := range has {
		has[i] = sqlite3.QuoteIdentifier(has[i])
	}
	columns := append([]string{`"fid"`, `"geom"`, `"id"`}, t.names(t.written)...)
	from, into := "*", ""
	if !slices.Equal(has, columns) {
		from = strings.Join(columns, ", ")
		into = " (" + from + ")"
	}
	return "INSERT INTO main." + t.ID + into + " SELECT " + from + " FROM bulk." + t.ID, nil
}

// endBulk copies what was added in bulk, and turns triggers on again.
func (w *writer) endBulk() error {
	if w.bulk == nil {
		return nil
	}
	return errors.Join(w.copyBulk(), w.setTriggers(true))
}

// dropBulk ends it after the transaction.
func (w *writer) dropBulk() (err error) {
	b := w.bulk
	if b == nil {
		return nil
	}
	w.bulk = nil
	if b.attached {
		err = w.conn.Exec(detachBulk)
	}
	readervfs.Delete(b.name)
	return errors.Join(err, w.setTriggers(true))
}
