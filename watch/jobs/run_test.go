package jobs

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/archive/sources"
	"dateline/archive/subscriptions"
)

// TestPages: the entries of a feed are read from their pages, by jobs that end when the page is
// stored; a page that can't be fetched is tried three times, and then its teaser is stored.
func TestPages(t *testing.T) {
	s := newSite(t)
	s.has("/feed", s.teasers("Morek", "Hama", "Idlib"))
	s.has("/Morek", pageOf("Morek"))
	s.has("/Hama", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	s.follow("/feed", time.Hour)
	s.work(func() bool {
		return s.jobs() == "page completed 2, page retryable 1, poll completed 1" // /Idlib does not exist, which is permanent
	})
	if got := s.titles(); fmt.Sprint(got) != "[Idlib Morek]" {
		t.Errorf("%v", got)
	}
	if got := s.source(); got.Waiting != 1 || !strings.Contains(got.Notes, "502") || got.Articles != 2 || got.Status() != "well" {
		t.Errorf("%+v", got)
	}
	s.query(`UPDATE river_job SET state = 'available', scheduled_at = now() WHERE state = 'retryable'`)
	s.work(func() bool {
		return s.query(`SELECT array_length(errors, 1) FROM river_job WHERE state = 'retryable'`) != nil && s.jobs() == "page completed 2, page retryable 1, poll completed 1" && s.query(`SELECT max(array_length(errors, 1)) FROM river_job`)[0] == "2"
	})
	s.query(`UPDATE river_job SET state = 'available', scheduled_at = now() WHERE state = 'retryable'`)
	s.work(func() bool { return s.jobs() == "page completed 3, poll completed 1" })
	if got := s.titles(); fmt.Sprint(got) != "[Hama Idlib Morek]" {
		t.Errorf("%v", got)
	}
	if got := s.source(); got.Waiting != 0 || got.Articles != 3 {
		t.Errorf("%+v", got)
	}
}

// TestPanic: a page whose reading panics is done with, and reported.
func TestPanic(t *testing.T) {
	s := newSite(t)
	s.has("/feed", s.teasers("PANIC"))
	s.has("/PANIC", pageOf("PANIC"))
	s.follow("/feed", time.Hour)
	s.work(func() bool { return s.jobs() == "page completed 1, poll completed 1" })
	if got := strings.Join(s.said, "\n"); !strings.Contains(got, "a bug in Dateline") || len(s.titles()) != 0 {
		t.Errorf("%s", got)
	}
}

// TestDatabaseReturns: a worker reports that the database is unavailable, and that it is available
// again.
func TestDatabaseReturns(t *testing.T) {
	s := newSite(t)
	says := func(what string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return slices.ContainsFunc(s.said, func(line string) bool { return strings.HasSuffix(line, what) })
	}
	s.has("/feed", s.teasers("Morek"))
	s.has("/Morek", pageOf("Morek"))
	s.follow("/feed", time.Hour)
	var open func()
	s.work(func() bool {
		switch {
		case open == nil && s.jobs() == "page completed 1, poll completed 1":
			open = postgrestest.Shut(t, s.archive.Postgres().Address())
		case open != nil && says("nothing is done until it can be used"):
			open()
			open = func() {}
		}
		return says("can be used again; work goes on")
	})
}

// TestRemoved: pages of a deleted source are not read.
func TestRemoved(t *testing.T) {
	s := newSite(t)
	s.has("/feed", s.teasers("Morek"))
	s.follow("/feed", time.Hour)
	s.query(`INSERT INTO dateline_hosts VALUES ('` + strings.TrimPrefix(s.server.URL, "http://") + `', now() + interval '1 hour')`)
	s.work(func() bool { return s.jobs() == "page scheduled 1, poll completed 1" })
	if err := sources.Remove(t.Context(), s.archive, s.server.URL+"/feed"); err != nil {
		t.Fatal(err)
	}
	s.query(`UPDATE river_job SET state = 'available', scheduled_at = now() WHERE state = 'scheduled'`)
	s.work(func() bool { return s.jobs() == "page cancelled 1, poll completed 1" })
	if slices.Contains(s.asked, "/Morek") {
		t.Error("its page was asked for")
	}
}

// TestPacing: pages of a host are queued at its interval, across sources, and new items before old
// ones.
func TestPacing(t *testing.T) {
	s := newSite(t)
	s.has("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nCrawl-delay: 60\n") })
	s.has("/feed", s.teasers("Morek", "Hama", "Idlib"))
	s.follow("/feed", time.Hour)
	s.work(func() bool { return strings.Contains(s.jobs(), "poll completed 1") })
	got := s.query(`SELECT round(extract(epoch FROM max(scheduled_at) - min(scheduled_at)))::bigint FROM river_job WHERE kind = 'page'`)
	if fmt.Sprint(got) != "[120]" {
		t.Errorf("%v seconds, want 120", got)
	}
	if got := s.query(`SELECT DISTINCT priority FROM river_job WHERE kind = 'page'`); fmt.Sprint(got) != fmt.Sprint([]int{ofBackfill}) {
		t.Errorf("priority %v", got)
	}
}

// TestCopy: pages that were still to be read are not marked as read in a copy to a folder.
func TestCopy(t *testing.T) {
	s := newSite(t)
	s.has("/feed", s.teasers("Morek", "Hama"))
	s.has("/Morek", pageOf("Morek"))
	s.has("/Hama", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	s.follow("/feed", time.Hour)
	s.work(func() bool { return s.jobs() == "page completed 1, page retryable 1, poll completed 1" })
	folder := open(t, t.TempDir())
	if _, err := archive.Copy(t.Context(), s.archive, folder, nil, sources.Copy); err != nil {
		t.Fatal(err)
	}
	seen := 0
	err := folder.ReadTx(t.Context(), func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`SELECT count(*) FROM dateline_seen`) {
			if err != nil {
				return err
			}
			seen = int(r.Int(0))
		}
		return nil
	})
	if err != nil || seen != 1 {
		t.Errorf("%d seen, want 1; %v", seen, err)
	}
}

// TestTell: subscribers are called.
func TestTell(t *testing.T) {
	s := newSite(t)
	var calls atomic.Int32
	s.has("/hook", func(http.ResponseWriter, *http.Request) { calls.Add(1) })
	err := subscriptions.Add(t.Context(), s.archive, subscriptions.Subscription{
		Name: "desk", Collection: "articles", Address: s.server.URL + "/hook", Secret: "whsec_", Every: time.Hour, Due: time.Now(),
	})
	if err != nil {
		t.Fatal(err)
	}
	s.has("/feed", s.teasers("Morek"))
	s.has("/Morek", pageOf("Morek"))
	s.follow("/feed", time.Hour)
	s.work(func() bool { return calls.Load() > 0 && strings.Contains(s.jobs(), "notify completed 1") })
	if n := calls.Load(); n != 1 {
		t.Errorf("%d calls", n)
	}
}

// TestReparse: a reparse is queued in batches, without duplicates.
func TestReparse(t *testing.T) {
	s := newSite(t)
	ids := make([]string, together+1)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	for _, want := range []int{2, 0} {
		if n, err := Reparse(t.Context(), s.archive, ids); n != want || err != nil {
			t.Errorf("%d jobs, %v; want %d", n, err, want)
		}
	}
	s.work(func() bool { return s.jobs() == "reparse completed 2" })
	var got []string
	for _, some := range s.reparsed {
		got = append(got, some...)
	}
	if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(ids))) {
		t.Errorf("%v", got)
	}
}

// TestFolder: a folder has no jobs.
func TestFolder(t *testing.T) {
	a := open(t, t.TempDir())
	if err := workOn(t.Context(), a, nil, nil); !errors.Is(err, errNoDatabase) {
		t.Error(err)
	}
	if _, err := Reparse(t.Context(), a, []string{"1"}); !errors.Is(err, errNoDatabase) {
		t.Error(err)
	}
}

// TestKindsOfEarlierVersions: jobs that were queued under an earlier name are done.
func TestKindsOfEarlierVersions(t *testing.T) {
	s := newSite(t)
	if _, err := Reparse(t.Context(), s.archive, []string{"one"}); err != nil {
		t.Fatal(err)
	}
	s.query(`UPDATE river_job SET kind = 'reread'`)
	s.query(`INSERT INTO river_job (kind, args, max_attempts) VALUES ('look', '{"source": 7}', 1), ('tell', '{"subscription": 7}', 1)`)
	s.work(func() bool { return s.jobs() == "look completed 1, reread completed 1, tell completed 1" })
	if fmt.Sprint(s.reparsed) != "[[one]]" {
		t.Errorf("read again: %v", s.reparsed)
	}
}
