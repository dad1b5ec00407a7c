package jobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/postgres/postgrestest"
	"dateline/archive/sources"
	"dateline/article"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/rows"
	"dateline/geoparse"
	"dateline/schema"
	"dateline/view"
	"dateline/watch"
	"dateline/watch/fetch"
	"dateline/watch/notify"
)

// site is a local server, and an archive in a database that follows it.
type site struct {
	t       testing.TB
	data    string
	archive *archive.Archive
	server  *httptest.Server

	mu       sync.Mutex
	pages    map[string]http.HandlerFunc
	asked    []string
	said     []string
	reparsed [][]string
}

func newSite(t testing.TB) *site {
	t.Helper()
	s := &site{t: t, data: postgrestest.New(t), pages: map[string]http.HandlerFunc{}}
	if _, _, err := archive.Migrate(t.Context(), s.data); err != nil {
		t.Fatal(err)
	}
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		h := s.pages[r.URL.Path]
		s.mu.Unlock()
		if h == nil {
			h = http.NotFound
		}
		h(w, r)
	}))
	t.Cleanup(s.server.Close)
	s.archive = open(t, s.data)
	return s
}

func open(t testing.TB, data string) *archive.Archive {
	t.Helper()
	a, err := archive.OpenWriter(context.Background(), rows.DefaultModel(), data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// has adds a page to the site.
func (s *site) has(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = h
}

// follow adds a page of the site as a source that is due now.
func (s *site) follow(path string, every time.Duration) {
	s.t.Helper()
	if _, err := sources.Add(s.t.Context(), s.archive, sources.Source{Address: s.server.URL + path, Every: every, State: sources.State{Due: time.Now()}}); err != nil {
		s.t.Fatal(err)
	}
}

// source returns the only source.
func (s *site) source() sources.Source {
	s.t.Helper()
	all, err := sources.All(s.t.Context(), s.archive)
	if err != nil || len(all) != 1 {
		s.t.Fatal(all, err)
	}
	return all[0]
}

// work works until a condition is met.
func (s *site) work(until func() bool) {
	s.t.Helper()
	ctx, end := context.WithCancel(s.t.Context())
	ended := make(chan error)
	go func() { ended <- workOn(ctx, s.archive, s.say, s.readAgain) }()
	for late := time.Now().Add(time.Minute); !until(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(late) {
			s.t.Errorf("not after a minute; %q, %q", s.said, s.jobs())
			break
		}
	}
	end()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		s.t.Error(err)
	}
}

func (s *site) say(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said = append(s.said, strings.ReplaceAll(line, s.server.URL, "SITE"))
}

func (s *site) readAgain(_ context.Context, articles []string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reparsed = append(s.reparsed, articles)
	return nil
}

// workOn works on an archive, on a clock that is the system's, as fast as it can.
func workOn(ctx context.Context, a *archive.Archive, say func(string), reparse func(context.Context, []string) error) error {
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Pace: time.Millisecond})
	defer client.Close()
	return Run(ctx, Config{
		Sources: watch.Config{
			Archive: a, Read: unparsed, Client: client, Clock: fetch.System(), Random: func() float64 { return 0.5 }, Say: say, Workers: 4, Interval: 20 * time.Millisecond,
		},
		Subscribers: notify.Config{Archive: a, Client: client, Clock: fetch.System(), Say: say},
		Reparse:     reparse,
		Absence:     200 * time.Millisecond,
	})
}

// unparsed makes a document without mentions.
func unparsed(_ context.Context, a article.Article) (document.Document, error) {
	if strings.Contains(a.Text, "PANIC") {
		panic("a fault")
	}
	return document.NewDocument(a, geoparse.Result{}), nil
}

// titles returns those of the archive's articles, in order.
func (s *site) titles() []string {
	s.t.Helper()
	c, err := corpus.OpenReader(s.t.Context(), s.data, view.Names{})
	if err != nil {
		s.t.Fatal(err)
	}
	defer c.Close()
	articles, _ := c.View().Layer(schema.Articles)
	var titles []string
	for n := range articles.Len() {
		titles = append(titles, fmt.Sprint(articles.At(n).Property("title")))
	}
	slices.Sort(titles)
	return titles
}

// jobs returns the kinds and states of the jobs, with their numbers.
func (s *site) jobs() string {
	s.t.Helper()
	return strings.Join(s.query(`SELECT kind || ' ' || state || ' ' || count(*) FROM river_job GROUP BY kind, state ORDER BY 1`), ", ")
}

// query returns the first column of a result.
func (s *site) query(sql string) (all []string) {
	s.t.Helper()
	err := s.archive.WriteTx(context.Background(), func(tx *archive.Tx) error {
		for r, err := range tx.Rows(sql) {
			if err != nil {
				return err
			}
			all = append(all, r.Text(0))
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// later makes waiting jobs due, but not those of killed workers.
func (s *site) later() {
	s.t.Helper()
	s.query(`UPDATE river_job SET scheduled_at = now(), state = 'available' WHERE state IN ('retryable', 'scheduled')`)
	s.query(`UPDATE dateline_sources SET due = '2019-01-01T00:00:00.000Z'`)
}

// text is the full body of an article.
func text(title string) string {
	return strings.Repeat(title+" was shelled on Wednesday, local sources said, and people left for the north. ", 20)
}

// teasers makes a feed of entries that are teasers, with pages of their own.
func (s *site) teasers(titles ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var items strings.Builder
		for _, title := range titles {
			fmt.Fprintf(&items, `<item><title>%s</title><guid>%[1]s</guid><link>%s/%[1]s</link><description>%[1]s was shelled …</description></item>`, title, s.server.URL)
		}
		io.WriteString(w, `<rss version="2.0"><channel><title>Example News</title>`+items.String()+`</channel></rss>`)
	}
}

// pageOf makes the page of an article.
func pageOf(title string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<html><body><article><h1>%s</h1><p>%s</p></article></body></html>`, title, text(title))
	}
}
