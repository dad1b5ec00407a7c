package archive

import (
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

const selectIndexes = `SELECT replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON '), c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = ?1::text::regclass AND NOT i.indisprimary ORDER BY c.relname`

// fill drops the indexes of mentions, fronts and events until index creates them again: at the end,
// for all rows at once, that takes a third of the time. Readers of these layers wait meanwhile.
func (w *databaseWriter) fill() error {
	var drop []string
	for _, part := range w.tables.parts {
		for r, err := range w.rows(selectIndexes, part.ID) {
			if err != nil {
				return err
			}
			w.indexes = append(w.indexes, r.Text(0))
			drop = append(drop, sqlite3.QuoteIdentifier(r.Text(1)))
		}
	}
	return w.tx.Run("DROP INDEX " + strings.Join(drop, ", "))
}

// index creates what fill dropped, and updates the planner's statistics.
func (w *databaseWriter) index() error {
	made := w.indexes
	w.indexes = nil
	if len(made) == 0 {
		return nil
	}
	for _, sql := range slices.Concat(made, []string{"ANALYZE mentions, fronts, events, articles, places"}) {
		if err := w.tx.Run(sql); err != nil {
			return err
		}
	}
	return nil
}
