package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"dateline/cmd/dateline/cli"
)

// newsSite serves a feed whose second entry has only a teaser.
func newsSite(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	mux.HandleFunc("/feed.xml", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `<rss version="2.0"><channel><title>Example News</title>
<item><title>Shells fall in Morek</title><link>`+s.URL+`/1</link><description>Two shells fell in Morek …</description></item></channel></rss>`)
	})
	mux.HandleFunc("/1", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `<html><body><article><h1>Shells fall in Morek</h1><p>Two shells fell in Morek on Wednesday, and three in Kafr Zita.</p></article></body></html>`)
	})
	return s
}

// inLines returns what source list --json prints.
func inLines(t *testing.T, data string) (list []map[string]any) {
	t.Helper()
	got := run(t, "", "source", "list", "--data", data, "--json")
	if got.code != 0 {
		t.Fatal(got.err)
	}
	for line := range strings.Lines(got.out) {
		var one map[string]any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatal(err)
		}
		list = append(list, one)
	}
	return list
}

func TestSources(t *testing.T) {
	t.Parallel()
	site, data, folder := newsSite(t), filepath.Join(t.TempDir(), "archive"), t.TempDir()
	file := filepath.Join(folder, "a.txt")
	if err := os.WriteFile(file, []byte("Idlib\n\nShelling hit Idlib."), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, time.Time{}, time.Now().Add(-time.Hour)); err != nil {
		t.Fatal(err)
	}
	feed := site.URL + "/feed.xml"
	if got := run(t, "", "source", "add", "--data", data, "--every", "1h", feed, folder); got.code != 0 || !strings.Contains(got.err, feed+": added") {
		t.Fatal(got)
	}
	if got := run(t, "", "watch", "--data", data, "--once"); got.code != 0 || !strings.Contains(got.err, "private network") || !strings.Contains(got.err, "1 new") {
		t.Fatal(got)
	}
	if s := inLines(t, data); s[0]["state"] != "failing" || s[1]["state"] != "well" || s[1]["articles"] != 1.0 {
		t.Fatal(s)
	}
	run(t, "", "source", "add", "--data", data, "--every", "1h", feed) // due at once
	if got := run(t, "", "watch", "--data", data, "--once", "--allow-network", "127.0.0.0/8"); got.code != 0 || !strings.Contains(got.err, "1 new") {
		t.Fatal(got)
	}
	if got := run(t, "", "export", "--data", data, "--format", "csv"); !strings.Contains(got.out, "Kafr Zita") || !strings.Contains(got.out, "Idlib") {
		t.Error(got)
	}
	if got := run(t, "", "source", "pause", "--data", data, folder, "https://news.example/"); got.code != cli.SomeDone || !strings.Contains(got.err, "no such source") {
		t.Error(got)
	}
	if got := run(t, "", "source", "list", "--data", data); !strings.Contains(got.out, "paused") || !strings.Contains(got.out, "1h ") {
		t.Error(got)
	}
	if got := run(t, "", "source", "resume", "--data", data, folder); got.code != 0 {
		t.Error(got)
	}
	if got := run(t, "", "source", "remove", "--data", data, folder, feed); got.code != 0 || len(inLines(t, data)) != 0 {
		t.Error(got)
	}
}

// A subscriber receives what a source brings, and nothing that it did not ask for.
func TestSubscriptionToSources(t *testing.T) {
	t.Parallel()
	site, data, bodies := newsSite(t), filepath.Join(t.TempDir(), "archive"), make(chan string, 10)
	desk := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		bodies <- r.Header.Get("Webhook-Signature")[:3] + string(body)
	}))
	defer desk.Close()
	run(t, "", "source", "add", "--data", data, site.URL+"/feed.xml")
	for _, args := range [][]string{{"--filter", "name = 'Kafr Zita'", "kafr-zita"}, {"--filter", "name = 'Paris'", "paris"}} {
		got := run(t, "", append(append([]string{"subscription", "add", "--data", data}, args...), desk.URL)...)
		if got.code != 0 || !strings.HasPrefix(got.out, "whsec_") {
			t.Fatal(got)
		}
	}
	if got := run(t, "", "watch", "--data", data, "--once", "--allow-network", "127.0.0.0/8"); got.code != 0 || len(bodies) != 1 {
		t.Fatal(got, len(bodies))
	}
	if body := <-bodies; !strings.HasPrefix(body, "v1,{") || !strings.Contains(body, `"phrase":"Kafr Zita"`) || strings.Contains(body, `"phrase":"Morek"`) {
		t.Error(body)
	}
	if got := run(t, "", "subscription", "list", "--data", data, "--json"); !strings.Contains(got.out, `"filter":"name = 'Paris'"`) || strings.Contains(got.out, "whsec") {
		t.Errorf("%s%s", got.out, got.err)
	}
	if got := run(t, "", "subscription", "list", "--data", data); !strings.Contains(got.out, "--filter name = 'Paris'") || strings.Contains(got.out, "whsec") {
		t.Error(got)
	}
	if got := run(t, "", "subscription", "remove", "--data", data, "nobody"); got.code != cli.NoneDone || !strings.Contains(got.err, "no such subscription") {
		t.Error(got)
	}
	if got := run(t, "", "subscription", "add", "--data", data, "--filter", "nam = 1", "x", desk.URL); got.code != cli.NoneDone || !strings.Contains(got.err, "nam") {
		t.Error(got)
	}
}

// What a source brings reaches an open page: it receives an event, and the features are available
// then.
func TestServeWatch(t *testing.T) {
	t.Parallel()
	site, data := newsSite(t), filepath.Join(t.TempDir(), "archive")
	if got := run(t, "", "source", "add", "--data", data, site.URL+"/feed.xml"); got.code != 0 {
		t.Fatal(got)
	}
	if got := run(t, "", "source", "pause", "--data", data, site.URL+"/feed.xml"); got.code != 0 {
		t.Fatal(got)
	}
	s := serve(t, "--data", data, "--watch", "--allow-network", "127.0.0.0/8")
	resp, err := http.Get(s.address + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	events := bufio.NewScanner(resp.Body)
	articles := func() string {
		for events.Scan() {
			if line, is := strings.CutPrefix(events.Text(), "data:"); is {
				return gjson.Get(line, "articles").Raw
			}
		}
		t.Fatal("no event", events.Err())
		return ""
	}
	if n := articles(); n != "0" {
		t.Fatalf("%s articles", n)
	}
	if got := run(t, "", "source", "resume", "--data", data, site.URL+"/feed.xml"); got.code != 0 {
		t.Fatal(got)
	}
	if n := articles(); n != "1" {
		t.Errorf("%s articles", n)
	}
	if _, body := s.get(t, "/collections/mentions/items?filter=name='Kafr%20Zita'"); gjson.GetBytes(body, "numberMatched").Int() != 1 {
		t.Errorf("%s", body)
	}
	if _, body := s.get(t, "/sources"); gjson.GetBytes(body, "sources.0.articles").Int() != 1 {
		t.Errorf("%s", body)
	}
	s.stop(t)
}

func TestSourceErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := t.TempDir()
	for _, tt := range []struct{ args, says string }{
		{"source add --data DIR --every 10s https://news.example/", "at least a minute"},
		{"source add --data DIR --language English https://news.example/", "two lower-case letters"},
		{"source add --data DIR https://", "not an address"},
		{"source add --data DIR http://127.0.0.1:/feed.xml", "no port follows the colon"},
		{"source add --data DIR https://me:word@news.example/", "password"},
		{"source add --data DIR --kind folder https://news.example/", "not a folder"},
		{"source add --data DIR --kind feed news", "begins with https://"},
		{"source add --data DIR missing-folder", "missing-folder"},
		{"source list --data DIR", "is not there"},
		{"source pause --data DIR/none x", "no such folder"},
		{"watch --data DIR/none", "no such folder"},
		{"serve --watch", "--data DIR"},
		{"watch --data DIR --allow-network localhost", "localhost"},
	} {
		got := run(t, "", strings.Fields(strings.ReplaceAll(tt.args, "DIR", data))...)
		if got.code != cli.NoneDone || !strings.Contains(got.err, tt.says) {
			t.Errorf("%s: exit %d, %s; want %q", tt.args, got.code, got.err, tt.says)
		}
	}
	if left, _ := os.ReadDir(data); len(left) != 0 {
		t.Error("an archive was made for nothing")
	}
}
