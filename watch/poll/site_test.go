package poll

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"dateline/article"
	"dateline/watch/fetch"
)

// kept is an archive in memory.
type kept struct {
	seen     map[uint64]Seen
	articles []article.Article
	fails    error
}

func (k *kept) archive() Archive {
	return Archive{
		Seen: func(_ context.Context, keys []uint64) (map[uint64]Seen, error) {
			out := map[uint64]Seen{}
			for _, key := range keys {
				if s, ok := k.seen[key]; ok {
					out[key] = s
				}
			}
			return out, nil
		},
		Store: func(_ context.Context, b Batch) error {
			if k.fails != nil {
				return k.fails
			}
			for _, s := range b.Seen {
				k.seen[s.Key] = s
			}
			for _, a := range b.Articles {
				k.articles = append(k.articles, a.Article)
			}
			return nil
		},
	}
}

// titles returns the titles of what was stored since the last call.
func (k *kept) titles() string {
	var out []string
	for _, a := range k.articles {
		out = append(out, a.Title)
	}
	k.articles = nil
	return strings.Join(out, ", ")
}

// site is a server whose pages tests change.
type site struct {
	*httptest.Server
	pages map[string]http.HandlerFunc
	asked map[string]int
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{pages: map[string]http.HandlerFunc{}, asked: map[string]int{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.RequestURI()
		s.asked[path]++
		if h := s.pages[path]; h != nil {
			h(w, r)
			return
		}
		w.WriteHeader(http.StatusNotFound)
	}))
	t.Cleanup(s.Close)
	return s
}

// has adds a page to the site, replacing the placeholder of the site's address.
func (s *site) has(path, body string) {
	body = strings.ReplaceAll(body, "SITE", s.URL)
	s.pages[path] = func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"%d"`, len(body))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, body)
	}
}

func (s *site) answers(path string, status int, header ...string) {
	s.pages[path] = func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
	}
}

// poller polls one source of a site repeatedly.
type poller struct {
	t      *testing.T
	client *fetch.Client
	source Source
	kept   *kept
}

func newPoller(t *testing.T, s Source) *poller {
	t.Helper()
	now := time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)
	clock := fetch.Clock{Now: func() time.Time { return now }, Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }}
	c := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Clock: clock})
	t.Cleanup(c.Close)
	return &poller{t, c, s, &kept{seen: map[uint64]Seen{}}}
}

func (p *poller) poll() Outcome {
	out := Poll(context.Background(), p.client, p.source, p.kept.archive(), time.Now())
	p.source.Known, p.source.Before = out.Known, p.source.Before || out.Read > 0
	return out
}

// wants polls, and compares what is stored, what waits, and what is reported.
func (p *poller) wants(titles string, waiting int, said ...string) Outcome {
	p.t.Helper()
	out := p.poll()
	problems := fmt.Sprint(append([]error{out.Err}, out.Problems...))
	if got := p.kept.titles(); got != titles || out.Waiting != waiting {
		p.t.Errorf("%q, %d waiting; want %q, %d (%s)", got, out.Waiting, titles, waiting, problems)
	}
	for _, s := range said {
		if !strings.Contains(problems, s) {
			p.t.Errorf("%s does not say %q", problems, s)
		}
	}
	if len(said) == 0 && (out.Err != nil || len(out.Problems) > 0) {
		p.t.Errorf("unexpected %s", problems)
	}
	return out
}

func rss(items ...string) string {
	return `<rss version="2.0"><channel><title>Example News</title><link>SITE</link>` + strings.Join(items, "") + `</channel></rss>`
}

func item(key, title, text string) string {
	return fmt.Sprintf(`<item><title>%s</title><link>SITE/%s</link><guid>%s</guid><description>%s</description></item>`, title, key, key, text)
}

// long is the full body of an article.
func long(about string) string {
	return strings.Repeat(about+" was shelled on Wednesday, local sources said, and people left for the north. ", 20)
}

func page(title, text string) string {
	return `<html><head><title>` + title + `</title></head><body><article><h1>` + title + `</h1><p>` + text + `</p></article></body></html>`
}
