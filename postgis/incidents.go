package postgis

import (
	"context"
	"fmt"
	"hash/fnv"
	"sync/atomic"

	"dateline/archive"
	"dateline/archive/postgres"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/schema"
	"dateline/view"
)

// incidentRules rises when the same events give other incidents.
const incidentRules = 1

// tellState says up to where the incidents in the database were made, or could be.
type tellState struct{ rules, articles, changes, stories int }

const (
	selectTold = `SELECT m.rules, m.articles, m.changes, m.stories,
    greatest((SELECT coalesce(max(fid), 0) FROM articles), d.articles), (SELECT coalesce(max(seq), 0) FROM dateline_changes), (SELECT coalesce(max(seq), 0) FROM dateline_stories)
  FROM dateline_made m, dateline_deleted d WHERE m.what = 'incidents'`
	updateTold = `UPDATE dateline_made SET rules = ?1, articles = ?2, changes = ?3, stories = greatest(?4, stories), at = now() WHERE what = 'incidents'`

	// Of those who make incidents anew one does it at a time, and then the next looks what
	// there is. Nobody who reads or stores articles waits for them.
	lockIncidents = `LOCK TABLE incidents IN SHARE UPDATE EXCLUSIVE MODE`
)

func tellStates(tx *postgres.Tx) (is, want tellState, err error) {
	for c, err := range tx.Rows(selectTold) {
		if err != nil {
			return is, want, err
		}
		n := func(i int) int { return int(c.Int(i)) }
		is, want = tellState{n(0), n(1), n(2), n(3)}, tellState{incidentRules, n(4), n(5), n(6)}
	}
	return is, want, nil
}

// isBehind reports whether something came since. Rules of a newer Dateline are as good.
func (s tellState) isBehind(now tellState) bool {
	return s.rules < now.rules || s.articles < now.articles || s.changes < now.changes || s.stories < now.stories
}

// incidentsOf remembers whether the incidents are those of a version, or of a later one. It
// is safe for concurrent use.
type incidentsOf struct{ current atomic.Bool }

// bringUp sees to it that the incidents in the database are those of the version, or of a
// later one.
func (x *incidentsOf) bringUp(ctx context.Context, e *Engine) error {
	if x.current.Load() {
		return nil
	}
	var is, want tellState
	err := look(ctx, e.db, func(tx *postgres.Tx) (err error) {
		is, want, err = tellStates(tx)
		return err
	})
	if err != nil {
		return err
	}
	if is.isBehind(want) {
		_, err = e.telling.Do(ctx, want, func(ctx context.Context) (struct{}, error) { return struct{}{}, e.TellIncidents(ctx) })
		if err != nil {
			return unready(schema.Incidents, err)
		}
	}
	x.current.Store(true)
	return nil
}

// TellIncidents brings the incidents in the database up to all articles that there are: those
// that may have changed are made again, of the events around them.
func (e *Engine) TellIncidents(ctx context.Context) error {
	return e.db.WriteSnapshotTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Script(lockIncidents); err != nil {
			return err
		}
		is, want, err := tellStates(tx)
		if err != nil || !is.isBehind(want) {
			return err
		}
		t := &retelling{Engine: e, tx: tx, table: e.tables.Made[schema.Incidents]}
		if err := t.tell(ctx, is); err != nil {
			return err
		}
		return tx.Run(updateTold, int64(want.rules), int64(want.articles), int64(want.changes), int64(want.stories))
	})
}

// retelling is incidents being made again.
type retelling struct {
	*Engine
	tx    *postgres.Tx
	table *rows.Table
}

// mostTold is of how many articles that have changed the surroundings are looked at: where
// there are more all incidents are made anew.
const mostTold = 2000

const selectToTell = `SELECT article FROM dateline_changes WHERE seq > ?1 UNION SELECT id FROM articles WHERE fid > ?2 UNION SELECT article FROM dateline_stories WHERE seq > ?3 LIMIT ?4`

func (t *retelling) tell(ctx context.Context, since tellState) error {
	if since.rules < incidentRules {
		return t.all(ctx)
	}
	var articles []string
	for c, err := range t.tx.Rows(selectToTell, int64(since.changes), int64(since.articles), int64(since.stories), int64(mostTold+1)) {
		if err != nil {
			return err
		}
		articles = append(articles, c.Text(0))
	}
	if len(articles) > mostTold {
		return t.all(ctx)
	}
	return t.some(ctx, articles)
}

// gather brings events together that a selection has, and returns the incidents that are
// wanted, as records of the table.
func (t *retelling) gather(ctx context.Context, s *selection, wanted func(*view.IncidentRow) bool) (records [][]any, err error) {
	stories := map[string]string{}
	teller := view.NewIncidentBuilder(t.tables, t.names, func(article string) string {
		if of := stories[article]; of != "" {
			return of
		}
		return article
	})
	events, article := t.part(rows.Events), t.tables.Parts[rows.Events].Article
	var fids []int
	in := map[string]bool{}
	for fid, row := range events.numbered(t.tx, s, &err) {
		if err = teller.Add(row); err != nil {
			return nil, err
		}
		fids, in[row.Values[article].Text()] = append(fids, fid), true
		if len(fids)%chunk == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	if err != nil {
		return nil, err
	}
	if err := t.storiesOf(in, stories); err != nil {
		return nil, err
	}
	for told := range teller.All() {
		if !wanted(told) {
			continue
		}
		record, err := t.record(fids[told.Lead], told)
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	return records, nil
}

// storiesOf reads of which stories articles are that have copies.
func (t *retelling) storiesOf(articles map[string]bool, into map[string]string) error {
	var ids []string
	for id := range articles {
		ids = append(ids, id)
	}
	for c, err := range t.tx.Rows(`SELECT article, story FROM dateline_stories WHERE story IS NOT NULL AND article = ANY (?1::text[])`, ids) {
		if err != nil {
			return err
		}
		into[c.Text(0)] = c.Text(1)
	}
	return nil
}

// fields are the columns that record gives values of, the last a checksum of the others.
func (t *retelling) fields() []string {
	return append(archive.ColumnsOf(t.table), "copy", "alone", "told_by", "sum")
}

func (t *retelling) record(fid int, told *view.IncidentRow) ([]any, error) {
	r, err := archive.ValuesOf(t.table, fid, &told.Row)
	r = append(r, told.Copy, told.Alone, told.Articles)
	h := fnv.New64a()
	fmt.Fprint(h, r...)
	return append(r, int64(h.Sum64())), err
}

func (t *retelling) add(records [][]any) error {
	if len(records) == 0 {
		return nil
	}
	return t.tx.Copy(schema.Incidents, t.fields(), records)
}

// mostHeld is about how many events are held while incidents are made.
const mostHeld = 20_000

// all makes all incidents anew, some days at a time.
func (t *retelling) all(ctx context.Context) error {
	if err := t.tx.Script(`DELETE FROM incidents`); err != nil {
		return err
	}
	if err := t.eachStretch(ctx, func(feature.Day) bool { return true }); err != nil {
		return err
	}
	return t.undated(ctx)
}

// eachStretch makes the incidents again that begin on some days.
func (t *retelling) eachStretch(ctx context.Context, of func(feature.Day) bool) error {
	stretches, err := t.stretches(of)
	for i := 0; i < len(stretches) && err == nil; i++ {
		err = t.stretch(ctx, stretches[i])
	}
	return err
}

// stretches divides some days of events into stretches of as many events as can be held.
func (t *retelling) stretches(of func(feature.Day) bool) (all []feature.Days, err error) {
	n, apart := 0, true // whether a stretch begins with the next day
	for c, err := range t.tx.Rows(`SELECT date - DATE '1970-01-01', count(*) FROM events WHERE date IS NOT NULL AND date_precision = 'day' GROUP BY 1
  UNION SELECT date - DATE '1970-01-01', 0 FROM incidents WHERE date_precision = 'day' ORDER BY 1, 2 DESC`) {
		if err != nil {
			return nil, err
		}
		day := feature.Day(c.Int(0))
		if !of(day) {
			apart = true
			continue
		}
		if n += int(c.Int(1)); apart || n > t.held {
			apart = false
			n, all = int(c.Int(1)), append(all, feature.Days{First: day, Known: true})
		}
		all[len(all)-1].Last = day
	}
	return all, nil
}
