package main

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/cmd/dateline/reparse"
)

// remade is the output of reparse --json.
func remade(t *testing.T, args ...string) reparse.Counts {
	t.Helper()
	r := run(t, "", append([]string{"reparse", "--json"}, args...)...)
	var done reparse.Counts
	if err := json.Unmarshal([]byte(r.out), &done); err != nil || r.code != 0 {
		t.Fatalf("%d %s %s: %v", r.code, r.out, r.err, err)
	}
	return done
}

// TestReparse: articles read by the same version are left alone, or read again without change; with
// another gazetteer, what is reported as changed does change, and changes back.
func TestReparse(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	dir := t.TempDir()
	texts := inFile(t, "texts.jsonl", `{"id":"1","text":"Shelling hit Morek. The village of Zzyqqat was quiet.","published":"2020-01-02"}`+"\n"+
		`{"id":"2","text":"An army took Hama."}`+"\n"+`{"id":"3","text":"Somewhere.","mentions":[{"start":0,"end":9,"phrase":"Somewhere"}]}`+"\n")
	if r := run(t, "", "ingest", "-q", "--data", dir, texts); r.code != 0 {
		t.Fatal(r.err)
	}
	if done := remade(t, "--data", dir); done.Read != 0 || done.Current != 2 || done.Given != 1 {
		t.Errorf("by the same version: %+v", done)
	}
	if done := remade(t, "--data", dir, "--only", "all"); done.Read != 2 || done.Articles != 0 || done.Written != 0 {
		t.Errorf("all, by the same version: %+v", done)
	}
	if done := remade(t, "--data", dir, "--only", "all", "--source", "Nobody"); done.Read != 0 {
		t.Errorf("of a source that there is not: %+v", done)
	}
	places := t.TempDir()
	table := inFile(t, "places.csv", "id,name,lat,lon\nx1,Zzyqqat,35.2,36.5\n")
	if r := run(t, "", "gazetteer", "import", "--gazetteers", places, "--data", dir, table); r.code != 0 || !strings.Contains(r.err, "1 article of "+dir+" would change: dateline reparse --data "+dir) {
		t.Fatal(r.err)
	}
	dry := remade(t, "--data", dir, "--gazetteers", places, "--dry-run")
	if dry.Articles != 1 || dry.Moved+dry.New != 1 || dry.Written != 0 {
		t.Errorf("with another place: %+v", dry)
	}
	if done := remade(t, "--data", dir, "--gazetteers", places); done.Changes != dry.Changes || done.Written != 1 {
		t.Errorf("with another place: %+v", done)
	}
	export := func() string {
		return run(t, "", "export", "--data", dir, "--format", "csv").out
	}
	if rows := export(); !strings.Contains(rows, "36.5") {
		t.Errorf("the archive has\n%s", rows)
	}
	if done := remade(t, "--data", dir); done.Articles != 1 {
		t.Errorf("without it: %+v", done)
	}
	if rows := export(); strings.Contains(rows, "36.5 ") {
		t.Errorf("the archive has\n%s", rows)
	}
}
