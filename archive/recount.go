package archive

import (
	"strings"

	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

const (
	selectStale = `SELECT place FROM dateline_stale ORDER BY place`
	deletePlace = `DELETE FROM places WHERE id = ?1`
	forgetStale = `DELETE FROM dateline_stale`
)

// recount counts the mentions of places anew of which rows were taken out or edited.
func (b *batch) recount() error {
	if n, err := selectIntegers(b.conn, selectAnyStale, 1); err != nil || n[0] == 0 {
		return err
	}
	if err := b.startEdits(); err != nil {
		return err
	}
	stale, err := b.texts(selectStale)
	if err != nil {
		return err
	}
	mentions := b.tables.parts[rows.Mentions]
	statement, err := prepare(b.conn, `SELECT `+strings.Join(mentions.columns(b.Counted), ", ")+` FROM mentions WHERE place = ?1 ORDER BY fid`)
	if err != nil {
		return err
	}
	defer statement.Close()
	for _, id := range stale {
		if err := b.run(deletePlace, id); err != nil {
			return err
		}
		s, err := b.count(id, statement)
		if s != nil && err == nil {
			err = b.putPlace(s)
		}
		if err != nil {
			return err
		}
	}
	return b.conn.Exec(forgetStale)
}

// count counts the mentions of a place, which a statement selects; nil where there are none.
func (b *batch) count(place string, mentions *sqlite3.Stmt) (*rows.Place, error) {
	if err := mentions.BindText(1, place); err != nil {
		return nil, err
	}
	counted, r := rows.NewPlaces(b.Tables), newRowReader(mentions)
	var m rows.Row
	for r.step() {
		r.columns(b.tables.parts[rows.Mentions], b.Counted, &m)
		counted.Add(&m)
	}
	return counted.Take(place), r.end()
}

// texts returns the first column of all rows that a query gives.
func (w *writer) texts(sql string, values ...string) (all []string, err error) {
	statement, _, err := w.conn.Prepare(sql)
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	for i, v := range values {
		if err := statement.BindText(i+1, v); err != nil {
			return nil, err
		}
	}
	for statement.Step() {
		all = append(all, statement.ColumnText(0))
	}
	return all, statement.Err()
}
