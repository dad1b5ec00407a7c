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

// incidentRules is incremented when a change of code gives other incidents for the same events.
const incidentRules = 1

// incidentState is the newest input of the incidents in the database, as fids and change numbers.
type incidentState struct{ rules, articles, changes, stories int }

const (
	selectIncidentState = `SELECT m.rules, m.articles, m.changes, m.stories,
    greatest((SELECT coalesce(max(fid), 0) FROM articles), d.articles), (SELECT coalesce(max(seq), 0) FROM dateline_changes), (SELECT coalesce(max(seq), 0) FROM dateline_stories)
  FROM dateline_made m, dateline_deleted d WHERE m.what = 'incidents'`
	updateIncidentState = `UPDATE dateline_made SET rules = ?1, articles = ?2, changes = ?3, stories = greatest(?4, stories), at = now() WHERE what = 'incidents'`

	// Processes take turns computing incidents; each starts from the state that the one before it
	// left. Readers, and writers of articles, do not wait for them.
	lockIncidents = `LOCK TABLE incidents IN SHARE UPDATE EXCLUSIVE MODE`
)

// readIncidentState returns the state of the incidents in the database and that of the articles.
func readIncidentState(tx *postgres.Tx) (is, want incidentState, err error) {
	for c, err := range tx.Rows(selectIncidentState) {
		if err != nil {
			return is, want, err
		}
		n := func(i int) int { return int(c.Int(i)) }
		is, want = incidentState{n(0), n(1), n(2), n(3)}, incidentState{incidentRules, n(4), n(5), n(6)}
	}
	return is, want, nil
}

// isBehind reports whether there is newer input. Rules of a newer Dateline count as current.
func (s incidentState) isBehind(now incidentState) bool {
	return s.rules < now.rules || s.articles < now.articles || s.changes < now.changes || s.stories < now.stories
}

// incidentCheck caches that the incidents are at least as new as a version. It is safe for
// concurrent use.
type incidentCheck struct{ current atomic.Bool }

// ensure refreshes the incidents in the database if they are older than the version.
func (x *incidentCheck) ensure(ctx context.Context, e *Engine) error {
	if x.current.Load() {
		return nil
	}
	var is, want incidentState
	err := readTx(ctx, e.db, func(tx *postgres.Tx) (err error) {
		is, want, err = readIncidentState(tx)
		return err
	})
	if err != nil {
		return err
	}
	if is.isBehind(want) {
		_, err = e.refreshing.Do(ctx, want, func(ctx context.Context) (struct{}, error) { return struct{}{}, e.RefreshIncidents(ctx) })
		if err != nil {
			return notReady(schema.Incidents, err)
		}
	}
	x.current.Store(true)
	return nil
}

// RefreshIncidents updates the incidents in the database. It computes those that changed articles
// can affect, from the events around them.
func (e *Engine) RefreshIncidents(ctx context.Context) error {
	return e.db.WriteSnapshotTx(ctx, func(tx *postgres.Tx) error {
		if err := tx.Script(lockIncidents); err != nil {
			return err
		}
		is, want, err := readIncidentState(tx)
		if err != nil || !is.isBehind(want) {
			return err
		}
		t := &incidentRefresh{Engine: e, tx: tx, table: e.tables.Derived[schema.Incidents]}
		if err := t.run(ctx, is); err != nil {
			return err
		}
		return tx.Run(updateIncidentState, int64(want.rules), int64(want.articles), int64(want.changes), int64(want.stories))
	})
}

// incidentRefresh recomputes incidents within a transaction.
type incidentRefresh struct {
	*Engine
	tx    *postgres.Tx
	table *rows.Table
}

// maxChangedArticles is how many changed articles are followed up one by one. After more changes
// all incidents are recomputed.
const maxChangedArticles = 2000

const selectChangedArticles = `SELECT article FROM dateline_changes WHERE seq > ?1 UNION SELECT id FROM articles WHERE fid > ?2 UNION SELECT article FROM dateline_stories WHERE seq > ?3 LIMIT ?4`

func (t *incidentRefresh) run(ctx context.Context, since incidentState) error {
	if since.rules < incidentRules {
		return t.all(ctx)
	}
	var articles []string
	for c, err := range t.tx.Rows(selectChangedArticles, int64(since.changes), int64(since.articles), int64(since.stories), int64(maxChangedArticles+1)) {
		if err != nil {
			return err
		}
		articles = append(articles, c.Text(0))
	}
	if len(articles) > maxChangedArticles {
		return t.all(ctx)
	}
	return t.affected(ctx, articles)
}

// group groups the selected events into incidents, and returns the wanted ones as records of the
// table.
func (t *incidentRefresh) group(ctx context.Context, s *selection, wanted func(*view.IncidentRow) bool) (records [][]any, err error) {
	stories := map[string]string{}
	builder := view.NewIncidentBuilder(t.tables, t.names, func(article string) string {
		if of := stories[article]; of != "" {
			return of
		}
		return article
	})
	events, article := t.part(rows.Events), t.tables.Parts[rows.Events].Article
	var fids []int
	in := map[string]bool{}
	for fid, row := range events.byFid(t.tx, s, &err) {
		if err = builder.Add(row); err != nil {
			return nil, err
		}
		fids, in[row.Values[article].Text()] = append(fids, fid), true
		if len(fids)%batchRows == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	if err != nil {
		return nil, err
	}
	if err := t.storiesOf(in, stories); err != nil {
		return nil, err
	}
	for incident := range builder.All() {
		if !wanted(incident) {
			continue
		}
		record, err := t.record(fids[incident.Lead], incident)
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	return records, nil
}

// storiesOf reads the stories of articles that have copies.
func (t *incidentRefresh) storiesOf(articles map[string]bool, into map[string]string) error {
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

// fields are the columns of a record; the last is a checksum of the others.
func (t *incidentRefresh) fields() []string {
	return append(archive.ColumnsOf(t.table), "copy", "alone", "told_by", "sum")
}

func (t *incidentRefresh) record(fid int, incident *view.IncidentRow) ([]any, error) {
	r, err := archive.ValuesOf(t.table, fid, &incident.Row)
	r = append(r, incident.Copy, incident.Alone, incident.Articles)
	h := fnv.New64a()
	fmt.Fprint(h, r...)
	return append(r, int64(h.Sum64())), err
}

func (t *incidentRefresh) add(records [][]any) error {
	if len(records) == 0 {
		return nil
	}
	return t.tx.Copy(schema.Incidents, t.fields(), records)
}

// maxEvents is roughly how many events are in memory while incidents are computed.
const maxEvents = 20_000

// all recomputes all incidents, in batches of days.
func (t *incidentRefresh) all(ctx context.Context) error {
	if err := t.tx.Script(`DELETE FROM incidents`); err != nil {
		return err
	}
	if err := t.eachBatch(ctx, func(feature.Day) bool { return true }); err != nil {
		return err
	}
	return t.undated(ctx)
}

// eachBatch recomputes the incidents that begin on the days for which of is true.
func (t *incidentRefresh) eachBatch(ctx context.Context, of func(feature.Day) bool) error {
	batches, err := t.batches(of)
	for i := 0; i < len(batches) && err == nil; i++ {
		err = t.replaceDays(ctx, batches[i])
	}
	return err
}

// batches divides the days for which of is true into ranges of at most maxEvents events, or of
// one day.
func (t *incidentRefresh) batches(of func(feature.Day) bool) (all []feature.Days, err error) {
	n, apart := 0, true // whether the next day begins a range
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
		if n += int(c.Int(1)); apart || n > t.maxEvents {
			apart = false
			n, all = int(c.Int(1)), append(all, feature.Days{First: day, Known: true})
		}
		all[len(all)-1].Last = day
	}
	return all, nil
}
