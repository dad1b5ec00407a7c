package article

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// checkArticle checks what holds of every article.
func checkArticle(t *testing.T, a Article) {
	t.Helper()
	switch {
	case len(a.ID) != 16:
		t.Errorf("id %q", a.ID)
	case !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || !utf8.ValidString(a.Byline) || !utf8.ValidString(a.Source):
		t.Errorf("not UTF-8: %+v", a)
	case a.Title != oneLine(a.Title) || a.Title == "" && strings.TrimSpace(a.Text) != "" && a.Record == nil:
		t.Errorf("title %q of text %q", a.Title, a.Text)
	case a.Lang != "und" && len(a.Lang) != 2:
		t.Errorf("language %q", a.Lang)
	case !a.Published.IsZero() && (!validYear(a.Published.Year()) && a.Published.Year() != 2100 && a.Published.Year() != 1899 || a.Published.Location() != time.UTC):
		t.Errorf("published %v", a.Published)
	case a.Lines[0] > a.Lines[1] || a.Lines[0] < 0:
		t.Errorf("lines %v", a.Lines)
	}
}

func checkError(t *testing.T, name string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Input != name || e.Hint == "" {
		t.Errorf("error %#v names no input or no way out", err)
	}
	if s := err.Error(); strings.Contains(s, "\n") || !strings.HasPrefix(s, name) {
		t.Errorf("error %q is not one line on its input", s)
	}
}

// FuzzText cuts any text: nothing is lost, nothing is invented, articles follow
// each other, and a second time gives the same.
func FuzzText(f *testing.F) {
	for _, data := range seedParts() {
		f.Add(string(data))
	}
	for _, s := range []string{
		"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.\n\nRelated News\n\nConvoy reaches the east\n\nIt did.",
		"الجيش يدخل ترمين\n\n٣ أيار ٢٠١٨\n\nدخل الجيش.\n\nالتعليقات\n\nلا.",
		"A\n\nB.\n\n  • Jo\n\n    No.\n\nAlex says:\n3 May 2018\nNo.",
		"Home\nWorld\nSport\n\n-----\n\nShare", "By A\nBy B", "1 Feb 2000\n0", "1 Feb 2000", "  " + strings.Repeat("z", 2000), "\u200f\n\u00a0\n.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		articles, err := fromText(text, scraped)
		if err != nil {
			return
		}
		again, _ := fromText(text, scraped)
		lines := readLines(text)
		found := map[string]int{}
		last := 0
		for i, a := range articles {
			a = a.finish("a")
			checkArticle(t, a)
			if other := again[i].finish("a"); other.ID != a.ID || len(other.Omitted) != len(a.Omitted) {
				t.Errorf("another article the second time: %v", other)
			}
			if a.Lines[0] <= last || a.Lines[1] > len(lines) {
				t.Errorf("lines %v after %d of %d", a.Lines, last, len(lines))
			}
			last = a.Lines[1]
			checkLines(t, a, lines)
			for l := range strings.SplitSeq(a.Text+"\n"+strings.Join(a.Omitted, "\n"), "\n") {
				found[strings.TrimSpace(l)]++
			}
		}
		for _, l := range lines {
			if key := strings.TrimSpace(l.raw); len(articles) > 0 && l.kind != blank && l.kind != dated && l.kind != sourced && found[key] == 0 {
				t.Errorf("line %d %q is lost", l.number, l.raw)
			}
		}
	})
}

// checkLines checks that the lines of Text are lines of the input, in order.
func checkLines(t *testing.T, a Article, lines []line) {
	t.Helper()
	n := a.Lines[0] - 1
	for i, want := range strings.Split(a.Text, "\n") {
		for n < len(lines) && lines[n].raw != want && want != "" {
			n++
		}
		if n == len(lines) || i == 0 && n != a.Lines[0]-1 {
			t.Errorf("line %q of the text is not where it should be", want)
			return
		}
		if want != "" {
			n++
		}
	}
}

// fuzzInput reads any bytes as an input with that name.
func fuzzInput(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		articles, errs := readAll(name, bytes.NewReader(data))
		if len(articles)+len(errs) == 0 {
			t.Error("neither articles nor errors")
		}
		for _, a := range articles {
			if a.ID == "" && isParsed(a.Record) {
				continue
			}
			checkArticle(t, a)
		}
		for _, err := range errs {
			checkError(t, name, err)
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(htmlPage(`<script type="application/ld+json">{"datePublished":"2018-05-04"}</script>`, "<time>3 May 2018</time>")))
	f.Add([]byte(`<meta charset="windows-1256"><title>` + "\xc7\xe1\xcc\xed\xd4" + `</title><p>x<table><td><b><p>y</table><svg><p>z`))
	f.Add([]byte("<"))
	f.Add([]byte("<noscript><img></noscript><template><iframe><p></iframe><select><option><textarea><p></textarea><math><mi>x"))
	for _, data := range seedParts() {
		f.Add(append([]byte("<title>T</title><p>"), bytes.ReplaceAll(data, []byte("\n\n"), []byte("<p>"))...))
	}
	fuzzInput(f, "a.html")
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><title>T</title><item><title>A &amp; b</title><guid>1</guid><pubDate>Thu, 03 May 2018 10:00:00 +0300</pubDate><description><![CDATA[<p>x</p>]]></description></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><updated>2018-05-03</updated><content type="xhtml"><div><p>x</p></div></content></entry></feed>`))
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item><title>A</title></item></rdf:RDF>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_html":"<p>x"}]}`))
	for _, data := range seedParts() {
		f.Add([]byte(`<rss version="2.0"><channel><title>T</title><item><title>A</title><description><![CDATA[` + string(data) + `]]></description></item></channel></rss>`))
	}
	fuzzInput(f, "a.rss")
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"id":1,"text":"Army enters Tarmin","published":"2018-05-03"}` + "\n" + `{"text":`))
	f.Add([]byte("\ufeff{\"id\":\"a\",\"text\":\"\\ud800\",\"published\":5}\n\n[1]\nnull\n{\"mentions\":[]}"))
	for _, corpus := range []string{"fakes.jsonl", "seeds.jsonl", "re3d.jsonl", "idrisi_lmd_ar.jsonl"} {
		for _, l := range goldLines(corpus, 20) {
			f.Add(l)
		}
	}
	fuzzInput(f, "a.jsonl")
}

// FuzzInput leaves it to the content what it is.
func FuzzInput(f *testing.F) {
	for _, s := range []string{"\xff\xfeA\x00", "\xfe\xff\x00A", "\xef\xbb\xbfA", "{", "[", "<", "<html", "<rss", "\xc7\xe1\xcc\xed\xd4 \xed\xcf", "caf\xe9", "a\x00"} {
		f.Add([]byte(s))
	}
	for _, data := range seedParts() {
		f.Add(data)
	}
	fuzzInput(f, "a")
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"June 12, 2019", "23.08.2019", "٢٤ آب/أغسطس ٢٠١٩", "Fri, 23 Aug 2019 10:11:12 +0300", "2019-08-23T10:11:12Z", "04/05/2019",
		"Vera Bell – June 12, 2019 by X for the Y", "Source: X، 3 أيار 2018", "BEIRUT (AFP) - June 12 2019 it did so on Friday", "Wed 05 Apr 2017 at 0914 Army"} {
		f.Add(s)
	}
	for _, data := range seedParts() {
		for l := range strings.Lines(string(data)) {
			if len(l) < 200 {
				f.Add(l)
			}
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []order{unknownOrder, dayFirst, monthFirst} {
			if l := readLine(s, o); l.kind == dated && l.day.IsZero() {
				t.Errorf("%q is a line of a date without one", s)
			}
		}
		readDateline(s)
		readStamp(s)
		day, ok := ParseDate(s)
		if !ok {
			return
		}
		if day.Year() < 1899 || day.Year() > 2100 || day.Location() != time.UTC {
			t.Errorf("%q is %v", s, day)
		}
		if again, ok := ParseDate(day.Format(time.RFC3339Nano)); !ok && validYear(day.Year()) || ok && !again.Equal(day) {
			t.Errorf("%q is %v, and %v when written again", s, day, again)
		}
	})
}
