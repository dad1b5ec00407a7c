package read

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/archive"
	"dateline/article"
	"dateline/cmd/dateline/cli"
	"dateline/document"
	"dateline/document/rows"
)

// TestPanicInAnArticle: a panic while one article is read is reported and counted, and later
// articles are stored. A Reader without a parser panics on everything.
func TestPanicInAnArticle(t *testing.T) {
	a, err := archive.OpenWriter(t.Context(), rows.DefaultModel(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	say := cli.NewConsole(true)
	in := Ingest{into: a, say: say, bar: say.Bar()}
	given := func(id string) Result {
		return Result{Article: article.Article{Input: "good.jsonl", Record: []byte(`{"id":"` + id + `","mentions":[]}`)}}
	}
	bad := Result{Article: article.Article{Input: "bad.txt", Lines: [2]int{7, 9}, Text: "Shelling hit Morek."}}
	if err := in.Read(t.Context(), slices.Values([]Result{given("1"), bad, given("2")})); err != nil {
		t.Fatal(err)
	}
	if in.total.Added != 2 || in.failed != 1 {
		t.Errorf("%d added, %d failed", in.total.Added, in.failed)
	}
	if _, err := in.pack(t.Context(), bad); err == nil || !strings.HasPrefix(err.Error(), "bad.txt:7: ") || !strings.Contains(err.Error(), "fault of Dateline") {
		t.Errorf("says %v", err)
	}
}

// line is an article as a line of JSON.
const line = `{"id":"1","text":"Shelling hit Morek."}` + "\n"

// TestPanicInALine does the same for lines of JSON that are only parsed.
func TestPanicInALine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(file, []byte(strings.Repeat(line, 3)), 0o600); err != nil {
		t.Fatal(err)
	}
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
