package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/article/segment"
	"dateline/work"
)

// gold is an article of a real page, with bounds annotated by hand.
type gold struct {
	ID        string
	File      string
	First     int    `json:"first_line"`
	Last      int    `json:"last_line"`
	Published string // may be null
	Lang      string
}

// minGold is the least number of gold articles found with their bounds: all of them.
const minGold = 15

func TestGold(t *testing.T) {
	folder := sharedFolder(t)
	golds := readGold(t, filepath.Join(folder, "eval", "dev", "seeds.jsonl"))
	good := 0
	for _, g := range golds {
		data, err := os.ReadFile(filepath.Join(folder, "seeds", g.File))
		if err != nil {
			t.Fatal(err)
		}
		a, overlap := bestMatch(g, string(data))
		day := ""
		if !a.Published.IsZero() {
			day = a.Published.Format("2006-01-02")
		}
		ok := overlap >= 0.9 && day == g.Published && a.Lang == g.Lang
		if ok {
			good++
		}
		t.Logf("%-12s lines %d-%d overlap %.2f date %q gold %q lang %s ok %v",
			g.ID, a.Lines[0], a.Lines[1], overlap, day, g.Published, a.Lang, ok)
	}
	t.Logf("%d of %d with their own bounds, date and language", good, len(golds))
	if good < minGold {
		t.Errorf("%d gold articles came out right, want at least %d", good, minGold)
	}
}

func readGold(t *testing.T, path string) []gold {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var golds []gold
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var g gold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		golds = append(golds, g)
	}
	return golds
}

// bestMatch returns the article that overlaps a gold one most, by intersection over union of their
// lines that are not blank.
func bestMatch(g gold, text string) (best Article, overlap float64) {
	raws := strings.Split(text, "\n")
	own := map[int]bool{}
	for n := g.First; n <= g.Last; n++ {
		if strings.TrimSpace(raws[n-1]) != "" {
			own[n] = true
		}
	}
	articles, _ := fromText(task{Counter: work.New(context.Background())}, text, segment.Scraped)
	for _, a := range articles {
		if o := jaccard(keptLines(a, raws), own); o > overlap {
			best, overlap = a.finish(g.File), o
		}
	}
	return best, overlap
}

// keptLines finds the lines of the file that an article's Text is made of.
func keptLines(a Article, raws []string) map[int]bool {
	kept := map[int]bool{}
	n := a.Lines[0]
	for l := range strings.SplitSeq(a.Text, "\n") {
		if strings.TrimSpace(l) == "" {
			continue
		}
		for raws[n-1] != l {
			n++
		}
		kept[n] = true
		n++
	}
	return kept
}

func jaccard(a, b map[int]bool) float64 {
	both, either := 0, 0
	for n, in := range a {
		if in && b[n] {
			both++
		}
		if in {
			either++
		}
	}
	for n, in := range b {
		if in && !a[n] {
			either++
		}
	}
	return float64(both) / float64(either)
}
