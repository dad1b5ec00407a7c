package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/archive"
	"dateline/document"
	"dateline/server"
	"dateline/server/api"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// guarded is a server with tokens and a log of writes.
type guarded struct {
	http.Handler
	tokens *access.Tokens
}

func newGuarded(t *testing.T, private bool) guarded {
	t.Helper()
	dir := t.TempDir()
	g := guarded{tokens: access.Open(filepath.Join(dir, access.FileName))}
	g.Handler = servertest.New(t, servertest.Documents(), func(c *api.Config) {
		c.Tokens, c.Audit, c.Private = g.tokens, access.OpenAudit(filepath.Join(dir, access.AuditName)), private
		c.Put = func(_ context.Context, docs []document.Document) (archive.PutResult, error) {
			return archive.PutResult{Added: len(docs)}, nil
		}
	})
	return g
}

// token adds a token and returns the header that presents it.
func (g *guarded) token(t *testing.T, token access.Token) string {
	t.Helper()
	secret, err := g.tokens.Add(token, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return "Bearer " + secret
}

const line = `{"text":"Fighting in Idlib."}` + "\n"

// TestRights: each right permits what it says, and nothing else.
func TestRights(t *testing.T) {
	for _, private := range []bool{false, true} {
		g := newGuarded(t, private)
		open := http.StatusOK
		if private {
			open = http.StatusForbidden
		}
		for right, want := range map[access.Right][4]int{ // read, write, audit, metrics
			access.Read:  {http.StatusOK, http.StatusForbidden, http.StatusForbidden, http.StatusOK},
			access.Add:   {open, http.StatusOK, http.StatusForbidden, open},
			access.Edit:  {open, http.StatusForbidden, http.StatusForbidden, open},
			access.Admin: {open, http.StatusForbidden, http.StatusOK, http.StatusOK},
		} {
			show := g.token(t, access.Token{Name: string(right), Rights: []access.Right{right}})
			got := [4]int{
				servertest.Ask(g, "/collections/mentions/items?limit=1", "Authorization", show).Code,
				servertest.Post(g, "/articles", server.TypeNDJSON, line, "Authorization", show).Code,
				servertest.Ask(g, "/audit", "Authorization", show).Code,
				servertest.Ask(g, "/metrics", "Authorization", show).Code,
			}
			if got != want {
				t.Errorf("private %v, %s: %v, want %v", private, right, got, want)
			}
		}
	}
}

// TestRightsAreNamed: a refusal names the right that is needed and the token that lacks it.
func TestRightsAreNamed(t *testing.T) {
	g := newGuarded(t, false)
	show := g.token(t, access.Token{Name: "desk", Rights: []access.Right{access.Read}})
	w := servertest.Post(g, "/articles", server.TypeNDJSON, line, "Authorization", show)
	if want := `this needs the right add, which the token \"desk\" lacks`; w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), want) {
		t.Errorf("%d %s, want %s", w.Code, w.Body, want)
	}
}

// TestPrivate: without a token nothing is shown, not even from the cache, except whether the server
// runs.
func TestPrivate(t *testing.T) {
	g := newGuarded(t, true)
	show := g.token(t, access.Token{Name: "reader", Rights: []access.Right{access.Read}})
	for _, path := range []string{"/", "/index.html", "/favicon.svg", "/collections", "/collections/mentions/items", "/tiles/mentions/0/0/0.mvt", "/search?q=Hama", "/articles/aaaaaaaaaaaaaaaa", "/metrics", "/api", "/events"} {
		if path != "/events" {
			w := servertest.Ask(g, path, "Authorization", show)
			if w.Code != http.StatusOK || strings.HasPrefix(w.Header().Get("Cache-Control"), "public") {
				t.Errorf("%s: %d %v", path, w.Code, w.Header())
			}
		}
		w := servertest.Ask(g, path)
		if w.Code != http.StatusUnauthorized || !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer") || w.Header().Get("Content-Type") != server.TypeProblem {
			t.Errorf("%s without a token: %d %s", path, w.Code, w.Body)
		}
		if w := servertest.Ask(g, path, "Authorization", "Bearer x"); w.Code != http.StatusUnauthorized {
			t.Errorf("%s with a wrong one: %d", path, w.Code)
		}
	}
	for _, path := range []string{"/healthz", "/readyz", "/sign-in"} {
		if w := servertest.Ask(g, path); w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := servertest.Post(g, "/parse", server.TypeText, "Hama"); w.Code != http.StatusUnauthorized {
		t.Errorf("parse: %d", w.Code)
	}
	w := servertest.Ask(g, "/?q=a%26b", "Accept", "text/html,*/*;q=0.8")
	if to := w.Header().Get("Location"); w.Code != http.StatusSeeOther || to != "http://example.com/sign-in?next=%2F%3Fq%3Da%2526b" {
		t.Errorf("a browser: %d %s", w.Code, to)
	}
}

// TestRevoked: a token is refused as soon as it is removed or has expired.
func TestRevoked(t *testing.T) {
	g := newGuarded(t, true)
	show := g.token(t, access.Token{Name: "reader", Rights: []access.Right{access.Read}})
	if w := servertest.Ask(g, "/collections", "Authorization", show); w.Code != http.StatusOK {
		t.Fatal(w.Code)
	}
	if err := g.tokens.Remove("reader"); err != nil {
		t.Fatal(err)
	}
	if w := servertest.Ask(g, "/collections", "Authorization", show); w.Code != http.StatusUnauthorized {
		t.Errorf("removed: %d", w.Code)
	}
	secret, err := g.tokens.Add(access.Token{Name: "old", Rights: []access.Right{access.Read}, Expires: time.Now().Add(-time.Hour)}, time.Now().Add(-2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if w := servertest.Ask(g, "/collections", "Authorization", "Bearer "+secret); w.Code != http.StatusUnauthorized || !strings.Contains(w.Body.String(), "expired") {
		t.Errorf("expired: %d %s", w.Code, w.Body)
	}
}

// TestAudit: each write is in the log, with author, result and the id of the request; a refused one
// is not.
func TestAudit(t *testing.T) {
	g := newGuarded(t, false)
	writer := g.token(t, access.Token{Name: "desk", Rights: []access.Right{access.Add}})
	admin := g.token(t, access.Token{Name: "boss", Rights: []access.Right{access.Admin}})
	servertest.Post(g, "/articles", server.TypeNDJSON, line)
	servertest.Post(g, "/articles", server.TypeNDJSON, "{", "Authorization", writer)
	w := servertest.Post(g, "/articles", server.TypeNDJSON, line+line, "Authorization", writer)
	log := servertest.Ask(g, "/audit", "Authorization", admin).Body.String()
	entry := gjson.Get(log, "entries.0")
	if gjson.Get(log, "entries.#").Int() != 1 || entry.Get("who").Str != "desk" || entry.Get("action").Str != "POST /articles" || entry.Get("from").Str != "192.0.2.1" ||
		entry.Get("result").Str != "2 articles added, 0 revised, 0 known already" || entry.Get("request").Str != w.Header().Get("X-Request-Id") || entry.Get("status").Int() != 200 {
		t.Error(log)
	}
}

// TestTokenIsLimited: a token that writes too often is refused, and others are not.
func TestTokenIsLimited(t *testing.T) {
	g := newGuarded(t, false)
	some := g.token(t, access.Token{Name: "some", Rights: []access.Right{access.Add}, PerMinute: 3})
	other := g.token(t, access.Token{Name: "other", Rights: []access.Right{access.Add}})
	var last *httptest.ResponseRecorder
	for range 4 {
		last = servertest.Post(g, "/articles", server.TypeNDJSON, line, "Authorization", some)
	}
	if last.Code != http.StatusTooManyRequests || last.Header().Get("Retry-After") == "" {
		t.Errorf("the fourth: %d", last.Code)
	}
	if w := servertest.Post(g, "/articles", server.TypeNDJSON, line, "Authorization", other); w.Code != http.StatusOK {
		t.Errorf("another: %d", w.Code)
	}
}

// TestSignIn: a browser presents its token once. Scripts and other sites can't use the cookie.
func TestSignIn(t *testing.T) {
	g := newGuarded(t, true)
	secret := strings.TrimPrefix(g.token(t, access.Token{Name: "desk", Rights: []access.Right{access.Read, access.Add}}), "Bearer ")
	form := func(token, next string) string { return url.Values{"token": {token}, "next": {next}}.Encode() }
	w := servertest.Post(g, "/sign-in", server.TypeForm, form("wrong", "/"))
	if w.Code != http.StatusUnauthorized || len(w.Result().Cookies()) > 0 || !strings.Contains(w.Body.String(), `role="alert"`) {
		t.Errorf("wrong: %d %s", w.Code, w.Body)
	}
	for next, want := range map[string]string{"/?q=a": "/?q=a", "//evil.example": "/", "https://evil.example/": "/", `/\evil.example`: "/", "": "/", "x": "/"} {
		if w := servertest.Post(g, "/sign-in", server.TypeForm, form(secret, next)); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "http://example.com"+want {
			t.Errorf("%q: %d, to %s", next, w.Code, w.Header().Get("Location"))
		}
	}
	w = servertest.Post(g, "/sign-in", server.TypeForm, form(secret, "/"))
	cookie := w.Result().Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || cookie.Path != "/" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%v %v", cookie, w.Header())
	}
	held := cookie.Name + "=" + cookie.Value
	if w := servertest.Ask(g, "/collections", "Cookie", held); w.Code != http.StatusOK {
		t.Errorf("with the cookie: %d", w.Code)
	}
	for from, want := range map[string]int{"same-origin": http.StatusOK, "none": http.StatusOK, "cross-site": http.StatusForbidden, "same-site": http.StatusForbidden} {
		if w := servertest.Post(g, "/articles", server.TypeNDJSON, line, "Cookie", held, "Sec-Fetch-Site", from); w.Code != want {
			t.Errorf("a write from %s: %d, want %d", from, w.Code, want)
		}
	}
	if w := servertest.Post(g, "/articles", server.TypeNDJSON, line, "Cookie", held, "Origin", "https://evil.example"); w.Code != http.StatusForbidden {
		t.Errorf("a write from an older browser: %d", w.Code)
	}
	if w := servertest.Post(g, "/sign-in", server.TypeForm, form(secret, "/"), "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("signed in by another site: %d", w.Code)
	}
	w = servertest.Post(g, "/sign-out", server.TypeForm, "")
	if gone := w.Result().Cookies(); w.Code != http.StatusSeeOther || len(gone) != 1 || gone[0].MaxAge >= 0 {
		t.Errorf("signed out: %d %v", w.Code, gone)
	}
}

// TestMetrics count requests by route, and not by made-up paths.
func TestMetrics(t *testing.T) {
	h := servertest.New(t, servertest.Documents())
	servertest.Ask(h, "/collections/mentions/items?limit=1")
	servertest.Ask(h, "/collections/mentions/items?nope=1")
	servertest.Ask(h, "/made-up")
	w := servertest.Ask(h, "/metrics", "Accept", "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1")
	for _, want := range []string{
		`dateline_http_requests_total{method="GET",route="/collections/mentions/items",status="200"} 1`,
		`dateline_http_requests_total{method="GET",route="/collections/mentions/items",status="400"} 1`,
		`dateline_http_requests_total{method="GET",route="none",status="404"} 1`,
		`dateline_features{collection="mentions"} 7`, "go_goroutines ", "dateline_http_requests_open 1",
	} {
		if !strings.Contains(w.Body.String(), want+"\n") && !strings.Contains(w.Body.String(), "\n"+want) {
			t.Errorf("no %s in %s", want, w.Body)
		}
	}
	if media := w.Header().Get("Content-Type"); media != "text/plain; version=0.0.4; charset=utf-8" {
		t.Error(media)
	}
}
