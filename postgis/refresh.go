package postgis

import (
	"context"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/feature"
	"dateline/schema"
	"dateline/view"
)

const (
	// Processes take turns refreshing the last day.
	lockDay = `LOCK TABLE control, contact IN SHARE UPDATE EXCLUSIVE MODE`

	selectDayState = `SELECT m.claims, m.changes, m.day - DATE '1970-01-01', m.rules FROM dateline_made m WHERE m.what = 'control'`
	updateDayState = `UPDATE dateline_made SET claims = ?1, changes = ?2, day = DATE '1970-01-01' + ?3::int, articles = ?4, rules = ?5, at = now() WHERE what IN ('control', 'contact')`
	selectLast     = `SELECT coalesce(max(fid), 0) FROM articles`

	// dayRules is incremented when a change of code gives other rows for the same events.
	dayRules = 1
)

// Refresh updates the derived collections, for SQL clients of the database's views: the incidents,
// and control and contact of the last day. It does nothing if they are current.
func (e *Engine) Refresh(ctx context.Context) error {
	behind := false
	err := e.db.ReadTx(ctx, func(tx *postgres.Tx) error {
		is, want, err := readIncidentState(tx)
		behind = is.isBehind(want)
		return err
	})
	if err == nil && behind {
		err = e.RefreshIncidents(ctx)
	}
	if err != nil {
		return err
	}
	return e.refreshDay(ctx)
}

func (e *Engine) refreshDay(ctx context.Context) error {
	current := false
	if err := e.db.ReadTx(ctx, func(tx *postgres.Tx) (err error) {
		_, current, err = dayState(tx)
		return err
	}); err != nil || current {
		return err
	}
	return e.db.WriteSnapshotTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Script(lockDay); err != nil {
			return err
		}
		of, current, err := dayState(tx)
		if err != nil || current {
			return err
		}
		made, err := e.readDay(ctx, tx, of.last)
		if err != nil {
			return err
		}
		for _, name := range []string{schema.Control, schema.Contact} {
			if err := e.replaceLayer(tx, name, made.layers[name]); err != nil {
				return err
			}
		}
		last := int64(0)
		for c, err := range tx.Rows(selectLast) {
			if err != nil {
				return err
			}
			last = c.Int(0)
		}
		return tx.Run(updateDayState, int64(of.claims), int64(of.changes), int64(of.last), last, int64(dayRules))
	})
}

// dayState returns the state of the claims, and whether the tables were computed from it.
func dayState(tx *postgres.Tx) (of claimsState, current bool, err error) {
	of, err = readClaimsState(tx)
	for c, err := range tx.Rows(selectDayState) {
		if err != nil {
			return of, false, err
		}
		is := claimsState{int(c.Int(0)), int(c.Int(1)), feature.Day(c.Int(2))}
		current = !c.IsNull(2) && c.Int(3) >= dayRules && is == of
	}
	return of, current, err
}

func (e *Engine) replaceLayer(tx *postgres.Tx, name string, l *view.Layer) error {
	t := e.tables.Derived[name]
	var records [][]any
	for r := range l.Rows(t) {
		record, err := archive.ValuesOf(t, len(records)+1, r)
		if err != nil {
			return err
		}
		records = append(records, record)
	}
	if err := tx.Script("DELETE FROM " + quoted(name)); err != nil {
		return err
	}
	return tx.Copy(name, archive.ColumnsOf(t), records)
}
