package watch

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/corpus/corpustest"
	"dateline/document/rows"
	"dateline/watch/fetch"
	"dateline/watch/listing"
)

func TestRun(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.add("/rss", 15*time.Minute)
	b.watch(50 * time.Minute)
	if got, want := b.intervals("/rss"), "15m 15m 15m"; got != want {
		t.Errorf("asked after %s, want %s", got, want)
	}
	b.has("/rss", write(feed("Idlib", "Morek")))
	b.watch(20 * time.Minute)
	if got, want := b.titles(), "Morek, Idlib"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := strings.Join(titlesOf(t, corpustest.PlainCopy(t, b.dir)), ", "), "Morek, Idlib"; got != want {
		t.Errorf("a plain copy has %s, want %s", got, want)
	}
	s := b.source("/rss")
	if s.Articles != 2 || s.Error != "" || s.Failures != 0 || s.ETag == "" || s.Due != s.Checked.Add(15*time.Minute) || !s.Found.Before(s.Checked) {
		t.Errorf("%+v", s)
	}
	if got, want := strings.Join(b.said, "; "), "SITE/rss: 1 new; SITE/rss: 1 new"; got != want {
		t.Errorf("said %s, want %s", got, want)
	}
}

// A failing source is polled after growing pauses, or when its server allows, but at least once a
// day; its articles are read once it works.
func TestFailures(t *testing.T) {
	b := newBench(t)
	b.has("/rss", status(http.StatusInternalServerError, ""))
	b.add("/rss", time.Hour)
	b.watch(100 * time.Hour)
	if got, want := b.intervals("/rss"), "1h30m 3h0m 6h0m 12h0m 18h0m 18h0m 18h0m 18h0m"; strings.ReplaceAll(got, "m0s", "m") != want {
		t.Errorf("asked after %s, want %s", got, want)
	}
	if s := b.source("/rss"); s.Failures != 9 || !strings.Contains(s.Error, "500") {
		t.Errorf("%+v", s)
	}
	b.has("/rss", write(feed("Morek")))
	b.watch(24 * time.Hour)
	if s := b.source("/rss"); s.Failures != 0 || s.Error != "" || b.titles() != "Morek" {
		t.Errorf("%+v", s)
	}
	b.intervals("/rss")
	b.has("/rss", status(http.StatusTooManyRequests, "36000"))
	b.watch(15 * time.Hour)
	if got, want := b.intervals("/rss"), "10h0m"; !strings.HasPrefix(strings.TrimPrefix(got, "1h0m "), want) {
		t.Errorf("asked after %s, want %s", got, want)
	}
	if want := []string{"SITE/rss: the server answers 500", "SITE/rss: 1 new", "SITE/rss: the server answers 429"}; len(b.said) != len(want) {
		t.Errorf("said %q", b.said)
	}
}

func TestFaults(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("PANIC")))
	b.has("/good", write(feed("Morek")))
	b.add("/rss", time.Hour)
	b.add("/good", time.Hour)
	b.add("/absent", time.Hour)
	b.watch(time.Minute)
	if got := b.titles(); got != "Morek" {
		t.Errorf("%s", got)
	}
	if s := b.source("/rss"); !strings.Contains(s.Error, "a bug in Dateline") {
		t.Errorf("%+v", s)
	}
	if s := b.source("/absent"); !strings.Contains(s.Error, "404") {
		t.Errorf("%+v", s)
	}
}

// An entry whose text has changed is the same article with a newer text, counted once.
func TestEdited(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.add("/rss", time.Hour)
	b.watch(time.Minute)
	b.has("/rss", write(strings.Replace(feed("Morek"), "was shelled", "was not shelled", 1)))
	b.watch(2 * time.Hour)
	if got := b.titles(); got != "Morek" {
		t.Errorf("%s", got)
	}
	if s := b.source("/rss"); s.Articles != 1 {
		t.Errorf("%+v", s)
	}
	b.has("/rss", write(strings.ReplaceAll(feed("Idlib", "Morek"), "was shelled", "was heavily shelled"))) // one is new, of the other there is another text
	b.watch(2 * time.Hour)
	if got, want := strings.Join(b.said, "; "), "SITE/rss: 1 new; SITE/rss: 1 newer text; SITE/rss: 1 new, 1 newer text"; got != want {
		t.Errorf("said %s, want %s", got, want)
	}
}

// A source may be removed while it is polled: nothing of it remains.
func TestRemovedMeanwhile(t *testing.T) {
	b := newBench(t)
	b.has("/rss", func(w http.ResponseWriter, r *http.Request) {
		if err := sources.Remove(context.Background(), b.archive, b.server.URL+"/rss"); err != nil {
			t.Error(err)
		}
		write(feed("Morek"))(w, r)
	})
	b.add("/rss", time.Hour)
	b.watch(time.Minute)
	if all, err := sources.All(t.Context(), b.archive); len(all) != 0 || err != nil || b.titles() != "" {
		t.Errorf("%v %v %s", all, err, b.titles())
	}
}

func TestOnce(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.add("/rss", time.Minute)
	if err := sources.Pause(t.Context(), b.archive, b.server.URL+"/rss", false, b.clock.now); err != nil {
		t.Fatal(err)
	}
	b.clock.end = b.clock.now.Add(time.Hour)
	client := fetch.New(fetch.Options{Allow: local(), Clock: b.clock.clock()})
	defer client.Close()
	c := Config{Archive: b.archive, Read: unparsed, Client: client, Clock: b.clock.clock(), Random: func() float64 { return 0 }, Say: func(string) {}, Once: true}
	if err := Run(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if b.titles() != "Morek" || len(b.asked["/rss"]) != 1 {
		t.Errorf("%s, asked %v", b.titles(), b.asked)
	}
}

// Several processes watch one archive: each article is read once.
func TestSideBySide(t *testing.T) {
	b := newBench(t)
	const feeds, watchers = 12, 3
	for i := range feeds {
		path := fmt.Sprintf("/%d", i)
		b.has(path, write(feed(fmt.Sprintf("Town%d", i))))
		b.add(path, time.Hour)
	}
	var running sync.WaitGroup
	for range watchers {
		running.Go(func() {
			other, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), b.dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer other.Close()
			still := fetch.Clock{Now: func() time.Time { return morning }, Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}
			client := fetch.New(fetch.Options{Allow: local(), Clock: still})
			defer client.Close()
			c := Config{Archive: other, Read: unparsed, Client: client, Clock: still, Random: func() float64 { return 0 }, Say: func(string) {}, Once: true}
			if err := Run(t.Context(), c); err != nil {
				t.Error(err)
			}
		})
	}
	running.Wait()
	for i := range feeds {
		if n := len(b.asked[fmt.Sprintf("/%d", i)]); n != 1 {
			t.Errorf("feed %d was asked for %d times", i, n)
		}
	}
	if n := len(titlesOf(t, b.dir)); n != feeds {
		t.Errorf("%d articles, want %d", n, feeds)
	}
}

func TestFolderSource(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	if _, err := sources.Add(t.Context(), b.archive, sources.Source{Address: filepath.Join(dir, "none"), Kind: "folder", Every: time.Hour, State: sources.State{Due: b.clock.now}}); err != nil {
		t.Fatal(err)
	}
	b.watch(time.Minute)
	all, err := sources.All(t.Context(), b.archive)
	if err != nil || !strings.Contains(all[0].Error, "no such file") {
		t.Errorf("%v %v", all, err)
	}
}

// TestFileBeingWritten: a file written just before a look is read once it has been unchanged for
// long enough, not only at the next look; watching once says so.
func TestFileBeingWritten(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("Morek\n\nShells hit Morek."), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, b.clock.now, b.clock.now); err != nil {
		t.Fatal(err)
	}
	if _, err := sources.Add(t.Context(), b.archive, sources.Source{Address: dir, Kind: "folder", Every: time.Hour, State: sources.State{Due: b.clock.now}}); err != nil {
		t.Fatal(err)
	}
	b.once = true
	b.watch(time.Second)
	if got, want := strings.Join(b.said, "; "), "left for the next poll (1)"; !strings.Contains(got, want) || b.titles() != "" {
		t.Errorf("said %s, and has %q", got, b.titles())
	}
	b.once = false
	b.watch(2 * listing.Settled)
	if got, want := b.titles(), "Morek"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBackoff(t *testing.T) {
	for _, tt := range []struct {
		every    time.Duration
		failures int
		random   float64
		want     time.Duration
	}{
		{time.Minute, 1, 0, time.Minute}, {time.Minute, 1, 1, 2 * time.Minute}, {time.Minute, 3, 1, 8 * time.Minute},
		{time.Minute, 1000, 1, 24 * time.Hour}, {48 * time.Hour, 1, 1, 48 * time.Hour}, {48 * time.Hour, 1, 0, 24 * time.Hour},
	} {
		if got := backoff(tt.every, tt.failures, tt.random); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
	if a, b := spread(time.Hour, 0), spread(time.Hour, 1); a != 54*time.Minute || b != 66*time.Minute {
		t.Errorf("%v %v", a, b)
	}
}

// TestPageWithFeed: the feed of a page is followed, once, unless the source is said to be a page.
func TestPageWithFeed(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	page := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><title>News</title><link rel="alternate" type="application/rss+xml" href="/rss"><p>All quiet in Hama today, they say.`)
	}
	b.has("/", page)
	b.has("/world", page)
	b.add("/", 15*time.Minute)
	b.add("/world", 15*time.Minute)
	b.watch(time.Hour)
	all, err := sources.All(t.Context(), b.archive)
	if err != nil || len(all) != 1 || all[0].Address != b.server.URL+"/rss" || all[0].Kind != "feed" || all[0].Articles != 1 || b.titles() != "Morek" {
		t.Errorf("%+v, %v: %s", all, err, b.titles())
	}
	if said := strings.Join(b.said, "; "); !strings.Contains(said, "SITE/: it links the feed SITE/rss") || !strings.Contains(said, "followed already") {
		t.Error(said)
	}
	pages := []string{b.server.URL + "/", b.server.URL + "/world"}
	if !slices.Equal(all[0].Pages, pages) {
		t.Errorf("in the place of %q, want %q", all[0].Pages, pages)
	}
	again, err := sources.Add(t.Context(), b.archive, sources.Source{Address: pages[1], Every: time.Hour, State: sources.State{Due: b.clock.now}})
	if err != nil || again != (sources.Added{Address: b.server.URL + "/rss"}) {
		t.Errorf("%+v, %v", again, err)
	}
	if _, err := sources.Add(t.Context(), b.archive, sources.Source{Address: b.server.URL + "/", Kind: "page", Every: time.Hour, State: sources.State{Due: b.clock.now}}); err != nil {
		t.Fatal(err)
	}
	b.watch(time.Hour)
	if s := b.source("/"); s.Kind != "page" || s.Checked.IsZero() {
		t.Errorf("%+v", s)
	}
	if s := b.source("/rss"); !slices.Equal(s.Pages, pages[1:]) {
		t.Errorf("in the place of %q, want %q", s.Pages, pages[1:])
	}
	if err := sources.Remove(t.Context(), b.archive, pages[1]); err != nil {
		t.Error(err)
	}
	if all, err := sources.All(t.Context(), b.archive); err != nil || len(all) != 1 || all[0].Kind != "page" {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestPageWithFeedOnce: one poll of a page that links its feed reads the feed too.
func TestPageWithFeedOnce(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.has("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<!doctype html><title>News</title><link rel="alternate" type="application/rss+xml" href="/rss"><p>All quiet in Hama today, they say.`)
	})
	b.add("/", 15*time.Minute)
	b.clock.end = b.clock.now.Add(time.Hour)
	if err := watchFaster(t.Context(), b.dir, b.clock.clock(), true); err != nil || b.titles() != "Morek" {
		t.Errorf("%v: %s", err, b.titles())
	}
}

// TestClockSetBack: a source postponed for years by a fast clock is polled once the clock is right.
func TestClockSetBack(t *testing.T) {
	b := newBench(t)
	b.has("/rss", write(feed("Morek")))
	b.clock.now = morning.AddDate(10, 0, 0)
	b.add("/rss", 15*time.Minute)
	b.watch(time.Minute)
	b.has("/rss", write(feed("Idlib", "Morek")))
	b.clock.now = morning
	b.watch(time.Minute)
	if b.titles() != "Morek, Idlib" {
		t.Error(b.titles())
	}
}
