package geoparse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leastSentences is the least number of sentences that test each theatre but the first, which has
// the corpora of docs/accuracy.md.
const leastSentences = 20

// TestTheatres reads sentences about each theatre but the first: the places of any folder of tables
// are found without code for it.
func TestTheatres(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("testdata", "theatres.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	sentences := map[string]int{}
	for line := range strings.Lines(string(table)) {
		column := strings.Split(strings.TrimSpace(line), "\t")
		if len(column) != 3 {
			t.Fatalf("testdata/theatres.tsv: %q has not three columns", line)
		}
		theatre, text := column[0], column[1]
		sentences[theatre]++
		got := strings.Split(found(mustParse(t, testParser(), Input{Text: text}).Mentions), "; ")
		for want := range strings.SplitSeq(column[2], "; ") {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %s\n got  %s\n want %s", theatre, text, strings.Join(got, "; "), want)
			}
		}
	}
	folders, err := os.ReadDir(filepath.Join("..", "gazetteer", "data"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if f.IsDir() && f.Name() != "world" && f.Name() != "syria" && sentences[f.Name()] < leastSentences {
			t.Errorf("%d sentences about %s, want %d", sentences[f.Name()], f.Name(), leastSentences)
		}
	}
}
