package jobs

import (
	"context"
	"crypto/rand"
	"time"

	"dateline/archive"
	"dateline/archive/postgres"
)

// A worker that is killed leaves jobs that are said to be running. Each worker shows that it
// runs (postgres.Presence); the others make the jobs of one that has been absent for a while
// available again. A worker that lost only its connection is back before that; if not, a job
// may be done twice, of which the second finds the article stored. River does the same for
// any job after watch.AbandonedAfter.

// absence is how long a worker must be absent.
const absence = 15 * time.Second

// named is how the ids of such workers begin.
const named = "dateline-"

func newID() string { return named + rand.Text() }

// holder is the worker that a job is said to be running in.
const holder = `attempted_by[array_upper(attempted_by, 1)]`

// rescuer knows since when which workers have been absent. It is not safe for concurrent use.
type rescuer struct {
	since map[string]time.Time
	next  time.Time // when to check again
}

// selectAbsent selects the workers that running jobs are in, except ?2, that are not present.
const selectAbsent = `SELECT DISTINCT ` + holder + ` FROM river_job WHERE state = 'running' AND ` + holder + ` LIKE ?1 AND ` + holder + ` <> ?2 AND `

// rescue makes the jobs of absent workers available. Unless there are some it writes nothing, for
// which others would have to wait.
func (w *worker) rescue(ctx context.Context, now time.Time) error {
	if now.Before(w.rescuer.next) {
		return nil
	}
	w.rescuer.next = now.Add(w.Absence / 5)
	absent := map[string]time.Time{}
	var gone []string
	err := w.archive.ReadTx(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(selectAbsent+postgres.IsAbsent(holder), named+"%", w.id) {
			if err != nil {
				return err
			}
			id := r.Text(0)
			if absent[id] = now; !w.rescuer.since[id].IsZero() {
				absent[id] = w.rescuer.since[id]
			}
			if now.Sub(absent[id]) >= w.Absence {
				gone = append(gone, id)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.rescuer.since = absent
	if len(gone) == 0 {
		return nil
	}
	return w.archive.WriteTx(ctx, func(tx *archive.Tx) error {
		return tx.Exec(`UPDATE river_job SET state = 'available', scheduled_at = now() WHERE state = 'running' AND `+holder+` = ANY (?1)`, gone)
	})
}
