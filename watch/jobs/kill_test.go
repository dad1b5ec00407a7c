package jobs

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/document/rows"
)

const (
	kills     = 6
	killFeeds = 4
)

func workUntilKilled(data string) error {
	a, err := archive.OpenWriter(context.Background(), rows.DefaultModel(), data)
	if err != nil {
		return err
	}
	defer a.Close()
	return workOn(context.Background(), a, func(s string) { fmt.Println(s) }, nil)
}

// growing are feeds with one more article whenever they are requested, every other one a teaser.
// They list all articles so far.
type growing struct {
	*site
	mu    sync.Mutex
	ended bool
	feeds [killFeeds]int // how many articles each has
}

func (g *growing) serve() {
	for i := range killFeeds {
		g.has(fmt.Sprintf("/feed%d", i), func(w http.ResponseWriter, _ *http.Request) {
			g.mu.Lock()
			if !g.ended {
				g.feeds[i] += 2
			}
			n := g.feeds[i]
			g.mu.Unlock()
			var items strings.Builder
			for k := n - 1; k >= 0; k-- {
				title, body, link := fmt.Sprintf("Town%d-%d", i, k), "was shelled …", ""
				if k%2 == 0 {
					body = text(title)
				} else {
					g.has("/"+title, pageOf(title))
					link = "<link>" + g.server.URL + "/" + title + "</link>"
				}
				fmt.Fprintf(&items, `<item><title>%s</title><guid>%[1]s</guid>%s<description>%s</description></item>`, title, link, body)
			}
			io.WriteString(w, `<rss version="2.0"><channel><title>Example News</title>`+items.String()+`</channel></rss>`)
		})
		g.follow(fmt.Sprintf("/feed%d", i), time.Second)
	}
}

// end stops the feeds from growing, and returns the titles of all articles.
func (g *growing) end() (all []string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ended = true
	for i, n := range g.feeds {
		for k := range n {
			all = append(all, fmt.Sprintf("Town%d-%d", i, k))
		}
	}
	slices.Sort(all)
	return all
}

// scheduleDue does what the leader of River's clients does every few seconds. A killed leader
// remains leader for 15 s.
const scheduleDue = `UPDATE river_job SET state = 'available' WHERE state = 'scheduled' AND scheduled_at <= now()`

// TestKill: of two workers one is killed at random moments, again and again: no article is lost and
// none is stored twice.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and other processes")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	g := &growing{site: newSite(t)}
	g.serve()
	one, two := startWorker(t, g.data), startWorker(t, g.data)
	for range kills {
		one.lines(t, 1+random.IntN(2))
		<-time.After(time.Duration(random.IntN(30)) * time.Millisecond) // anywhere within its jobs
		one.kill(t)
		g.later()
		one, two = two, startWorker(t, g.data)
	}
	one.kill(t)
	two.kill(t)
	want := g.end()
	g.later()
	g.work(func() bool {
		g.query(scheduleDue)
		for _, s := range g.all() {
			if s.Waiting > 0 || s.Checked.IsZero() {
				return false
			}
		}
		return len(g.titles()) >= len(want) && !strings.Contains(g.jobs(), "page r") && !strings.Contains(g.jobs(), "page a")
	})
	if got := g.titles(); !slices.Equal(got, want) {
		t.Errorf("%d articles, want %d", len(got), len(want))
	}
	brought := 0
	for _, s := range g.all() {
		brought += s.Articles
	}
	if brought != len(want) {
		t.Errorf("sources are said to have brought %d articles of %d", brought, len(want))
	}
	t.Logf("%d articles after %d kills; %s", len(want), kills, g.jobs())
}

func (g *growing) all() []sources.Source {
	g.t.Helper()
	all, err := sources.All(g.t.Context(), g.archive)
	if err != nil {
		g.t.Fatal(err)
	}
	return all
}

// process is a worker in a separate process.
type process struct {
	*exec.Cmd
	out *bufio.Scanner
}

func startWorker(t *testing.T, data string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0])}
	p.Env = append(os.Environ(), childData+"="+data)
	p.Stderr = os.Stderr
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill() }) // it may have ended
	p.out = bufio.NewScanner(out)
	return p
}

// lines waits until the process has printed so many lines.
func (p *process) lines(t *testing.T, n int) {
	t.Helper()
	for range n {
		if !p.out.Scan() {
			t.Fatal("it ended by itself")
		}
	}
}

func (p *process) kill(t *testing.T) {
	t.Helper()
	if err := p.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for p.out.Scan() {
	}
	_ = p.Wait() // says that it was killed
}
