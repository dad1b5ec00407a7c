package article

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"dateline/article/feed"
	"dateline/article/html"
	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/work"
)

// hostile are inputs made to take long: a prefix, and a unit that is repeated.
var hostile = []struct{ name, format, begin, unit string }{
	{"nested", "page", "", "<div>"},
	{"nested texts", "page", "", "<div>x"},
	{"nested headings", "page", "", "<h1>x"},
	{"nested times", "page", "", "<time>x"},
	{"nested forms", "page", "", "<form>x"},
	{"nested articles", "page", "", "<article>Army enters"},
	{"nested tables", "page", "", "<table><tr><td>x"},
	{"texts in tables", "page", "<table>", "x<tr>"},
	{"open paragraphs", "page", "", "<p>Army enters Tarmin."},
	{"open links", "page", "", "<a href=x>y"},
	{"open letters", "page", "", "<b id=1>x"},
	{"ends without a beginning", "page", "", "x</span>"},
	{"bodies", "page", "", "<body a=b>x"},
	{"attributes", "page", "<p ", "a=b "},
	{"long attribute", "page", `<p class="`, "comment-"},
	{"entities", "page", "", "&amp;"},
	{"entities without an end", "page", "", "&amp"},
	{"comments", "page", "", "x<!-- y -->"},
	{"open comments", "page", "", "<!--"},
	{"scripts", "page", "", "<script>x</script>"},
	{"open scripts", "page", "", "<script>"},
	{"JSON-LD", "page", "", `<script type="application/ld+json">{"datePublished":"x"}</script>`},
	{"nested JSON-LD", "page", `<script type="application/ld+json">`, "["},
	{"noscript", "page", "", "<noscript><p>x"},
	{"articles", "page", "", "<article><h2>Army enters Tarmin</h2><p>It did so on Thursday, the army said.</p></article>"},
	{"hidden", "page", "", "<p hidden>x</p>"},
	{"names", "page", "<p>", "Tarmin, "},
	{"entries", "feed", "<rss version='2.0'><channel>", "<item><title>Army enters Tarmin</title></item>"},
	{"empty entries", "feed", "<rss version='2.0'><channel>", "<item/>"},
	{"open entries", "feed", "<rss version='2.0'><channel>", "<item><title>"},
	{"nested elements", "feed", "<rss version='2.0'><channel><item>", "<x>"},
	{"comments in a text", "feed", "<rss version='2.0'><channel><item><title>", "x<!-- y -->"},
	{"pieces of CDATA", "feed", "<rss version='2.0'><channel><item><title>", "<![CDATA[x]]>y"},
	{"open CDATA", "feed", "<rss version='2.0'><channel><item><title>", "<![CDATA["},
	{"texts between elements", "feed", "<rss version='2.0'><channel><item>", "x<a/>"},
	{"nested lists", "record", `{"text":"x","a":`, "["},
	{"nested objects", "record", `{"text":"x","a":`, `{"a":`},
	{"keys", "record", `{"text":"x"`, `,"a":1`},
	{"escapes", "record", `{"text":"`, `\u0628`},
	{"quotes", "record", `{"text":"`, `\"`},
	{"mentions", "record", `{"text":"x","mentions":[`, `{"a":1},`},
}

// read reads an input as its format requires.
func read(steps *work.Counter, format, s string) error {
	w := task{Counter: steps}
	switch format {
	case "page":
		p, err := html.Read(steps, s, "", newsdate.Hint{})
		if err != nil {
			return err
		}
		for _, b := range p.Blocks {
			if _, err := fromTitled(w, p.Headline(), b.Text, segment.Titled); err != nil {
				return err
			}
		}
	case "feed":
		f, err := feed.Read(steps, s, newsdate.Hint{})
		if err != nil {
			return err
		}
		for _, e := range f.Entries {
			fromEntry(w, e)
		}
	case "record":
		in := records{task: w, yield: func(Article, error) bool { return true }}
		in.one(1, []byte(s))
	}
	return nil
}

// TestCost reads hostile inputs of two sizes: steps and memory may grow at most a quarter faster
// than the size.
func TestCost(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const size = 32 << 10
	for _, tt := range hostile {
		t.Run(tt.format+" of "+tt.name, func(t *testing.T) {
			cost := func(size int) (steps int, bytes uint64) {
				s := tt.begin + strings.Repeat(tt.unit, size/len(tt.unit))
				counter := work.New(t.Context())
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				if err := read(counter, tt.format, s); err != nil {
					t.Log(err)
				}
				runtime.ReadMemStats(&after)
				return counter.Total(), after.TotalAlloc - before.TotalAlloc
			}
			steps, bytes := cost(size)
			moreSteps, moreBytes := cost(4 * size)
			if moreSteps > 5*steps {
				t.Errorf("%d steps, and %d for four times the input", steps, moreSteps)
			}
			if moreBytes > 5*bytes+1<<20 {
				t.Errorf("%d bytes, and %d for four times the input", bytes, moreBytes)
			}
		})
	}
}

// ending is a context that ends after so many checks.
type ending struct {
	context.Context
	looks int
}

func (e *ending) Err() error {
	if e.looks--; e.looks < 0 {
		return context.Canceled
	}
	return nil
}

// TestReadingEnds ends the context at its third check: reading stops at the next one, a few
// thousand steps later.
func TestReadingEnds(t *testing.T) {
	const size, soon = 1 << 20, 1 << 18
	for _, tt := range hostile {
		if tt.format == "record" || tt.name == "open CDATA" {
			continue // read in one go
		}
		t.Run(tt.format+" of "+tt.name, func(t *testing.T) {
			counter := work.New(&ending{t.Context(), 2})
			err := read(counter, tt.format, tt.begin+strings.Repeat(tt.unit, size/len(tt.unit)))
			if !errors.Is(err, context.Canceled) || counter.Total() > soon {
				t.Errorf("error %v after %d steps", err, counter.Total())
			}
		})
	}
}
