package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse"
)

// BenchmarkParse reads articles of the shared material; it measures the cost of an article with the
// gazetteer in DATELINE_GAZETTEERS (docs/gazetteer.md).
func BenchmarkParse(b *testing.B) {
	articles := readArticles(b)
	g, err := gazetteer.NewStore(os.Getenv("DATELINE_GAZETTEERS")).Gazetteer()
	if err != nil {
		b.Fatal(err)
	}
	parser, err := geoparse.New(g)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	for i := 0; b.Loop(); i++ {
		if _, err := parser.Parse(b.Context(), articles[i%len(articles)]); err != nil {
			b.Fatal(err)
		}
	}
}

func readArticles(b *testing.B) []geoparse.Input {
	b.Helper()
	f, err := os.Open(filepath.Join(cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "..", "shared")), "eval", "dev", "fakes.jsonl"))
	if err != nil {
		b.Skip("no articles (DATELINE_SHARED)")
	}
	defer f.Close()
	var articles []geoparse.Input
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			b.Fatal(err)
		}
		articles = append(articles, geoparse.Input{Title: a.Title, Text: a.Text})
	}
	return articles
}
