package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
	"dateline/frontend"
)

// TestPublish publishes the sample; the browser tests open such sites.
func TestPublish(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	data, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	if got := run(t, "", "ingest", "--data", data, filepath.Join("..", "..", "sample")); got.code != 0 {
		t.Fatal(got.err)
	}
	got := run(t, "", "publish", "--data", data, out)
	if !frontend.Built() {
		if got.code != cli.NoneDone || !strings.Contains(got.err, "make build") {
			t.Errorf("exit %d: %s", got.code, got.err)
		}
		t.Skip("no page was built: make page")
	}
	if got.code != 0 || !strings.Contains(got.err, "46 articles, ") {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	var articles int
	var size float64
	if _, err := fmt.Sscanf(got.err, "%d articles, %f MB", &articles, &size); err != nil || size < 0.1 || size > 2 {
		t.Errorf("%f MB, %v: %s", size, err, got.err)
	}
	sentences := filepath.Join(t.TempDir(), "sentences")
	if got := run(t, "", "publish", "--data", data, "--text", "sentences", sentences); got.code != 0 {
		t.Fatal(got.err)
	}
	whole, _ := os.Stat(filepath.Join(out, "data", "documents-0.js"))
	less, err := os.Stat(filepath.Join(sentences, "data", "documents-0.js"))
	if err != nil || less.Size() >= whole.Size() {
		t.Errorf("%v, %v", less, err)
	}
	if got := run(t, "", "publish", "--data", data, data); got.code != cli.NoneDone || !strings.Contains(got.err, "give a new folder") {
		t.Errorf("over an archive: exit %d: %s", got.code, got.err)
	}
}
