package article

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// htmlPage is a page of a news site, with the given head and beginning of the text.
func htmlPage(head, top string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="en-US"><head><title>Army enters Tarmin | Tarmin Today</title>%s
<style>p { color: red }</style><script>var p = "<p>Script</p>"</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Army enters Tarmin</h1>%s`, head, top)
	for i := range 6 {
		fmt.Fprintf(&b, "<p>Paragraph %d says, as others do, that the <b>army</b> entered the town of Tarmin,<br>on the road to the east, after a week of fighting.</p>\n", i)
	}
	b.WriteString(`<h2>What now?</h2><p>Nobody knows, the governor said on Friday to the people of Tarmin, who wait.</p>
<p>Share this</p><h3>Related News</h3><ul><li><a href="/1">Convoy reaches the villages of the east</a></li></ul></article>
<aside><p>Subscribe to our newsletter</p></aside>
<div id="comments"><h3>2 comments</h3><p>Nonsense, says Alex, there was no army in Tarmin, there was none in Safra either.</p></div>
<footer><time datetime="1999-01-01">1999</time> All rights reserved</footer></body></html>`)
	return b.String()
}

func TestPage(t *testing.T) {
	const linked = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2018-05-04T10:00:00+03:00"}]}</script>`
	for _, tt := range []struct {
		name, head, top string
		title, day      string
		byline, source  string
		url             string
	}{
		{name: "nothing declared", title: "Army enters Tarmin", day: "-", source: "a.html"},
		{name: "date and writer as text", top: "<p>By Lina Haddad</p><p>3 May 2018</p>", title: "Army enters Tarmin", day: "2018-05-03T00:00", byline: "Lina Haddad", source: "a.html"},
		{name: "JSON-LD", head: linked, top: "<p>3 May 2018</p>", title: "Army enters Tarmin", day: "2018-05-04T10:00", source: "a.html"},
		{name: "list of JSON-LD", head: `<script type="application/ld+json">[{"a":1},{"datePublished":"2018-05-04"}]</script>`, title: "Army enters Tarmin", day: "2018-05-04T00:00", source: "a.html"},
		{name: "broken JSON-LD", head: `<script type="application/ld+json">[{"datePublished":</script>`, title: "Army enters Tarmin", day: "-", source: "a.html"},
		{name: "metas win", head: linked + `<meta property="article:published_time" content="2018-05-05T08:00:00Z"><meta property="og:site_name" content="Tarmin Today"><meta property="og:title" content="Army takes Tarmin"><meta property="og:url" content="https://example.org/a">`,
			title: "Army takes Tarmin", day: "2018-05-05T08:00", source: "Tarmin Today", url: "https://example.org/a"},
		{name: "time", top: `<time datetime="2018-05-06">6 May</time>`, title: "Army enters Tarmin", day: "2018-05-06T00:00", source: "a.html"},
		{name: "time as text", top: `<time>6 May 2018</time>`, title: "Army enters Tarmin", day: "2018-05-06T00:00", source: "a.html"},
		{name: "open date", head: `<meta name="date" content="04/05/2018">`, title: "Army enters Tarmin", day: "-", source: "a.html"},
		{name: "canonical address", head: `<link rel="canonical" href="https://example.org/b">`, title: "Army enters Tarmin", day: "-", source: "a.html", url: "https://example.org/b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("a.html", strings.NewReader(htmlPage(tt.head, tt.top)))
			if len(articles) != 1 || len(errs) > 0 {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			a := articles[0]
			day := "-"
			if !a.Published.IsZero() {
				day = a.Published.Format("2006-01-02T15:04")
			}
			if a.Title != tt.title || day != tt.day || a.Byline != tt.byline || a.Source != tt.source || a.URL != tt.url || a.Lang != "en" {
				t.Errorf("got %q %s by %q from %q at %q in %s, want %+v", a.Title, day, a.Byline, a.Source, a.URL, a.Lang, tt)
			}
			if !strings.HasPrefix(a.Text, tt.title+"\n\n") || !strings.Contains(a.Text, "says, as others do, that the army entered the town of Tarmin,\non the road") || !strings.HasSuffix(a.Text, "to the people of Tarmin, who wait.") {
				t.Errorf("text %q", a.Text)
			}
			for _, not := range []string{"Home", "Share", "Convoy", "Script", "color", "newsletter", "Nonsense", "rights", "2018"} {
				if strings.Contains(a.Text, not) {
					t.Errorf("%q is in the text %q", not, a.Text)
				}
			}
		})
	}
}

func TestPageOfManyArticles(t *testing.T) {
	const second = `<h2>Convoy reaches the villages of the east</h2><p>May 5, 2018</p><p>A convoy of forty trucks, the governor said, reached the villages of the east on Friday, with flour.</p>`
	page := strings.Replace(htmlPage("", "<p>May 4, 2018</p>"), "<p>Share this</p>", second, 1)
	articles, errs := readAll("https://example.org/tag/tarmin", strings.NewReader(page))
	if len(articles) != 2 || len(errs) > 0 {
		t.Fatalf("%d articles, errors %v", len(articles), errs)
	}
	if got := articles[1]; got.Title != "Convoy reaches the villages of the east" || got.Published.Day() != 5 || got.Source != "example.org" {
		t.Errorf("second article %+v", got)
	}
}

// TestPageBombs reads pages made to exhaust time or memory. Each takes well under a second; without
// bounds some would take minutes, or all memory.
func TestPageBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	for _, tt := range []struct {
		name, page string
		want       error // nil: it is read without error
	}{
		{"nested deep", many("<div>", 90_000) + "The army entered it.", nil},
		{"nested deep for its size", many("<ul><li>", 200) + many("<li>text of some length here, ", 90_000), nil},
		{"too many elements", many("<p>x", MaxElements+1), ErrBadPage},
		{"many elements", many("<p>The army, it said, entered the town.</p>", 40_000), nil},
		{"open letters that multiply", func() string {
			var b strings.Builder
			for i := range 500 {
				fmt.Fprintf(&b, "<b id=%d>", i)
			}
			return b.String() + many("<p>x y.", 80_000)
		}(), nil},
		{"open tags of scripts", "<p>Army enters Tarmin.</p><script>" + many("<div>", 90_000), nil},
		{"big JSON-LD", `<p>Army enters Tarmin.</p><script type="application/ld+json">` + many("[", 2<<20), nil},
		{"many attributes", "<p " + many("a=b ", 500_000) + ">Army enters Tarmin.</p>", nil},
		{"entities", "<p>" + many("&amp;", 1<<20), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("a.html", strings.NewReader(tt.page))
			if tt.want == nil && (len(articles) == 0 || len(errs) > 0) {
				t.Errorf("%d articles, errors %v", len(articles), errs)
			}
			if tt.want != nil && (len(articles) > 0 || len(errs) != 1 || !errors.Is(errs[0], tt.want)) {
				t.Errorf("%d articles, errors %v, want %v", len(articles), errs, tt.want)
			}
		})
	}
}
