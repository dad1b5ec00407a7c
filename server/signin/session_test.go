package signin_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/access"
	"dateline/server/api"
	"dateline/server/servertest"
)

// TestSession: a session reports the rights of its own token only.
func TestSession(t *testing.T) {
	tokens := access.Open(filepath.Join(t.TempDir(), access.FileName))
	secret, err := tokens.Add(access.Token{Name: "desk", Rights: []access.Right{access.Read, access.Edit}}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	h := servertest.New(t, nil, func(c *api.Config) { c.Tokens = tokens })
	const nobody = `{"name":"","rights":[],"tokens":true}`
	for _, ask := range []struct{ header, value, want string }{
		{"Authorization", "Bearer " + secret, `{"name":"desk","rights":["read","edit"],"tokens":true}`},
		{"Cookie", "dateline-token=" + secret, `{"name":"desk","rights":["read","edit"],"tokens":true}`},
		{"Authorization", "Bearer wrong", nobody},
		{"Accept", "application/json", nobody},
	} {
		if w := servertest.Ask(h, "/session", ask.header, ask.value); w.Code != 200 || strings.TrimSpace(w.Body.String()) != ask.want || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s %.12s…: %d %s (%v)", ask.header, ask.value, w.Code, w.Body, w.Header())
		}
	}
	if got := strings.TrimSpace(servertest.Get(t, servertest.New(t, nil), "/session")); got != `{"name":"","rights":[],"tokens":false}` {
		t.Errorf("without tokens: %s", got)
	}
}
