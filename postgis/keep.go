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
	// Of those who keep the last day one does it at a time.
	lockDay = `LOCK TABLE control, contact IN SHARE UPDATE EXCLUSIVE MODE`

	selectKept = `SELECT m.claims, m.changes, m.day - DATE '1970-01-01', m.rules FROM dateline_made m WHERE m.what = 'control'`
	updateKept = `UPDATE dateline_made SET claims = ?1, changes = ?2, day = DATE '1970-01-01' + ?3::int, articles = ?4, rules = ?5, at = now() WHERE what IN ('control', 'contact')`
	selectLast = `SELECT coalesce(max(fid), 0) FROM articles`

	// dayRules rises when the same events give other rows.
	dayRules = 1
)

// Keep brings the tables of what follows from all events up to date, for who reads the views
// of the database: the incidents, and control and contact of the last day. It does nothing
// if they are.
func (e *Engine) Keep(ctx context.Context) error {
	behind := false
	err := e.db.ReadTx(ctx, func(tx *postgres.Tx) error {
		is, want, err := tellStates(tx)
		behind = is.isBehind(want)
		return err
	})
	if err == nil && behind {
		err = e.TellIncidents(ctx)
	}
	if err != nil {
		return err
	}
	return e.keepDay(ctx)
}

func (e *Engine) keepDay(ctx context.Context) error {
	current := false
	if err := e.db.ReadTx(ctx, func(tx *postgres.Tx) (err error) {
		_, current, err = keptState(tx)
		return err
	}); err != nil || current {
		return err
	}
	return e.db.WriteSnapshotTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Script(lockDay); err != nil {
			return err
		}
		of, current, err := keptState(tx)
		if err != nil || current {
			return err
		}
		made, err := e.readDay(ctx, tx, of.last)
		if err != nil {
			return err
		}
		for _, name := range []string{schema.Control, schema.Contact} {
			if err := e.keepLayer(tx, name, made.layers[name]); err != nil {
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
		return tx.Run(updateKept, int64(of.claims), int64(of.changes), int64(of.last), last, int64(dayRules))
	})
}

// keptState returns the state of the claims and whether the tables are of it.
func keptState(tx *postgres.Tx) (of claimsKey, current bool, err error) {
	of, err = stateOfClaims(tx)
	for c, err := range tx.Rows(selectKept) {
		if err != nil {
			return of, false, err
		}
		is := claimsKey{int(c.Int(0)), int(c.Int(1)), feature.Day(c.Int(2))}
		current = !c.IsNull(2) && c.Int(3) >= dayRules && is == of
	}
	return of, current, err
}

func (e *Engine) keepLayer(tx *postgres.Tx, name string, l *view.Layer) error {
	t := e.tables.Made[name]
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
