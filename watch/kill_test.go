package watch

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/document/rows"
	"dateline/watch/fetch"
)

// childFolder names the archive that this program, started again by TestKill, watches until it is
// killed, and childStart when its clock began to run faster.
const (
	childFolder = "DATELINE_WATCH_TEST_FOLDER"
	childStart  = "DATELINE_WATCH_TEST_START"
)

const (
	kills      = 24
	killFeeds  = 6
	killFaster = 3600 // an hour passes in a second
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		if err := watchUntilKilled(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// faster returns a clock that runs so many times faster than the system's.
func faster(since time.Time, factor int) fetch.Clock {
	system := fetch.System()
	return fetch.Clock{
		Now:   func() time.Time { return since.Add(time.Since(since) * time.Duration(factor)) },
		Sleep: func(ctx context.Context, d time.Duration) error { return system.Sleep(ctx, d/time.Duration(factor)) },
	}
}

func watchUntilKilled(dir string) error {
	nanoseconds, err := strconv.ParseInt(os.Getenv(childStart), 10, 64)
	if err != nil {
		return err
	}
	return watchFaster(context.Background(), dir, faster(time.Unix(0, nanoseconds), killFaster), false)
}

func watchFaster(ctx context.Context, dir string, clock fetch.Clock, once bool) error {
	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), dir)
	if err != nil {
		return err
	}
	defer a.Close()
	client := fetch.New(fetch.Options{Allow: local(), Clock: clock})
	defer client.Close()
	say := func(s string) { fmt.Println(s) }
	return Run(ctx, Config{Archive: a, Read: unparsed, Client: client, Clock: clock, Random: rand.Float64, Say: say, Workers: 4, Interval: time.Minute, Once: once})
}

// growing are feeds with one more article whenever they are requested, every other one a teaser.
// They list all articles so far.
type growing struct {
	mu    sync.Mutex
	ended bool
	feeds [killFeeds]int // how many articles each has
	bench *bench
}

func (g *growing) serve() {
	for i := range killFeeds {
		g.bench.has(fmt.Sprintf("/%d", i), func(w http.ResponseWriter, r *http.Request) {
			g.mu.Lock()
			if !g.ended {
				g.feeds[i]++
			}
			n := g.feeds[i]
			g.mu.Unlock()
			var items strings.Builder
			for k := n - 1; k >= 0; k-- {
				title, body, link := titleOf(i, k), "", ""
				if body = text(title); k%2 == 0 {
					body, link = "was shelled …", fmt.Sprintf("<link>%s/page</link>", g.bench.server.URL+"/"+strconv.Itoa(i)+"/"+strconv.Itoa(k))
				}
				fmt.Fprintf(&items, `<item><title>%s</title><guid>%s</guid>%s<description>%s</description></item>`, title, title, link, body)
			}
			write(`<rss version="2.0"><channel><title>Example News</title>`+items.String()+`</channel></rss>`)(w, r)
		})
	}
}

func titleOf(feed, article int) string { return fmt.Sprintf("Town%d of %d", article, feed) }

// titles returns those of all articles that there were.
func (g *growing) titles() []string {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ended = true
	var all []string
	for i, n := range g.feeds {
		for k := range n {
			all = append(all, titleOf(i, k))
		}
	}
	slices.Sort(all)
	return all
}

// A watch that is killed at any moment loses no article and stores none twice.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and other processes")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	b, start := newBench(t), time.Now()
	g := &growing{bench: b}
	g.serve()
	b.otherwise(func(w http.ResponseWriter, r *http.Request) {
		var feed, article int
		if n, _ := fmt.Sscanf(r.URL.Path, "/%d/%d/page", &feed, &article); n != 2 {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		title := titleOf(feed, article)
		fmt.Fprintf(w, `<html><body><article><h1>%s</h1><p>%s</p></article></body></html>`, title, text(title))
	})
	for i := range killFeeds {
		s := sources.Source{Address: fmt.Sprintf("%s/%d", b.server.URL, i), Every: time.Minute, State: sources.State{Due: start}}
		if _, err := sources.Add(t.Context(), b.archive, s); err != nil {
			t.Fatal(err)
		}
	}
	for range kills {
		killedWatch(t, b.dir, start, random)
		checkOnce(t, b.dir)
	}
	want := g.titles()
	clock := faster(start, killFaster)
	for range 50 { // looks read some fifty pages each
		if err := watchFaster(t.Context(), b.dir, clock, true); err != nil {
			t.Fatal(err)
		}
		if len(titlesOf(t, b.dir)) >= len(want) {
			break
		}
		if err := clock.Sleep(t.Context(), 15*time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	got := titlesOf(t, b.dir)
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("%d articles, want %d", len(got), len(want))
	}
	t.Logf("%d articles after %d kills", len(got), kills)
	for i := range killFeeds {
		if s := b.source(fmt.Sprintf("/%d", i)); s.Articles != b.count(i) {
			t.Errorf("feed %d is said to have brought %d articles, and has brought %d", i, s.Articles, b.count(i))
		}
	}
}

// count returns how many articles of a feed are in the archive.
func (b *bench) count(feed int) (n int) {
	for _, title := range titlesOf(b.t, b.dir) {
		if strings.HasSuffix(title, fmt.Sprintf(" of %d", feed)) {
			n++
		}
	}
	return n
}

// killedWatch starts a watch and kills it soon after it reported something.
func killedWatch(t *testing.T, dir string, start time.Time, random *rand.Rand) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFolder+"="+dir, childStart+"="+strconv.FormatInt(start.UnixNano(), 10))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range 1 + random.IntN(8) {
		if !lines.Scan() {
			t.Fatal("it ended by itself")
		}
	}
	<-time.After(time.Duration(random.IntN(5000)) * time.Microsecond) // anywhere within a look
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
	}
	_ = child.Wait() // says that it was killed
}

// checkOnce checks that no article is stored twice.
func checkOnce(t *testing.T, dir string) {
	t.Helper()
	titles := titlesOf(t, dir)
	slices.Sort(titles)
	if n := len(slices.Compact(slices.Clone(titles))); n != len(titles) {
		t.Fatalf("%d articles, of which only %d differ", len(titles), n)
	}
}
