package main

import (
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/article"
	"dateline/document"
	"dateline/document/rows"
)

// TestPanicInAnArticle holds that a fault in the reading of one article is named
// and counted, and that those after it are stored. A Reader without a parser fails
// on all that is to be parsed.
func TestPanicInAnArticle(t *testing.T) {
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	in := ingest{into: a, say: newConsole(true), bar: newConsole(true).bar()}
	given := func(id string) reading {
		return reading{article: article.Article{Input: "good.jsonl", Record: []byte(`{"id":"` + id + `","mentions":[]}`)}}
	}
	bad := reading{article: article.Article{Input: "bad.txt", Lines: [2]int{7, 9}, Text: "Shelling hit Morek."}}
	if err := in.read(t.Context(), slices.Values([]reading{given("1"), bad, given("2")})); err != nil {
		t.Fatal(err)
	}
	if in.total.Added != 2 || in.failed != 1 {
		t.Errorf("%d added, %d failed", in.total.Added, in.failed)
	}
	if _, err := in.pack(t.Context(), bad); err == nil || !strings.HasPrefix(err.Error(), "bad.txt:7: ") || !strings.Contains(err.Error(), "fault of Dateline") {
		t.Errorf("says %v", err)
	}
}

// TestPanicInALine is the same for lines of JSON that are only parsed.
func TestPanicInALine(t *testing.T) {
	file := inFile(t, "bad.jsonl", strings.Repeat(shelling, 3))
	failed := 0
	for _, err := range parsed(t.Context(), document.Reader{}, file) {
		if failed++; err == nil || !strings.Contains(err.Error(), file+", line ") {
			t.Errorf("says %v", err)
		}
	}
	if failed != 3 {
		t.Errorf("%d of 3 lines are named", failed)
	}
}
