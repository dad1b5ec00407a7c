package geoparse

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var updateKinds = flag.Bool("update", false, "rewrite testdata/kinds.tsv with what is found now")

// leastOfKind is the least number of sentences of each kind.
const leastOfKind = 5

// TestKinds reads sentences of every kind that the probes of docs/accuracy.md have, in other words:
// testdata/kinds.tsv has a kind, a text and its mentions.
func TestKinds(t *testing.T) {
	file := filepath.Join("testdata", "kinds.tsv")
	table, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	kinds := map[string]int{}
	for line := range strings.Lines(string(table)) {
		column := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(column) != 3 {
			t.Fatalf("%s: %q has not three columns", file, line)
		}
		kind, text, want := column[0], column[1], column[2]
		kinds[kind]++
		got := reported(mustParse(t, testParser(), Input{Text: text}))
		if got != want && !*updateKinds {
			t.Errorf("%s: %s\n got  %s\n want %s", kind, text, got, want)
		}
		out.WriteString(kind + "\t" + text + "\t" + got + "\n")
	}
	for kind, n := range kinds {
		if n < leastOfKind {
			t.Errorf("%d sentences of kind %s, want %d", n, kind, leastOfKind)
		}
	}
	if *updateKinds {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// reported writes mentions as found does, followed by the fronts.
func reported(r Result) string {
	out := found(r.Mentions)
	for i := range r.Fronts {
		out += " | " + string(r.Fronts[i].Kind) + ": " + r.Fronts[i].Reading
	}
	return out
}
