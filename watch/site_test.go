package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/article"
	"dateline/corpus"
	"dateline/document"
	"dateline/document/rows"
	"dateline/geoparse"
	"dateline/schema"
	"dateline/view"
	"dateline/watch/fetch"
)

var morning = time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)

// clock is a clock that advances when sleeping, up to an end.
type clock struct {
	mu       sync.Mutex
	now, end time.Time
}

func (c *clock) clock() fetch.Clock {
	return fetch.Clock{
		Now: func() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.now },
		Sleep: func(ctx context.Context, d time.Duration) error {
			c.mu.Lock()
			defer c.mu.Unlock()
			if c.now = c.now.Add(max(d, 0)); c.now.After(c.end) {
				return errEnd
			}
			return ctx.Err()
		},
	}
}

var errEnd = errors.New("the end of the time of the test")

// bench is an archive that watches a local server.
type bench struct {
	t       testing.TB
	dir     string
	archive *archive.Archive
	clock   *clock
	server  *httptest.Server
	said    []string
	once    bool // watches only what is due

	mu    sync.Mutex
	other http.HandlerFunc // serves what is no page; nil: it does not exist
	pages map[string]http.HandlerFunc
	asked map[string][]time.Time // when each was requested, by the clock
}

func newBench(t testing.TB) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir(), clock: &clock{now: morning}, pages: map[string]http.HandlerFunc{}, asked: map[string][]time.Time{}}
	b.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		h := b.pages[r.URL.Path]
		b.asked[r.URL.Path] = append(b.asked[r.URL.Path], b.clock.clock().Now())
		if h == nil {
			h = b.other
		}
		b.mu.Unlock()
		if h == nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		h(w, r)
	}))
	t.Cleanup(b.server.Close)
	var err error
	if b.archive, err = archive.OpenWriter(t.Context(), rows.DefaultModel(), b.dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.archive.Close() })
	return b
}

func local() []netip.Prefix { return []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")} }

// unparsed makes a document without mentions.
func unparsed(_ context.Context, a article.Article) (document.Document, error) {
	if strings.Contains(a.Text, "PANIC") {
		panic("a fault")
	}
	return document.NewDocument(a, geoparse.Result{}), nil
}

// watch watches for a time.
func (b *bench) watch(d time.Duration) {
	b.t.Helper()
	b.clock.end = b.clock.now.Add(d)
	client := fetch.New(fetch.Options{Allow: local(), Clock: b.clock.clock()})
	defer client.Close()
	err := Run(b.t.Context(), Config{
		Archive: b.archive, Read: unparsed, Client: client, Clock: b.clock.clock(), Random: func() float64 { return 0.5 },
		Say: func(s string) { b.said = append(b.said, strings.ReplaceAll(s, b.server.URL, "SITE")) }, Workers: 1, Interval: time.Hour, Once: b.once,
	})
	if !errors.Is(err, errEnd) && !(b.once && err == nil) {
		b.t.Fatal(err)
	}
}

func (b *bench) add(path string, every time.Duration) {
	b.t.Helper()
	if _, err := sources.Add(b.t.Context(), b.archive, sources.Source{Address: b.server.URL + path, Every: every, State: sources.State{Due: b.clock.now}}); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) source(path string) sources.Source {
	b.t.Helper()
	all, err := sources.All(b.t.Context(), b.archive)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, s := range all {
		if s.Address == b.server.URL+path {
			return s
		}
	}
	b.t.Fatal("no source ", path)
	return sources.Source{}
}

// has adds a page.
func (b *bench) has(path string, h http.HandlerFunc) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pages[path] = h
}

// otherwise sets who serves what is no page.
func (b *bench) otherwise(h http.HandlerFunc) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.other = h
}

// titles returns those of the archive's articles, in their order.
func (b *bench) titles() string { return strings.Join(titlesOf(b.t, b.dir), ", ") }

func titlesOf(t testing.TB, dir string) []string {
	t.Helper()
	c, err := corpus.OpenReader(t.Context(), dir, view.Names{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	articles, _ := c.View().Layer(schema.Articles)
	var titles []string
	for n := range articles.Len() {
		titles = append(titles, fmt.Sprint(articles.At(n).Property("title")))
	}
	return titles
}

// text is the full body of an article.
func text(title string) string {
	return strings.Repeat(title+" was shelled on Wednesday, local sources said, and people left for the north. ", 20)
}

// feed makes a feed of articles in full.
func feed(titles ...string) string {
	var items strings.Builder
	for _, title := range titles {
		fmt.Fprintf(&items, `<item><title>%s</title><guid>%s</guid><description>%s</description></item>`, title, title, text(title))
	}
	return `<rss version="2.0"><channel><title>Example News</title>` + items.String() + `</channel></rss>`
}

func write(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"%x"`, len(body))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, body)
	}
}

func status(code int, after string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if after != "" {
			w.Header().Set("Retry-After", after)
		}
		w.WriteHeader(code)
	}
}

// intervals returns the intervals between requests for a page since the last call.
func (b *bench) intervals(path string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []string
	for i, at := range b.asked[path] {
		if i > 0 {
			out = append(out, at.Sub(b.asked[path][i-1]).Round(5*time.Minute).String())
		}
	}
	b.asked[path] = nil
	return strings.ReplaceAll(strings.Join(out, " "), "m0s", "m")
}
