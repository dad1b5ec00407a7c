package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEval: the figures of a small gold, as a table and as JSON.
func TestEval(t *testing.T) {
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
