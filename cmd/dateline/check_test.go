package main

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"dateline/cmd/dateline/cli"
)

// given are documents of another geoparser, which keep their ids.
const given = `{"id":"a","title":"One","mentions":[{"start":0,"end":3,"phrase":"One","lat":35,"lon":36,"place":"gn1","name":"One"}],"text":"One."}
{"id":"b","title":"Two","mentions":[{"start":0,"end":3,"phrase":"Two","lat":35,"lon":36,"place":"gn1","name":"One"}],"text":"Two."}
`

// change runs SQL on the file of an archive.
func change(t *testing.T, data, sql string) {
	t.Helper()
	c, err := sqlite3.OpenFlags(filepath.Join(data, "dateline.gpkg"), sqlite3.OPEN_READWRITE)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Exec(sql); err != nil {
		t.Fatal(err)
	}
}

func TestCompact(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := archiveOf(t, given)
	for _, args := range [][]string{{"compact", data}, {"compact", "--data", data}} {
		if got := run(t, "", args...); got.code != 0 || !strings.Contains(got.err, " MB before") {
			t.Errorf("%v: exit %d: %s%s", args, got.code, got.out, got.err)
		}
	}
}

func TestCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := archiveOf(t, given)
	for _, args := range [][]string{{"check", data}, {"check", "--data", data}} {
		if got := run(t, "", args...); got.code != 0 || got.out != "sound: 2 articles, 2 mentions, 0 fronts, 1 place\n" || got.err != "" {
			t.Errorf("%v: exit %d: %s%s", args, got.code, got.out, got.err)
		}
	}
	for _, args := range [][]string{{"check"}, {"check", t.TempDir()}, {"check", "no-such-folder"}} {
		if got := run(t, "", args...); got.code != cli.NoneDone || got.err == "" {
			t.Errorf("%v: exit %d: %s%s", args, got.code, got.out, got.err)
		}
	}
	empty := t.TempDir()
	if err := os.WriteFile(filepath.Join(empty, "dateline.gpkg"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "", "check", empty); got.code != cli.SomeDone || !strings.Contains(got.err, "is empty") {
		t.Errorf("empty: exit %d: %s%s", got.code, got.out, got.err)
	}
}

// TestRescue: a damaged document is named by all that read it, and the others can be copied into a
// new archive.
func TestRescue(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := archiveOf(t, given)
	change(t, data, `UPDATE dateline_documents SET body = substr(body, 1, 20) WHERE fid = 1`)
	saved := filepath.Join(t.TempDir(), "saved.jsonl")
	got := run(t, "", "check", data, "--rescue", saved)
	if got.code != cli.SomeDone || got.out != "" || !strings.Contains(got.err, `article "a": its document is damaged`) || !strings.Contains(got.err, "of 2 articles 1 can be read") {
		t.Errorf("exit %d: %s%s", got.code, got.out, got.err)
	}
	s := serve(t, "--data", data)
	for id, want := range map[string]int{"a": http.StatusInternalServerError, "b": http.StatusOK, "c": http.StatusNotFound} {
		if status, body := s.get(t, "/articles/"+id); status != want {
			t.Errorf("/articles/%s answers %d: %s", id, status, body)
		}
	}
	s.stop(t)
	if !strings.Contains(s.said.String(), `article \"a\" is damaged`) {
		t.Errorf("the log says %s", s.said)
	}
	again := t.TempDir()
	if got := run(t, "", "ingest", "--data", again, saved); got.code != 0 || !strings.Contains(got.err, "1 article added") {
		t.Errorf("exit %d: %s", got.code, got.err)
	}
	if got := run(t, "", "check", again); got.code != 0 {
		t.Error(got.err)
	}
}

// TestDamageIsNoData: nothing is exported from an archive whose rows are not as they were stored,
// and nothing is added to one whose structure is damaged.
func TestDamageIsNoData(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := archiveOf(t, given)
	change(t, data, `DROP TRIGGER dateline_mention_edited; UPDATE mentions SET name = 'Another'`) // as a flipped bit: no edit is recorded
	for _, args := range [][]string{{"export", "--data", data}, {"serve", "--addr", "127.0.0.1:0", "--data", data}} {
		got := run(t, "", args...)
		if got.code != cli.NoneDone || got.out != "" || !strings.Contains(got.err, "damaged") || !strings.Contains(got.err, "dateline check") {
			t.Errorf("%v: exit %d: %s%s", args, got.code, got.out, got.err)
		}
	}
	file := filepath.Join(data, "dateline.gpkg")
	bytesOf, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndex(bytesOf, []byte("Another")) / (16 << 10) * (16 << 10)
	bytesOf[at] ^= 0xff // the kind of the page
	if err := os.WriteFile(file, bytesOf, 0o600); err != nil {
		t.Fatal(err)
	}
	got := run(t, shelling, "ingest", "--data", data, "-")
	if got.code != cli.NoneDone || !strings.Contains(got.err, "damaged") || !strings.Contains(got.err, "dateline check") {
		t.Errorf("ingest: exit %d: %s", got.code, got.err)
	}
	if after, _ := os.ReadFile(file); !bytes.Equal(after, bytesOf) {
		t.Error("ingest has changed a file that is damaged")
	}
}

// TestRescueKeepsEverything: the sources, subscriptions, corrections and own places of a damaged
// archive are saved with its articles, even without the end of the file, and copied into a new one.
func TestRescueKeepsEverything(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data := archiveOf(t, given)
	for _, args := range [][]string{
		{"source", "add", "--data", data, "https://paper.example/feed", "--name", "Paper"},
		{"source", "pause", "--data", data, "https://paper.example/feed"},
		{"subscription", "add", "--data", data, "desk", "https://desk.example/hook"},
		{"correct", "--data", data, "a-0-3", "--not-a-place"},
		{"place", "add", "--data", data, "Checkpoint Nine", "--point", "36.5,35.1"},
	} {
		if got := run(t, "", args...); got.code != 0 {
			t.Fatalf("%v: exit %d: %s", args, got.code, got.err)
		}
	}
	change(t, data, `DROP TRIGGER dateline_mention_edited; CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob(500000)); PRAGMA wal_checkpoint(TRUNCATE)`)
	file := filepath.Join(data, "dateline.gpkg")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, info.Size()-100_000); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(t.TempDir(), "saved.jsonl")
	if got := run(t, "", "check", data, "--rescue", saved); got.code != cli.SomeDone || !strings.Contains(got.err, "4 lines of what it keeps beside articles") {
		t.Fatalf("exit %d: %s%s", got.code, got.out, got.err)
	}
	again := t.TempDir()
	for _, args := range [][]string{{"ingest", "--data", again, saved}, {"restore", saved + ".kept", again}, {"restore", saved + ".kept", again}} {
		if got := run(t, "", args...); got.code != 0 {
			t.Fatalf("%v: exit %d: %s", args, got.code, got.err)
		}
	}
	for want, args := range map[string][]string{
		"https://paper.example/feed  paused": {"source", "list", "--data", again},
		"https://desk.example/hook":          {"subscription", "list", "--data", again},
		`"not_a_place":true`:                 {"correct", "--list", "--data", again},
		"Checkpoint Nine":                    {"place", "list", "--data", again},
	} {
		if got := run(t, "", args...); got.code != 0 || strings.Count(got.out, want) != 1 {
			t.Errorf("%v: exit %d: %s%s, want %s", args, got.code, got.out, got.err, want)
		}
	}
}
