package watch

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/watch/fetch"
)

// TestRestored: when another archive replaces the one that is watched, that is reported once, the
// new one is followed from then on, and nothing else is reported.
func TestRestored(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.add("/rss", time.Minute)
	backup := filepath.Join(t.TempDir(), "backup.gpkg")
	if err := b.archive.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := sources.Remove(t.Context(), b.archive, b.server.URL+"/rss"); err != nil {
		t.Fatal(err)
	}
	b.watch(time.Hour)
	if _, err := archive.Restore(t.Context(), backup, b.dir, true); err != nil {
		t.Fatal(err)
	}
	b.watch(2 * time.Hour)
	want := "another archive has taken the place of the one before, and is followed now; SITE/rss: 1 new"
	if got := strings.Join(b.said, "; "); got != want || b.titles() != "Morek" {
		t.Errorf("said %q, want %q; has %s", got, want, b.titles())
	}
}

// TestRetry: sources that failed for a temporary reason are due when it is gone, and no others.
func TestRetry(t *testing.T) {
	b := newBench(t)
	b.has("/rss", status(500, ""))
	b.add("/rss", time.Hour)
	b.watch(10 * time.Hour)
	due := b.source("/rss").Due
	for _, c := range []struct {
		reason string
		sooner bool
	}{{fetch.ErrPrivate.Error(), false}, {"answers 500", true}} {
		if err := sources.Retry(t.Context(), b.archive, c.reason, due.Add(-time.Minute)); err != nil {
			t.Fatal(err)
		}
		if got := b.source("/rss").Due; got.Before(due) != c.sooner {
			t.Errorf("%s: due at %v, and was at %v", c.reason, got, due)
		}
	}
}
