package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEval: the figures of a small gold corpus, as a table and as JSON.
func TestEval(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	gold := filepath.Join(t.TempDir(), "small.jsonl")
	const text = `{"id":"1","text":"Shells fell on Morek and Hama.","toponyms":[{"start":15,"end":20,"phrase":"Morek","lat":35.38,"lon":36.69},{"start":25,"end":29,"phrase":"Hama","lat":-10,"lon":-60}]}` + "\n"
	if err := os.WriteFile(gold, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	table := run(t, "", "eval", gold)
	if rows := strings.Split(strings.TrimSpace(table.out), "\n"); table.code != 0 || len(rows) != 2 || !strings.HasPrefix(strings.TrimSpace(rows[1]), "small") {
		t.Errorf("exit %d: %s%s", table.code, table.out, table.err)
	}
	var got struct {
		Corpus   string
		Toponyms struct {
			Gold   int
			Strict struct{ F1 float64 }
			Near   float64 `json:"within_161_km"`
		}
		Fronts *struct{}
	}
	lines := run(t, "", "eval", "--json", gold)
	if err := json.Unmarshal([]byte(lines.out), &got); err != nil || lines.code != 0 {
		t.Fatalf("exit %d, %v: %s%s", lines.code, err, lines.out, lines.err)
	}
	if got.Corpus != "small" || got.Toponyms.Gold != 2 || got.Toponyms.Strict.F1 != 1 || got.Toponyms.Near != 0.5 || got.Fronts != nil {
		t.Errorf("%s", lines.out)
	}
}

// TestEvalDates: numeric dates are read in the order that others of the corpus imply, as parse
// reads them.
func TestEvalDates(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	gold := filepath.Join(t.TempDir(), "dates.jsonl")
	const text = `{"id":"1","published":"10/4/2017","text":"The army captured Morek on Monday.","events":[{"start":9,"end":17,"types":["capture"],"places":[{"start":18,"end":23}],"date":"2017-10-02"}]}` + "\n" +
		`{"id":"2","published":"10/31/2017","text":"Nothing happened."}` + "\n"
	if err := os.WriteFile(gold, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	lines := run(t, "", "eval", "--json", gold)
	var got struct {
		Events struct{ Date struct{ Right, All int } }
	}
	if err := json.Unmarshal([]byte(lines.out), &got); err != nil || lines.code != 0 {
		t.Fatalf("exit %d, %v: %s%s", lines.code, err, lines.out, lines.err)
	}
	if got.Events.Date.Right != 1 || got.Events.Date.All != 1 {
		t.Errorf("%s", lines.out)
	}
}
