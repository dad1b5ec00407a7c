package archive

import (
	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// manyRows is the number of rows from which a transaction adds them without triggers. Turning
// triggers off and on again costs 1 ms, as all statements are then prepared anew; the guards and
// the statement journal that they need cost 4 µs a row.
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

// selectForeignTriggers counts the triggers that others made, as GIS programs do for a spatial
// index. They must see each row.
const selectForeignTriggers = `SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name NOT GLOB 'dateline_*'`

// startBulk turns triggers off until rows are deleted or the transaction ends: of Dateline's own
// only the guards see added rows, and these let pass what Dateline adds.
func (w *writer) startBulk() error {
	foreign, err := count(w, selectForeignTriggers)
	if err != nil || foreign > 0 {
		return err
	}
	return w.setTriggers(false)
}

func (w *writer) setTriggers(on bool) error {
	w.triggersOff = !on
	_, err := w.conn.Config(sqlite3.DBCONFIG_ENABLE_TRIGGER, on)
	return err
}

// endBulk turns triggers on again if they are off.
func (w *writer) endBulk() error {
	if !w.triggersOff {
		return nil
	}
	return w.setTriggers(true)
}
