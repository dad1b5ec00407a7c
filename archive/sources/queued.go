package sources

import (
	"strconv"

	"dateline/archive"
)

// isQueued selects article pages that workers have yet to read (watch/jobs).
const isQueued = `kind = 'page' AND state IN ('available', 'retryable', 'running', 'scheduled')`

// addQueued adds queued pages to what waits of their sources, and the errors of those to be
// retried.
func addQueued(tx *archive.Tx, all []Source) error {
	if tx.Postgres() == nil {
		return nil
	}
	at := map[int64]*Source{}
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	for r, err := range tx.Rows(`SELECT (args->>'source')::bigint, count(*),
		array_to_string((array_agg(errors[array_upper(errors, 1)]->>'error' ORDER BY id) FILTER (WHERE state = 'retryable'))[1:20], E'\n')
		FROM river_job WHERE ` + isQueued + ` GROUP BY 1`) {
		if err != nil {
			return err
		}
		s := at[r.Int(0)]
		if s == nil {
			continue
		}
		s.Waiting += int(r.Int(1))
		if s.Notes != "" && r.Text(2) != "" {
			s.Notes += "\n"
		}
		s.Notes += r.Text(2)
	}
	return nil
}

// forgetQueued forgets the queued pages, so that a process without a queue finds them again.
func forgetQueued(from, to *archive.Tx) error {
	if from.Postgres() == nil {
		return nil
	}
	for r, err := range from.Rows(`SELECT (args->>'source')::bigint, left(args->>'key', 16) FROM river_job WHERE ` + isQueued + ` ORDER BY id`) {
		if err != nil {
			return err
		}
		key, err := strconv.ParseUint(r.Text(1), 16, 64)
		if err == nil {
			err = to.Exec(`DELETE FROM dateline_seen WHERE source = ? AND key = ?`, r.Int(0), int64(key))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
