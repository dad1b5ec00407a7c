package html

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/newsdate"
	"dateline/work"
)

var fetched = newsdate.Hint{Now: time.Date(2022, 2, 7, 20, 0, 0, 0, time.UTC)}

// brief describes a block in one line.
func brief(b Block) string {
	return fmt.Sprintf("%s|%s|%s|%s", b.Title, newsdate.Format(b.Published), b.Byline, strings.ReplaceAll(b.Text, "\n", "/"))
}

const (
	first  = "Two shells landed beside the pumping station of Ain Fawwar."
	second = "Repairs will take until the weekend, an engineer said there."
	third  = "The council asked for two water tankers each morning till then."
)

func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       []string
		left       string // reasons
	}{
		{"main, not the footer", "<main><h1>A</h1><p>" + first + "</main><footer><p>" + second + "</footer>", []string{"A|||" + first}, "footer"},
		{"articles", "<article><h2>A</h2><time datetime=2022-02-06></time><p>" + first + "</article><article><h2>B</h2><p>" + second + "</article>", []string{"A|2022-02-06||" + first, "B|||" + second}, ""},
		{"cards beside the article", "<article><h1>A</h1><p>" + first + "</article><article><h3>B</h3><p>" + second + "</article>", []string{"A|||" + first}, "links"},
		{"articleBody", "<h1>A</h1><div itemprop=articleBody><p>" + first + "</div><p>" + second, []string{"|||" + first}, "around"},
		{"names of elements", "<article><h1>A</h1><p>" + first + "<div class=newsletter-box><p>x</div><div class=has-share><p>" + second + "</div></article>", []string{"A|||" + first + "//" + second}, "subscription"},
		{"hidden", "<article><h1>A</h1><p>" + first + "<p style='display: none'>x<p hidden>y</article>", []string{"A|||" + first}, "hidden hidden"},
		{"a live blog by the clock", "<div><h2 class=day>6 February 2022</h2><div><span class=time>18:40</span><p>" + first + "</div><div><span class=time>9:15 am</span><p>" + second + "</div><div><span class=time>7.05</span><p>" + third + "</div></div>",
			[]string{"|2022-02-06||" + first, "|2022-02-06||" + second, "|2022-02-06||" + third}, ""},
		{"a live map", "<div><div class=event><span class=date_add>2 hours ago</span>" + first + "</div><div class=event><span class=date_add>1 day ago</span>" + second + "</div><div class=event><span class=date_add>just now</span>" + third + "</div></div>",
			[]string{"|2022-02-07||" + first, "|2022-02-06||" + second, "|2022-02-07||" + third}, ""},
		{"a table of events", "<table><tr><td>06/02/2022<td>" + first + "<tr><td>16/02/2022<td>" + second + "<tr><td>07/02/2022<td>" + third + "</table>",
			[]string{"|2022-02-06||" + first, "|2022-02-16||" + second, "|2022-02-07||" + third}, ""},
		{"one message", "<div><div class=message_wrap><div class=message><div class=author>Rana</div>" + first + "<a class=message_date><time datetime=2022-02-06></time></a></div></div></div>", []string{"|2022-02-06|Rana|" + first}, ""},
		{"headings behind what they are of", "<ul><li><span>War</span><h3>A</h3><span class=date>6/2/2022</span><p>" + first + "<li><span>War</span><h3>B</h3><span class=date>16/2/2022</span><p>" + second + "<li><span>War</span><h3>C</h3><span class=date>17/2/2022</span><p>" + third + "</ul>",
			[]string{"A|2022-02-06||War//" + first, "B|2022-02-16||War//" + second, "C|2022-02-17||War//" + third}, ""},
		{"a list of links in the article", "<main><h1>A</h1><p>" + first + "<div class=more><h2>Keep reading</h2><ul><li><article><a href=/1>" + second + "</a></article></ul></div><p>" + third + "</main>", []string{"A|||" + first + "//" + third}, "links"},
		{"a list that says more than links", "<main><h1>A</h1><div><h2>Latest news</h2><p>" + first + "</div></main>", []string{"A|||Latest news//" + first}, ""},
		{"a box that asks for an address", "<main><h1>A</h1><p>" + first + "<div><div>Our letter, each morning</div><div><input type=email></div></div><p>" + third + "</main>", []string{"A|||" + first + "//" + third}, "forms"},
		{"a writer by the name of the element", "<article><h1>A</h1><div class=post-author>By Rana Said</div><p>" + first + "</article>", []string{"A||Rana Said|By Rana Said//" + first}, ""},
		{"the time in a list of what is known", "<article><header><h1>A</h1><ul><li><time datetime=2022-02-06></time></ul></header><p>" + first + "<ul><li><time datetime=2022-02-01></time></ul></article>", []string{"A|2022-02-06||" + first}, ""},
		{"messages in a row", "<div><div><div class='date details' title='06.02.2022 10:11:12'>x</div><div class=from_name>Rana</div>" + first + "</div><div><div class='date details' title='06.02.2022 10:12:12'>x</div>" + second + "</div><div><div class='date details' title='06.02.2022 10:13:12'>x</div><div class=from_name>Omar</div>" + third + "</div></div>",
			[]string{"|2022-02-06|Rana|" + first, "|2022-02-06|Rana|" + second, "|2022-02-06|Omar|" + third}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Read(work.New(t.Context()), "<html><body>"+tt.body, "", fetched)
			if err != nil {
				t.Fatal(err)
			}
			var got, left []string
			for _, b := range p.Blocks {
				got = append(got, brief(b))
			}
			for _, l := range p.LeftOut {
				left = append(left, string(l.Reason))
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") || strings.Join(left, " ") != tt.left {
				t.Errorf("%q, left out %q", got, left)
			}
		})
	}
}

func TestMeta(t *testing.T) {
	const ld = `<script type="application/ld+json">`
	for _, tt := range []struct {
		name, head                     string
		headline, byline, day, address string
	}{
		{"title of the window", "<title>A | Post</title>", "A | Post", "", "", ""},
		{"for other sites", `<title>A | Post</title><meta property="og:title" content="A"><meta name="author" content="Rana"><meta property="article:published_time" content="2022-02-07"><link rel=canonical href="https://x.example/1">`, "A", "Rana", "2022-02-07", "https://x.example/1"},
		{"the article of a graph", ld + `{"@graph":[{"@type":"WebPage","datePublished":"2015-01-01"},{"@type":"NewsArticle","headline":"A","datePublished":"2022-02-07T10:00:00+03:00","author":[{"name":"Rana"},"Omar"]}]}</script>`, "A", "Rana, Omar", "2022-02-07T10:00:00+03:00", ""},
		{"in a comment, with ends of line in it", ld + "<!--\n{\"@type\":\"Article\",\"headline\":\"A\nb\",\"datePublished\":\"2022-02-07\"}\n--></script>", "A b", "", "2022-02-07", ""},
		{"of what the page is about", ld + `{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"A","datePublished":"2022-02-07"}}</script>`, "A", "", "2022-02-07", ""},
		{"day and month told by the page", `<meta name=date content="07/02/2022"><meta name=x content="17/02/2022">`, "", "", "2022-02-07", ""},
		{"a part of the window's title is the heading", "<title>A and B: the long way | Post</title></head><body><h1>A and B</h1>", "A and B", "", "", ""},
		{"the longest part is", "<title>Print: A and B | Post</title></head><body><h2>A and B</h2>", "A and B", "", "", ""},
		{"the name of the site is the heading", "<title>Tarmin Post - A</title></head><body><h2>x</h2>", "Tarmin Post - A", "", "", ""},
		{"publisher and address of the article", ld + `{"@type":"NewsArticle","headline":"A","datePublished":"2022-02-07","mainEntityOfPage":{"@id":"https://x.example/1"}}</script>`, "A", "", "2022-02-07", "https://x.example/1"},
		{"yesterday", `<meta name=date content="yesterday">`, "", "", "2022-02-06", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Read(work.New(t.Context()), "<html><head>"+tt.head+"</head><body><p>"+first, "", fetched)
			if err != nil || p.Headline() != tt.headline || p.Byline != tt.byline || newsdate.Format(p.Published) != tt.day || p.URL != tt.address {
				t.Errorf("%q by %q of %q at %q, error %v", p.Headline(), p.Byline, newsdate.Format(p.Published), p.URL, err)
			}
		})
	}
}

// TestSavedFrom reads where and when a page was saved, as programs note it.
func TestSavedFrom(t *testing.T) {
	const single = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://x.example/1 \n saved date: "
	for page, want := range map[string]string{
		single + "Mon Feb 07 2022 10:11:12 GMT+0300 (Arabian Standard Time)\n-->": "https://x.example/1 2022-02-07T10:11:12+03:00",
		single + "unknown\n-->":                               "https://x.example/1 ",
		"<!-- saved from url=(0019)https://x.example/1 -->":   "https://x.example/1 ",
		"<p>url: https://x.example/1":                         " ",
		"<!--\nurl: https://x.example/1\nsaved date: soon-->": "https://x.example/1 ",
	} {
		address, at := savedFrom(page)
		if got := address + " " + newsdate.Format(at); got != want {
			t.Errorf("%q: %q, want %q", page, got, want)
		}
	}
}

// TestContent reads a page that marks no article: the text left out is reported, and author and
// date below the heading are kept.
func TestContent(t *testing.T) {
	long := strings.Repeat("<p>"+first+" "+second+" "+third+"</p>", 4)
	page := "<div class=top><a href=/>Post of Ras Tin</a></div><div class=x><h1>A</h1><div>Rana Said</div><div>6 February 2022</div><div class=y>" + long + "</div></div><div class=z><a href=/1>Rain over Bab Wadi</a></div>"
	p, err := Read(work.New(t.Context()), "<html><body>"+page, "", fetched)
	if err != nil || len(p.Blocks) != 1 {
		t.Fatalf("%d blocks, error %v", len(p.Blocks), err)
	}
	said, left := p.Blocks[0].Text, ""
	for _, l := range p.LeftOut {
		left += l.Text + "\n"
	}
	if !strings.HasPrefix(said, "Rana Said\n6 February 2022\n\n"+first) {
		t.Errorf("text %q", said)
	}
	for _, around := range []string{"Ras Tin", "Bab Wadi"} {
		if strings.Contains(said, around) == strings.Contains(left, around) {
			t.Errorf("%q is in the text %q or left out: %q, and not in one", around, said, left)
		}
	}
}

func TestIsContents(t *testing.T) {
	for page, want := range map[string]bool{
		"<h2>War</h2><ul><li><a href=1>A</a><li><a href=2>B</a></ul>": true,
		"<h2>War</h2><p>" + first + "<a href=1>A</a>":                 false,
		"<h2>War</h2>":                          false,
		"| <a href=1>A</a> | <a href=2>B</a> |": true,
	} {
		if got := IsContents(work.New(t.Context()), page); got != want {
			t.Errorf("%q: %v", page, got)
		}
	}
}

func TestText(t *testing.T) {
	for markup, want := range map[string]string{
		"a &amp; b":                           "a & b",
		"<p>a<p>b":                            "a\n\nb",
		"a<br>b":                              "a\nb",
		"a<table><tr><td>b<td>c</table>d":     "a\n\nb c\n\nd",
		"<ul><li>a<li>b</ul>c":                "a\nb\n\nc",
		"a<b>b</b>c <i>d</i>":                 "abc d",
		"a<script>x</script><style>y</style>": "a",
		"<pre>a\n b</pre>":                    "a\nb",
		"<p>a\n  b":                           "a b",
		"<template>a</template>b":             "b",
		"<p>a</div></p>b":                     "a\n\nb",
	} {
		got, _, err := Text(work.New(t.Context()), markup)
		if err != nil || got != want {
			t.Errorf("%q: %q, want %q, error %v", markup, got, want, err)
		}
	}
}

func TestBoilerplate(t *testing.T) {
	for name, want := range map[string]string{
		"cookie-banner": "cookies", "gdpr_overlay": "cookies", "post-footer": "", "site-footer": "footer", "comment-42": "comments", "comments-count": "", "no-share": "",
		"wp-caption-text": "captions", "related-posts": "links", "article": "", "commentary": "", "sharedaddy": "",
	} {
		if got := named(name); string(got) != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// FuzzRead reads any page: all text is from the page, and cost is linear in the bytes.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<article><h1>A</h1><time>6 February 2022</time><p>" + first + "</article>", `<script type="application/ld+json">{"@graph":[{"articleBody":"a"}]}</script>`,
		"<div><div data-time=1644177600>a</div><div data-time=1644177601>b</div><div data-time=1644177602>c</div></div>", "<table><tr><td>1:05<td>x<tr><td>1:06<td>y<tr><td>1:07<td>z",
		"<noscript><p>a", "<p><p></table><template><select>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		steps := work.New(t.Context())
		p, err := Read(steps, page, "https://x.example/", fetched)
		if err != nil {
			return
		}
		size := 0
		for _, b := range p.Blocks {
			size += len(b.Text)
			if at := b.Published; !at.IsZero() && (at.Year() < 1900 || at.Year() > 2100) {
				t.Errorf("published %v", at)
			}
		}
		if bound := 4*len(page) + 100; size > bound && !strings.Contains(page, "ld+json") {
			t.Errorf("%d bytes of text in a page of %d", size, len(page))
		}
	})
}
