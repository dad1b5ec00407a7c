package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/access"
	"dateline/cmd/dateline/setup"
)

// TestLogOfWrites: the log of an archive has every change made by commands, with author and result;
// reading, and commands that change nothing, leave no entry.
func TestLogOfWrites(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data, folder := t.TempDir(), t.TempDir()
	const id = "2fa3415a21957714" // of the article on shelling
	var want []string
	for _, step := range []struct {
		args   []string
		result string // what the log must contain; empty: nothing
	}{
		{[]string{"ingest", "-"}, "1 article added"},
		{[]string{"ingest", "-"}, ""},
		{[]string{"correct", id, "--of", "article", "--title", "Shells"}, "1 correction made; 1 article changed"},
		{[]string{"remove", "--dry-run", id}, ""},
		{[]string{"remove", id}, "1 article"},
		{[]string{"remove", id}, ""},
		{[]string{"remove", "--list"}, ""},
		{[]string{"remove", "--undo", id}, "1 article"},
		{[]string{"reparse"}, ""},
		{[]string{"source", "add", folder}, folder},
		{[]string{"source", "list"}, ""},
		{[]string{"source", "pause", "https://nobody.example/"}, ""},
		{[]string{"source", "pause", folder}, folder},
		{[]string{"source", "resume", folder}, folder},
		{[]string{"source", "remove", folder}, folder},
		{[]string{"subscription", "add", "desk", "https://desk.example/"}, "desk"},
		{[]string{"subscription", "remove", "desk"}, "desk"},
		{[]string{"export"}, ""},
	} {
		args := append(slices.Clone(step.args), "--data", data)
		run(t, shelling, args...)
		if step.result != "" {
			want = append(want, step.result)
		}
		got, broken, err := access.OpenAudit(filepath.Join(data, access.AuditName)).Last(100)
		if err != nil || broken != 0 || len(got) != len(want) {
			t.Fatalf("%v: %d entries, %d broken, %v; want %d", step.args, len(got), broken, err, len(want))
		}
		if step.result == "" {
			continue
		}
		action := strings.Join(step.args, " ")
		if e := got[0]; e.Who != setup.WhoIs("") || e.Time.IsZero() || !strings.HasPrefix(action, e.Action) || !strings.HasPrefix(e.Result, step.result) {
			t.Errorf("%v: %+v, want %s", step.args, e, step.result)
		}
	}
}
