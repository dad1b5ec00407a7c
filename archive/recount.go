package archive

import (
	"dateline/document/rows"
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
	counted, err := b.countStale()
	if err != nil {
		return err
	}
	stale, err := b.texts(selectStale)
	if err != nil {
		return err
	}
	for _, id := range stale {
		if err := b.run(deletePlace, id); err != nil {
			return err
		}
		if s := counted.Take(id); s != nil {
			if err := b.putPlace(s); err != nil {
				return err
			}
		}
	}
	return b.conn.Exec(forgetStale)
}

// countStale counts the mentions that there are of stale places.
func (b *batch) countStale() (*rows.Places, error) {
	columns, err := b.tables.parts[rows.Mentions].selected(b.conn)
	if err != nil {
		return nil, err
	}
	statement, _, err := b.conn.Prepare(`SELECT ` + columns + ` FROM mentions WHERE place IN (` + selectStale + `) ORDER BY fid`)
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	counted, r := rows.NewPlaces(b.tables.Tables), newRowReader(statement)
	var m rows.Row
	for r.step() {
		r.integer()
		r.row(b.tables.parts[rows.Mentions], &m)
		counted.Add(&m)
	}
	return counted, r.end()
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
