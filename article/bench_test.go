package article

import (
	"bytes"
	"context"
	"slices"
	"testing"
)

// biggestSeed returns the longest of the real pages.
func biggestSeed(b *testing.B) string {
	b.Helper()
	sharedFolder(b)
	return string(slices.MaxFunc(seedTexts(), func(x, y []byte) int { return len(x) - len(y) }))
}

func benchmarkInput(b *testing.B, name string, data []byte) {
	b.Helper()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range ReadFrom(context.Background(), name, bytes.NewReader(data)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkText(b *testing.B) { benchmarkInput(b, "a.txt", []byte(biggestSeed(b))) }

func BenchmarkPage(b *testing.B) { benchmarkInput(b, "a.html", []byte(htmlPage("", "3 May 2018"))) }

func BenchmarkFeed(b *testing.B) {
	var feed bytes.Buffer
	feed.WriteString(`<rss version="2.0"><channel><title>T</title>`)
	for range 100 {
		feed.WriteString(`<item><title>Army enters Tarmin</title><pubDate>Thu, 03 May 2018 10:00:00 +0300</pubDate><description>&lt;p&gt;It did so on Thursday.&lt;/p&gt;&lt;p&gt;Residents fled.&lt;/p&gt;</description></item>`)
	}
	feed.WriteString(`</channel></rss>`)
	benchmarkInput(b, "a.rss", feed.Bytes())
}

func BenchmarkRecords(b *testing.B) {
	sharedFolder(b)
	benchmarkInput(b, "a.jsonl", bytes.Join(goldLines("fakes.jsonl", 1000), nil))
}
