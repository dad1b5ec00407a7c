package followed_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/document"
	"dateline/server/api"
	"dateline/server/followed"
	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

func TestSources(t *testing.T) {
	noon := time.Date(2019, 6, 12, 12, 0, 0, 0, time.UTC)
	list := []sources.Source{
		{Address: "https://news.example/rss", Name: "Example News", Every: 15 * time.Minute, State: sources.State{Due: noon, Checked: noon, Articles: 7}},
		{Address: "/home/somebody/incoming", Kind: "folder", Every: time.Hour, State: sources.State{Due: noon, Checked: noon, Error: "open /home/somebody/incoming: permission denied"}},
	}
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Sources = func(context.Context) ([]sources.Source, error) { return list, nil }
	})
	first := servertest.Get(t, h, "/sources")
	for path, want := range map[string]string{
		"sources.#.address": `["https://news.example/rss","incoming"]`, "sources.#.state": `["well","failing"]`, "sources.0.every": "900", "sources.0.articles": "7",
		"sources.0.next": `"2019-06-12T12:00:00Z"`, "sources.0.found": "null", "sources.1.error": `"it can't be read"`,
	} {
		if got := gjson.Get(first, path).Raw; got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	list[0].Articles = 8
	if got := gjson.Get(servertest.Get(t, h, "/sources"), "sources.0.articles").Int(); got != 8 {
		t.Errorf("%d articles are told of after the eighth came", got)
	}
	if w := servertest.Ask(servertest.New(t, nil), "/sources"); w.Code != http.StatusNotFound {
		t.Errorf("%d where nothing is followed", w.Code)
	}
}

// TestChanges: with the rights for it sources are added, paused and deleted.
func TestChanges(t *testing.T) {
	var done []string
	h := servertest.New(t, nil, func(c *api.Config) {
		c.Token, c.Put = servertest.Token, func(context.Context, []document.Document) (archive.PutResult, error) { return archive.PutResult{}, nil }
		c.Sources = func(context.Context) ([]sources.Source, error) { return nil, nil }
		note := func(address string) error {
			if address == "https://unknown.example/" {
				return sources.ErrUnknown
			}
			done = append(done, address)
			return nil
		}
		c.Follow = &followed.Changes{
			Of: func(given string) (sources.Source, error) {
				if given == "/etc" {
					return sources.Source{}, errors.New("/etc: not an address")
				}
				return sources.Source{Address: given}, nil
			},
			Add: func(_ context.Context, s sources.Source) (sources.Added, error) {
				return sources.Added{Address: strings.Replace(s.Address, "front.example", "front.example/rss", 1), New: true}, note(fmt.Sprint("+", s.Address, " ", s.Name, " ", s.Every))
			},
			Pause:  func(_ context.Context, address string, paused bool) error { return note(address) },
			Remove: func(_ context.Context, address string) error { return note(address) },
		}
	})
	for _, ask := range []struct {
		path, body, token string
		status            int
	}{
		{"/sources", `{"address":"https://news.example/rss","name":"Example"}`, "", 401},
		{"/sources", `{"address":"https://news.example/rss","name":"Example"}`, servertest.Token, 200},
		{"/sources", `{"address":"https://news.example/rss","every":3600}`, servertest.Token, 200},
		{"/sources", `{"address":"https://news.example/rss","every":5}`, servertest.Token, 400},
		{"/sources", `{"address":"/etc"}`, servertest.Token, 400},
		{"/sources", `{"name":"Example"}`, servertest.Token, 400},
		{"/sources", `{"adress":"https://news.example/rss"}`, servertest.Token, 400},
		{"/sources/pause", `{"address":"https://news.example/rss"}`, servertest.Token, 400},
		{"/sources/pause", `{"address":"https://news.example/rss","paused":true}`, servertest.Token, 200},
		{"/sources/pause", `{"address":"https://unknown.example/","paused":true}`, servertest.Token, 404},
		{"/sources/remove", `{"address":"https://news.example/rss"}`, "", 401},
		{"/sources/remove", `{"address":"https://news.example/rss"}`, servertest.Token, 200},
		{"/sources/remove", `{"address":"https://unknown.example/"}`, servertest.Token, 404},
	} {
		if w := servertest.Post(h, ask.path, "application/json", ask.body, "Authorization", "Bearer "+ask.token); w.Code != ask.status {
			t.Errorf("%s %s: %d %s, want %d", ask.path, ask.body, w.Code, w.Body, ask.status)
		}
	}
	for given, want := range map[string][2]string{
		"https://news.example/rss": {"https://news.example/rss", "from the first poll on"},
		"https://front.example":    {"https://front.example/rss", "links the feed"},
	} {
		said := servertest.Post(h, "/sources", "application/json", `{"address":"`+given+`"}`, "Authorization", "Bearer "+servertest.Token).Body.String()
		if gjson.Get(said, "address").Str != want[0] || !strings.Contains(gjson.Get(said, "note").Str, want[1]) {
			t.Errorf("%s: %s", given, said)
		}
	}
	done = done[:len(done)-2]
	want := []string{"+https://news.example/rss Example 15m0s", "+https://news.example/rss  1h0m0s", "https://news.example/rss", "https://news.example/rss"}
	if !slices.Equal(done, want) {
		t.Errorf("%q, want %q", done, want)
	}
}
