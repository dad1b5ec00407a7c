package archive

import (
	"errors"
	"slices"
	"strings"

	"dateline/document/rows"
	"dateline/schema"

	"github.com/ncruces/go-sqlite3"
)

// Each row has a copy of what the gazetteer knows of its place and of the language of its
// article, as of when the row was written, so that rows explain themselves in QGIS and ogr2ogr.
// Dateline itself never reads these copies.

// copier makes these copies. Only a writer uses it.
type copier struct {
	*tables
	known map[string]rows.PlaceNames // what the gazetteer said of places
}

func newCopier(t *tables) *copier { return &copier{t, map[string]rows.PlaceNames{}} }

// copyNames adds to values what the gazetteer knows of their place, if any.
func (c *copier) copyNames(t *rows.Table, values []schema.Value, place string) {
	if c.Model.Known != nil && place != "" {
		t.FillNames(values, c.knownOf(place))
	}
}

func (c *copier) knownOf(place string) rows.PlaceNames {
	names, asked := c.known[place]
	if !asked {
		names = c.Model.Known(place)
		c.known[strings.Clone(place)] = names
	}
	return names
}

const (
	selectCopied = `SELECT copied FROM dateline_archive`
	setCopied    = `UPDATE dateline_archive SET copied = 1`

	// The triggers that note edits, which this is not.
	selectTriggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'dateline_*_edited'`
)

// fillCopies gives rows written before version 9 their copies, if there is a gazetteer.
func (w *writer) fillCopies() (err error) {
	if w.Model.Known == nil {
		return nil
	}
	if n, err := selectIntegers(w.conn, selectCopied, 1); err != nil || n[0] != 0 {
		return err
	}
	transaction, err := w.conn.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	if n, err := selectIntegers(w.conn, selectCopied, 1); err != nil || n[0] != 0 {
		return err // another process was faster
	}
	return w.withoutTriggers(func() error {
		err := errors.Join(w.conn.Exec(beginWriting), w.fillNames(w.tables.places, "id", w.Places.Copied))
		for i, part := range w.Parts {
			layer, ofPlace := w.tables.parts[i], slices.DeleteFunc(slices.Clone(part.Copied), func(i int) bool { return i == part.Language })
			err = errors.Join(err, w.conn.Exec("UPDATE "+layer.ID+" SET language = (SELECT language FROM articles WHERE id = article)"))
			if part.Place >= 0 {
				err = errors.Join(err, w.fillNames(layer, "place", ofPlace))
			}
		}
		return errors.Join(err, w.conn.Exec(setCopied), w.conn.Exec(endWriting))
	})
}

// withoutTriggers calls do while no trigger notes edits.
func (w *writer) withoutTriggers(do func() error) error {
	statement, _, err := w.conn.Prepare(selectTriggers)
	if err != nil {
		return err
	}
	defer statement.Close()
	var drop, make string
	for statement.Step() {
		drop += "DROP TRIGGER " + sqlite3.QuoteIdentifier(statement.ColumnText(0)) + ";"
		make += statement.ColumnText(1) + ";"
	}
	if err := errors.Join(statement.Reset(), w.conn.Exec(drop)); err != nil {
		return err
	}
	return errors.Join(do(), w.conn.Exec(make))
}

// fillNames fills the properties of a layer that the gazetteer knows of the place that a column
// names.
func (w *writer) fillNames(t *table, place string, properties []int) error {
	places, err := texts(w, "SELECT DISTINCT "+place+" FROM "+t.ID+" WHERE "+place+" NOT NULL")
	if err != nil {
		return err
	}
	columns := strings.Join(t.columns(properties)[2:], ", ")
	if err := w.conn.Exec("CREATE TEMP TABLE known (of TEXT PRIMARY KEY, " + columns + ") WITHOUT ROWID"); err != nil {
		return err
	}
	insert, _, err := w.conn.Prepare("INSERT INTO temp.known VALUES (?" + strings.Repeat(", ?", len(properties)) + ")")
	if err != nil {
		return err
	}
	defer insert.Close()
	known, values, copier := newRowWriter(insert), make([]schema.Value, len(t.Properties)), newCopier(w.tables)
	for _, place := range places {
		copier.copyNames(t.Table, values, place)
		known.text(place)
		for _, i := range properties {
			known.value(&t.Properties[i], values[i])
		}
		if err := known.exec(); err != nil {
			return err
		}
	}
	return w.conn.Exec("UPDATE " + t.ID + " SET (" + columns + ") = (SELECT " + columns + " FROM temp.known WHERE of = " + place + "); DROP TABLE temp.known")
}
