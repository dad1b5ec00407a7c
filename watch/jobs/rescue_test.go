package jobs

import (
	"fmt"
	"testing"
)

// TestJobsOfAMissingWorker: the jobs of a worker that is gone are done by another, those of a
// running worker are left to it.
func TestJobsOfAMissingWorker(t *testing.T) {
	s := newSite(t)
	ids := make([]string, together+1)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	if _, err := Reparse(t.Context(), s.archive, ids); err != nil {
		t.Fatal(err)
	}
	here := s.archive.Postgres().Announce(named + "here")
	defer here.Stop()
	for len(s.query(`SELECT 'it' FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2`)) == 0 {
	}
	s.query(`UPDATE river_job SET state = 'running', attempt = 1, attempted_at = now(), attempted_by = ARRAY['dateline-' || CASE jsonb_array_length(args->'articles') WHEN 1 THEN 'gone' ELSE 'here' END]`)
	s.work(func() bool { return s.jobs() == "reparse completed 1, reparse running 1" })
	if fmt.Sprint(s.reparsed) != "[["+ids[together]+"]]" {
		t.Errorf("read again: %v", s.reparsed)
	}
}
