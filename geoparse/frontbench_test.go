package geoparse

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"testing"

	"dateline/geoparse/spatial/draw"
	"dateline/geoparse/token"
	"dateline/work"
)

// benchTexts are the shared seed documents, or else the sample articles.
func benchTexts(b *testing.B) []string {
	b.Helper()
	shared := cmp.Or(os.Getenv("DATELINE_SHARED"), filepath.Join("..", "..", "shared"))
	files, _ := filepath.Glob(filepath.Join(shared, "seeds", "*.txt"))
	if len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join("..", "sample", "*.txt"))
	}
	var texts []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	if len(texts) == 0 {
		b.Fatal("no texts")
	}
	return texts
}

// BenchmarkFronts measures what reading fronts adds to parsing: with fronts, without, and the
// fronts alone with an empty cache of drawings.
func BenchmarkFronts(b *testing.B) {
	texts := benchTexts(b)
	bytes := 0
	for _, text := range texts {
		bytes += len(text)
	}
	each := func(b *testing.B, run func(text string)) {
		b.SetBytes(int64(bytes))
		for b.Loop() {
			for _, text := range texts {
				run(text)
			}
		}
	}
	p := testParser()
	b.Run("with", func(b *testing.B) { each(b, func(text string) { mustParse(b, p, Input{Text: text}) }) })
	b.Run("without", func(b *testing.B) { each(b, func(text string) { resolved(p, text).result() }) })
	b.Run("undrawn", func(b *testing.B) {
		fresh := *p
		b.SetBytes(int64(bytes))
		for b.Loop() {
			fresh.drawer = draw.New(p.gaz)
			for _, text := range texts {
				mustParse(b, &fresh, Input{Text: text})
			}
		}
	})
}

// resolved parses a text as Parse does, without fronts.
func resolved(p *Parser, text string) *parse {
	return p.readNames(token.Steps{Counter: work.New(context.Background())}, newPool(), Input{Text: text})
}
