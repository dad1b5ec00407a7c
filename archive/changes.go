package archive

import (
	_ "embed" // changes.sql

	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// changeTables note rows that were deleted or changed, for readers.
//
//go:embed changes.sql
var changeTables string

// changeReader reads which articles have changed.
type changeReader struct {
	last     int           // number of the last change read
	newest   *sqlite3.Stmt // nil in an archive of an older Dateline, which has no changes
	since    *sqlite3.Stmt
	edited   *sqlite3.Stmt
	articles *rowReader
	parts    [rows.Parts]*rowReader
}

const (
	selectNewestChange = `SELECT coalesce(max(seq), 0) FROM dateline_changes`
	selectChanges      = `SELECT article FROM dateline_changes WHERE seq > ? ORDER BY seq`

	// Articles edited in place: removed ones no longer exist, and replaced ones have new rows.
	editedArticles = `(SELECT id FROM articles JOIN dateline_changes ON article = id WHERE seq > ?1 AND fid <= ?2)`
	selectEdited   = `SELECT count(*) FROM ` + editedArticles
)

// prepareChanges prepares the statements; articles selects all of these.
func (l *loader) prepareChanges(articles string) error {
	has, err := columnsOf(l.conn, "dateline_changes")
	if err != nil || len(has) == 0 {
		return err
	}
	c := &l.changes
	for _, s := range []struct {
		to  **sqlite3.Stmt
		sql string
	}{{&c.newest, selectNewestChange}, {&c.since, selectChanges}, {&c.edited, selectEdited}} {
		if *s.to, err = prepare(l.conn, s.sql); err != nil {
			return err
		}
	}
	edited := func(sql, article string) (*rowReader, error) {
		statement, err := prepare(l.conn, sql+` WHERE `+article+` IN `+editedArticles+` ORDER BY fid`)
		if err != nil {
			return nil, err
		}
		return newRowReader(statement), nil
	}
	if c.articles, err = edited(articles, "id"); err != nil {
		return err
	}
	for i, part := range l.tables.parts {
		columns, err := part.selected(l.conn)
		if err != nil {
			return err
		}
		if c.parts[i], err = edited("SELECT "+columns+" FROM "+sqlite3.QuoteIdentifier(part.ID), "article"); err != nil {
			return err
		}
	}
	return nil
}

// readChanges removes from a Sink the articles that changed since the last call, and adds edited
// ones in their present state. On the first reading of an archive the Sink holds none of them.
func (l *loader) readChanges(to Sink) error {
	c := &l.changes
	if c.newest == nil {
		return nil
	}
	newest, err := selectInteger(c.newest)
	if err != nil || newest == c.last {
		return err
	}
	if l.articles.last > 0 {
		if err := l.dropChanged(to); err != nil {
			return err
		}
	}
	c.last = newest
	l.lastPlace = 0 // numbers of places that are no more may have been given again
	return nil
}

func (l *loader) dropChanged(to Sink) error {
	c := &l.changes
	if err := c.since.BindInt(1, c.last); err != nil {
		return err
	}
	for c.since.Step() {
		to.Remove(c.since.ColumnText(0))
	}
	if err := c.since.Reset(); err != nil {
		return err
	}
	if err := bindInts(c.edited, c.last, l.articles.last); err != nil {
		return err
	}
	if edited, err := selectInteger(c.edited); err != nil || edited == 0 {
		return err
	}
	if err := bindInts(c.articles.statement, c.last, l.articles.last); err != nil {
		return err
	}
	if _, err := l.readArticles(c.articles, to); err != nil {
		return err
	}
	for i, part := range c.parts {
		if err := bindInts(part.statement, c.last, l.articles.last); err != nil {
			return err
		}
		if _, err := l.readPart(i, part, to); err != nil {
			return err
		}
	}
	return nil
}

func bindInts(s *sqlite3.Stmt, values ...int) error {
	for i, v := range values {
		if err := s.BindInt(i+1, v); err != nil {
			return err
		}
	}
	return nil
}
