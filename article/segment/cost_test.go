package segment

import (
	"runtime"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// units are repeated to make texts that take long.
var units = map[string]string{
	"lines":                  "x.\n",
	"blank lines":            "\n",
	"blank lines and a word": "\n\n\n\nword\n",
	"headings":               "Army enters the town\n",
	"headings apart":         "Army enters the town\n\n",
	"dates":                  "3 May 2018\n",
	"headline and date":      "Army enters the town\n3 May 2018\n",
	"short articles":         "Army enters the town\n3 May 2018\nIt did so.\n\n",
	"articles and comments":  "Army enters the town\n3 May 2018\nIt did so.\n3 Comments\n\nAlex\n\nNo.\n\n",
	"comment counts":         "3 Comments\n",
	"heading, comment count": "Army enters the town\n\n3 Comments\n\n",
	"heading, list":          "Army enters the town\n\nRelated News\n\n",
	"lists":                  "Related News\n",
	"footers":                "All rights reserved\n\n",
	"names":                  "Vera Bell\n\n",
	"names and places":       "Vera Bell, Tarmin | 3 > May > 2018 - Jo Hill and Al Green in Tarmin\n",
	"addresses":              "www.tarmin.example tarmin.example https://tarmin.example/1\n",
	"bylines":                "By Vera Bell\n",
	"sources":                "Source: Tarmin Today\n",
	"rules":                  "----------\n",
	"bullets":                "• Alex\n\n    No.\n",
	"bullets, blank":         "• Alex\n\n",
	"commenters":             "Alex says:\n\n",
	"commenters, dated":      "Alex says:\n3 May 2018\nNo.\n",
	"links":                  "Read more\n",
	"datelines":              "TARMIN (AFP) – The army entered the town on Thursday.\n",
	"two scripts":            "Army enters the town\n\nIt did so.\n\nالجيش يدخل بلدة ترمين\n\nدخلها.\n\n",
	"numbers":                "04/05/2018 ",
	"long word":              "x",
	"long Arabic word":       "ب",
	"spaces":                 " ",
	"marks":                  "\u0301",
	"dashes":                 "- ",
	"said twice":             "Army enters the town of Tarmin\n\nArmy enters the town of Tarmin\n\nIt did so.\n\n",
	"outlets":                "Army enters the town of Tarmin\n\nReuters\n\nIt did so.\n\n",
}

// TestCost splits hostile texts of two sizes: steps and memory may grow at most a quarter faster
// than the size.
func TestCost(t *testing.T) {
	const size = 8 << 10
	for name, unit := range units {
		t.Run(name, func(t *testing.T) {
			for _, form := range []Form{Scraped, Titled, Single} {
				small := costOf(t, strings.Repeat(unit, size/len(unit)), form)
				large := costOf(t, strings.Repeat(unit, 4*size/len(unit)), form)
				if large.steps > 5*small.steps {
					t.Errorf("form %d: %d steps, and %d for four times the text", form, small.steps, large.steps)
				}
				if large.bytes > 5*small.bytes+1<<20 {
					t.Errorf("form %d: %d bytes, and %d for four times the text", form, small.bytes, large.bytes)
				}
			}
		})
	}
}

type cost struct {
	steps int
	bytes uint64 // allocated
}

func costOf(t *testing.T, text string, form Form) cost {
	t.Helper()
	steps := work.New(t.Context())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Split(steps, text, form, newsdate.Hint{}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return cost{steps.Total(), after.TotalAlloc - before.TotalAlloc}
}

// TestCommentsAfterBlankLines reads a text whose cost was once the product of its blank lines and
// its comment counts: hours, and now less than a second.
func TestCommentsAfterBlankLines(t *testing.T) {
	const n = 200_000
	text := "Army enters the town of Tarmin\n\nIt did so on Thursday, the army said.\n\n12 June 2019\n" + strings.Repeat("\n", n) + strings.Repeat("3 Comments\n", n)
	articles, err := Split(work.New(t.Context()), text, Scraped, newsdate.Hint{})
	if err != nil || len(articles) != 1 || articles[0].Title != "Army enters the town of Tarmin" {
		t.Errorf("%d articles, error %v", len(articles), err)
	}
}
