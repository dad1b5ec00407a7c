package archive

import (
	"fmt"
	"strings"

	"dateline/document/rows"
)

func (w *databaseWriter) putKey(key, article string) error {
	if w.keys = append(w.keys, []any{key, article}); len(w.keys) < mostKept {
		return nil
	}
	return w.flush()
}

// lacking asks about all of them in one query.
func (w *databaseWriter) lacking(ids, keys []string) (l lacking, err error) {
	if l.ids, err = w.without(ids, `SELECT id FROM articles WHERE id = ANY (?1) UNION ALL SELECT article FROM dateline_removed WHERE article = ANY (?1)`); err != nil {
		return lacking{}, err
	}
	l.keys, err = w.without(keys, `SELECT key FROM dateline_keys WHERE key = ANY (?1)`)
	return l, err
}

// without returns the texts that a query about them does not return.
func (w *databaseWriter) without(these []string, query string) (map[string]bool, error) {
	left := make(map[string]bool, len(these))
	for _, s := range these {
		left[s] = true
	}
	there, err := texts(w, query, these)
	for _, s := range there {
		delete(left, s)
	}
	return left, err
}

func (w *databaseWriter) putPlace(r *rows.Row) error {
	row, err := w.places.record(int64(len(w.counted)), r)
	w.counted = append(w.counted, row)
	return err
}

// fewPlaces is up to how many places are merged one by one instead of through a table.
const fewPlaces = 8

// mergePlaces stores the counted places.
func (w *databaseWriter) mergePlaces() error {
	counted := w.counted
	w.counted = nil
	if len(counted) <= fewPlaces {
		for _, row := range counted {
			if err := w.tx.Run(w.places.upsertInDatabase(), row[1:]...); err != nil {
				return err
			}
		}
		return nil
	}
	if err := w.tx.Run(`CREATE TEMP TABLE IF NOT EXISTS dateline_counted (LIKE places) ON COMMIT DELETE ROWS`); err != nil {
		return err
	}
	if err := w.copyRows("dateline_counted", w.places.fields(), &counted); err != nil {
		return err
	}
	for _, sql := range w.places.mergeInDatabase("dateline_counted") {
		if err := w.tx.Run(sql); err != nil {
			return err
		}
	}
	return w.tx.Run(`DELETE FROM dateline_counted`)
}

// upsertInDatabase stores a row, or merges it into the row with its id, as upsert does.
func (t *table) upsertInDatabase() string {
	columns := t.columns(t.written)
	return fmt.Sprintf("INSERT INTO %[1]s (fid, %[2]s) VALUES ((SELECT coalesce(max(fid), 0) + 1 FROM %[1]s)%[3]s) ON CONFLICT (id) DO UPDATE SET %[4]s",
		t.ID, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)), t.mergedInDatabase("excluded"))
}

// mergeInDatabase is upsertInDatabase for the rows of another table in order of their fids; new
// ones get the next fids.
func (t *table) mergeInDatabase(from string) []string {
	columns := t.columns(t.written)
	return []string{
		fmt.Sprintf("UPDATE %[1]s SET %[2]s FROM %[3]s n WHERE n.id = %[1]s.id", t.ID, t.mergedInDatabase("n"), from),
		fmt.Sprintf("INSERT INTO %[1]s (fid, %[2]s) SELECT (SELECT coalesce(max(fid), 0) FROM %[1]s) + row_number() OVER (ORDER BY n.fid), n.%[3]s FROM %[4]s n"+
			" WHERE NOT EXISTS (SELECT 1 FROM %[1]s t WHERE t.id = n.id) ORDER BY n.fid", t.ID, strings.Join(columns, ", "), strings.Join(columns, ", n."), from),
	}
}

// mergedInDatabase is merged for PostgreSQL.
func (t *table) mergedInDatabase(from string) string {
	return t.merged(from, "least(%s, %s)", "greatest(%s, %s)")
}
