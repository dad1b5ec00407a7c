package write_test

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/article"
	"dateline/document"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"
)

// TestAddresses: pages are fetched, stored only with the token, and failures are reported.
func TestAddresses(t *testing.T) {
	stored, asked := 0, ""
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token = servertest.Token
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			stored += len(docs)
			return archive.PutResult{Added: len(docs)}, nil
		}
		c.Fetch = func(_ context.Context, address string) iter.Seq2[article.Article, error] {
			return func(yield func(article.Article, error) bool) {
				if asked += address + " "; strings.Contains(address, "away") {
					yield(article.Article{}, errors.New("404 Not Found"))
					return
				}
				_ = yield(article.Article{ID: "a", Text: "Fighting in Idlib.", URL: address}, nil) && yield(article.Article{ID: "b", Text: "Hama is quiet."}, nil)
			}
		}
	})
	for body, want := range map[string]struct {
		status int
		says   string
	}{
		"https://news.example/feed\r\n":           {200, `"phrase":"Hama"`},
		"# a feed\nhttps://news.example/feed\n\n": {200, `"phrase":"Idlib"`},
		"https://news.example/away":               {502, "https://news.example/away: 404"},
		"":                                        {400, "no address"},
		"/etc/passwd":                             {400, "is not an address that begins"},
		"file:///etc/passwd":                      {400, "is not an address that begins"},
		"https://me:secret@news.example/":         {400, "me:xxxxx@news.example/\\\" has a user name or password"},
		strings.Repeat("https://news.example/feed\n", 6):         {400, "has 6 addresses"},
		"https://news.example/feed\n" + strings.Repeat("x", 1e5): {400, ""},
	} {
		if w := servertest.Post(h, "/parse", server.TypeURIList, body, "Accept", server.TypeNDJSON, "Authorization", "Bearer "+servertest.Token); w.Code != want.status || !strings.Contains(w.Body.String(), want.says) {
			t.Errorf("%.60q: %d %.300s, want %d %s", body, w.Code, w.Body, want.status, want.says)
		}
	}
	if stored > 0 {
		t.Errorf("%d articles were kept that were only to be parsed", stored)
	}
	if w := servertest.Post(h, "/articles", server.TypeURIList, "https://news.example/feed"); w.Code != http.StatusUnauthorized || stored > 0 {
		t.Errorf("without the token: %d, %d stored", w.Code, stored)
	}
	if w := servertest.Post(h, "/articles", server.TypeURIList, "https://news.example/feed", "Authorization", "Bearer "+servertest.Token); w.Code != http.StatusOK || stored != 2 {
		t.Errorf("with it: %d %s, %d stored", w.Code, w.Body, stored)
	}
	if strings.Contains(asked, "passwd") || strings.Contains(asked, "secret") {
		t.Errorf("asked for %s", asked)
	}
	if w := servertest.Post(servertest.New(t, nil), "/parse", server.TypeURIList, "https://news.example/feed"); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("where nothing is fetched: %d", w.Code)
	}
}

// nothing discards documents.
func nothing(context.Context, []document.Document) (archive.PutResult, error) {
	return archive.PutResult{}, nil
}

// TestAddressesOfStrangers: addresses are fetched for clients on this computer and for tokens with
// the right to add, but not for other clients, or for pages of other sites that they visit.
func TestAddressesOfStrangers(t *testing.T) {
	serving := func(public, token string) (http.Handler, *int) {
		fetched := 0
		return servertest.New(t, nil, func(c *api.Config) {
			c.Address, c.Token, c.Put = public, token, nothing
			c.Fetch = func(context.Context, string) iter.Seq2[article.Article, error] {
				fetched++
				return func(yield func(article.Article, error) bool) { yield(article.Article{ID: "a", Text: "Hama"}, nil) }
			}
		}), &fetched
	}
	for name, tt := range map[string]struct {
		public, token, from, host string
		headers                   []string
		want                      int
	}{
		"at this computer":          {from: "127.0.0.1:4000", host: "127.0.0.1:8080", want: 200},
		"by its name":               {from: "127.0.0.1:4000", host: "localhost:8080", want: 200},
		"by IPv6":                   {from: "[::1]:4000", host: "[::1]:8080", want: 200},
		"its own page":              {from: "127.0.0.1:4000", host: "localhost:8080", headers: []string{"Sec-Fetch-Site", "same-origin", "Origin", "http://localhost:8080"}, want: 200},
		"another site":              {from: "127.0.0.1:4000", host: "localhost:8080", headers: []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, want: 403},
		"another site, old":         {from: "127.0.0.1:4000", host: "localhost:8080", headers: []string{"Origin", "https://evil.example"}, want: 403},
		"a name that leads here":    {from: "127.0.0.1:4000", host: "evil.example:8080", want: 403},
		"from elsewhere":            {from: "192.0.2.7:4000", host: "192.0.2.1:8080", want: 403},
		"from elsewhere, by name":   {from: "192.0.2.7:4000", host: "localhost:8080", want: 403},
		"through a proxy":           {from: "127.0.0.1:4000", host: "localhost:8080", headers: []string{"X-Forwarded-For", "192.0.2.7"}, want: 403},
		"through a proxy that lies": {from: "127.0.0.1:4000", host: "localhost:8080", headers: []string{"X-Forwarded-For", "127.0.0.1"}, want: 403},
		"a public server":           {public: "https://news.example", from: "127.0.0.1:4000", host: "localhost:8080", want: 403},
		"without the token":         {token: servertest.Token, from: "192.0.2.7:4000", host: "news.example", want: 401},
		"a wrong token":             {token: servertest.Token, from: "192.0.2.7:4000", host: "news.example", headers: []string{"Authorization", "Bearer wrong"}, want: 401},
		"with the token":            {token: servertest.Token, from: "192.0.2.7:4000", host: "news.example", headers: []string{"Authorization", "Bearer " + servertest.Token}, want: 200},
	} {
		h, fetched := serving(tt.public, tt.token)
		r := httptest.NewRequest(http.MethodPost, "/parse", strings.NewReader("https://news.example/feed"))
		r.RemoteAddr, r.Host = tt.from, tt.host
		r.Header.Set("Content-Type", server.TypeURIList)
		for i := 0; i < len(tt.headers); i += 2 {
			r.Header.Set(tt.headers[i], tt.headers[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != tt.want || (*fetched > 0) != (tt.want == 200) {
			t.Errorf("%s: %d, fetched %d times, want %d: %s", name, w.Code, *fetched, tt.want, w.Body)
		}
	}
}

// TestManyAddresses: the number of requests that fetch addresses at the same time is limited.
func TestManyAddresses(t *testing.T) {
	begun, end := make(chan struct{}), make(chan struct{})
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token, c.Put = servertest.Token, nothing
		c.Fetch = func(context.Context, string) iter.Seq2[article.Article, error] {
			return func(yield func(article.Article, error) bool) {
				begun <- struct{}{}
				<-end
				yield(article.Article{ID: "a", Text: "Hama"}, nil)
			}
		}
	})
	ask := func() *httptest.ResponseRecorder {
		return servertest.Post(h, "/parse", server.TypeURIList, "https://news.example/feed", "Authorization", "Bearer "+servertest.Token)
	}
	const most = 8
	answers := make(chan int, most)
	for range most {
		go func() { answers <- ask().Code }()
		<-begun
	}
	if w := ask(); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("one more: %d %s", w.Code, w.Body)
	}
	close(end)
	for range most {
		if code := <-answers; code != http.StatusOK {
			t.Errorf("one that was begun: %d", code)
		}
	}
}
