package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/access"
	"dateline/archive/postgres/postgrestest"
	"dateline/cmd/dateline/cli"
)

// ok runs dateline, which must succeed, and returns what it prints.
func ok(t *testing.T, args ...string) string {
	t.Helper()
	got := run(t, "", args...)
	if got.code != 0 {
		t.Fatalf("dateline %s: exit %d: %s", strings.Join(args, " "), got.code, got.err)
	}
	return got.out
}

// towns is a text that names some towns.
func towns(i int) string {
	return fmt.Sprintf(`{"id":"t%d","title":"Report %[1]d","source":"Outlet %[1]d","published":"2019-08-0%[1]d","text":"Report %[1]d\nAirstrikes hit Khan Shaykhun, Idlib and Morek on Monday. Rebels withdrew from Kafr Zita to Latamneh, a source said."}`+"\n", i)
}

// TestPostgres takes an archive in a database through its life: created, filled, served by two
// servers, changed while they run, checked, and copied into a folder and back.
func TestPostgres(t *testing.T) {
	t.Parallel()
	data := postgrestest.New(t)
	if got := run(t, "", "ingest", "--data", data, inFile(t, "a.jsonl", towns(1))); got.code != cli.NoneDone || !strings.Contains(got.err, "dateline migrate --data") {
		t.Fatalf("without tables: exit %d: %s", got.code, got.err)
	}
	ok(t, "migrate", "--data", data)
	ok(t, "migrate", "--data", data)
	ok(t, "ingest", "--data", data, inFile(t, "a.jsonl", towns(1)+towns(2)+towns(3)))
	one, two := serve(t, "--data", data), serve(t, "--data", data)
	sameTag(t, one, two, "3")

	ok(t, "ingest", "--data", data, inFile(t, "b.jsonl", towns(4)))
	ok(t, "remove", "--data", data, idsIn(t, data, "articles")[1])
	ok(t, "correct", "--data", data, "--not-a-place", idsIn(t, data, "mentions")[0])
	ok(t, "reparse", "--data", data)
	said := ""
	for _, args := range [][]string{
		{"source", "add", "https://news.example.org/feed.xml"}, {"place", "add", "--point", "36.5,35.5", "Tell Somewhere"}, {"subscription", "list"},
	} {
		got := run(t, "", append(args, "--data", strings.Replace(data, "dateline@", "dateline:hunter2@", 1))...)
		if got.code != 0 || strings.Contains(got.out+got.err, "hunter2") {
			t.Errorf("dateline %s: exit %d: %s", strings.Join(args, " "), got.code, got.err)
		}
		said += got.err
	}
	if !strings.Contains(said, "dateline work --data "+data+" looks at it") || !strings.Contains(said, "dateline reparse --data "+data) {
		t.Error(said)
	}
	secret := strings.TrimSpace(ok(t, "token", "add", "--data", data, "--name", "desk", "--rights", "read,add"))
	sameTag(t, one, two, "3")
	ok(t, "check", "--data", data)

	dir, again := t.TempDir(), postgrestest.New(t)
	ok(t, "copy", "--tokens", data, dir)
	ok(t, "check", "--data", dir)
	ok(t, "migrate", "--data", again)
	if token, err := access.Open(filepath.Join(dir, access.FileName)).Find(secret, time.Now()); err != nil || token.Name != "desk" {
		t.Errorf("the token of a copy: %+v, %v", token, err)
	}
	ok(t, "copy", dir, again, "--tokens")
	ok(t, "check", "--data", again)
	lists := [][]string{{"export"}, {"export", "--collection", "events"}, {"export", "--collection", "documents"}, {"source", "list"}, {"token", "list"}, {"place", "list"}, {"correct", "--list"}, {"remove", "--list"}}
	if testing.Short() {
		lists = lists[:1] // one goroutine each
	}
	for _, what := range lists {
		args := append(what, "--data")
		want := ok(t, append(args, data)...)
		for _, at := range []string{dir, again} {
			if got := ok(t, append(args, at)...); got != want {
				t.Errorf("dateline %s %s:\n%s\nwant\n%s", strings.Join(args, " "), at, got, want)
			}
		}
	}
	sameTag(t, one, serve(t, "--data", dir), "3")
	sameTag(t, one, serve(t, "--data", again), "3")
}

// TestTokensInDatabase: the servers of a database share its tokens and log writes.
func TestTokensInDatabase(t *testing.T) {
	t.Parallel()
	data := postgrestest.New(t)
	ok(t, "migrate", "--data", data)
	secret := strings.TrimSpace(ok(t, "token", "add", "--data", data, "--name", "desk", "--rights", "read,add,admin"))
	if got := ok(t, "token", "list", "--data", data); !strings.Contains(got, "desk") {
		t.Error(got)
	}
	s := serve(t, "--data", data, "--private")
	ask := func(method, path, token, body string) (status int, answer string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, s.address+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", "text/plain")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		all, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(all)
	}
	if status, _ := ask(http.MethodGet, "/collections", "dl_other", ""); status != http.StatusUnauthorized {
		t.Errorf("a token that there is none of: %d", status)
	}
	if status, said := ask(http.MethodPost, "/articles", secret, "Shelling hit Morek on Monday."); status/100 != 2 {
		t.Errorf("%d %s", status, said)
	}
	if _, log := ask(http.MethodGet, "/audit", secret, ""); !strings.Contains(log, `"desk"`) || !strings.Contains(log, "POST /articles") || !strings.Contains(log, "token add") {
		t.Error(log)
	}
	ok(t, "token", "remove", "--data", data, "desk")
	for end := time.Now().Add(10 * time.Second); ; {
		if status, _ := ask(http.MethodGet, "/collections", secret, ""); status == http.StatusUnauthorized {
			break
		}
		if time.Now().After(end) {
			t.Fatal("a token that was removed is known still")
		}
	}
}

// TestWork: a worker reads what a source lists and what is queued for a reparse, and stops on a
// signal.
func TestWork(t *testing.T) {
	t.Parallel()
	data, folder := postgrestest.New(t), t.TempDir()
	ok(t, "migrate", "--data", data)
	for i := range 3 {
		if err := os.WriteFile(fmt.Sprintf("%s/%d.jsonl", folder, i), []byte(towns(i+1)), 0o600); err != nil {
			t.Fatal(err)
		}
		past := time.Now().Add(-time.Hour)
		if err := os.Chtimes(fmt.Sprintf("%s/%d.jsonl", folder, i), past, past); err != nil {
			t.Fatal(err)
		}
	}
	ok(t, "source", "add", "--data", data, folder)
	ok(t, "reparse", "--data", data, "--queue")
	work := command(t, "work", "--data", data, "--concurrency", "2")
	var said bytes.Buffer
	work.Stderr = &said
	if err := work.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); len(idsIn(t, data, "articles")) < 3; {
		if time.Now().After(end) {
			_ = work.Process.Kill()
			t.Fatalf("not after a minute: %s", said.String())
		}
	}
	if err := work.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := work.Wait(); err != nil || !strings.Contains(said.String(), folder+": 3 new") {
		t.Errorf("%v: %s", err, said.String())
	}
	if got := ok(t, "source", "list", "--data", data); !strings.Contains(got, "well") {
		t.Error(got)
	}
	for _, args := range [][]string{{"work", "--data", folder}, {"work", "--data", data, "--concurrency", "0"}, {"reparse", "--data", data, "--queue", "--dry-run"}} {
		if got := run(t, "", args...); got.code == 0 || strings.Contains(got.err, "panic") {
			t.Errorf("%v: exit %d: %s", args, got.code, got.err)
		}
	}
}

// idsIn returns the ids of the features of a collection, in order.
func idsIn(t *testing.T, data, collection string) (ids []string) {
	t.Helper()
	var all struct{ Features []struct{ ID string } }
	if err := json.Unmarshal([]byte(ok(t, "export", "--data", data, "--collection", collection)), &all); err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Features {
		ids = append(ids, f.ID)
	}
	return ids
}

// sameTag waits until two servers return the same tag and so many articles.
func sameTag(t *testing.T, a, b *serving, articles string) {
	t.Helper()
	of := func(s *serving) string {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.address+"/collections/articles/items?limit=1", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = "news.example.org" // as behind one name: links are part of the response
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.Header.Get("ETag")
	}
	count := func(s *serving) string { return fmt.Sprint(s.matched(t, "/collections/articles/items?limit=1")) }
	for end := time.Now().Add(20 * time.Second); of(a) != of(b) || of(a) == "" || count(a) != articles; {
		if time.Now().After(end) {
			t.Fatalf("the tags are %s and %s, with %s and %s articles", of(a), of(b), count(a), count(b))
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// TestPostgresErrors: errors about a database have its address without the password, and a hint.
func TestPostgresErrors(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	is := postgrestest.New(t)
	host := strings.TrimSuffix(is, is[strings.LastIndex(is, "/"):])
	secret := strings.Replace(host, "dateline@", "dateline:secret@", 1)
	for _, tt := range []struct{ name, data, says string }{
		{"no server", "postgres://dateline:secret@127.0.0.1:1/news", "can't be reached"},
		{"no database", secret + "/none", "make it with createdb"},
		{"no PostGIS", secret + "/postgres", "has no PostGIS: run `dateline migrate`"},
		{"no tables", strings.Replace(is, host, secret, 1), "run `dateline migrate --data"},
		{"no address", "postgres://[", "is no address of a database"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := run(t, "", "export", "--data", tt.data)
			if got.code != cli.NoneDone || !strings.Contains(got.err, tt.says) || strings.Contains(got.err, "secret") {
				t.Errorf("exit %d: %s", got.code, got.err)
			}
		})
	}
	for _, args := range [][]string{{"compact", "--data", is}, {"backup", is, t.TempDir() + "/b.gpkg"}, {"token", "list", "--data", is}} {
		if got := run(t, "", args...); got.code == 0 || strings.Contains(got.err, "panic") {
			t.Errorf("%v: exit %d: %s", args, got.code, got.err)
		}
	}
}
