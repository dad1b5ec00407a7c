package article

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/text"
)

// checkArticle checks what is true of every article.
func checkArticle(t *testing.T, a Article) {
	t.Helper()
	switch {
	case len(a.ID) != 16:
		t.Errorf("id %q", a.ID)
	case !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || !utf8.ValidString(a.Byline) || !utf8.ValidString(a.Source):
		t.Errorf("not UTF-8: %+v", a)
	case a.Title != text.OneLine(a.Title) || a.Title == "" && len(a.Lines) == 0 && strings.TrimSpace(a.Text) != "":
		t.Errorf("title %q of text %q", a.Title, a.Text)
	case a.Lang != "und" && len(a.Lang) != 2:
		t.Errorf("language %q", a.Lang)
	case !a.Published.IsZero() && (a.Published.Year() < 1899 || a.Published.Year() > 2100):
		t.Errorf("published %v", a.Published)
	case a.Lines[0] > a.Lines[1] || a.Lines[0] < 0:
		t.Errorf("lines %v", a.Lines)
	}
}

func checkError(t *testing.T, name string, err error) {
	t.Helper()
	var e *Error
	var passed *Skipped
	if errors.As(err, &passed) {
		return
	}
	if !errors.As(err, &e) || e.Hint == "" {
		t.Errorf("error %#v names no input or no way out", err)
	}
	if s := err.Error(); strings.Contains(s, "\n") || !strings.HasPrefix(s, e.Input) {
		t.Errorf("error %q is not one line on its input", s)
	}
}

// fuzzInput reads any bytes as an input of that name.
func fuzzInput(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		articles, errs := readAll(name, bytes.NewReader(data))
		if len(articles)+len(errs) == 0 {
			t.Error("neither articles nor errors")
		}
		for _, a := range articles {
			if a.ID == "" && a.Record != nil {
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

// FuzzInput lets the content decide the format.
func FuzzInput(f *testing.F) {
	for _, s := range []string{"\xff\xfeA\x00", "\xfe\xff\x00A", "\xef\xbb\xbfA", "{", "[", "<", "<html", "<rss", "\xc7\xe1\xcc\xed\xd4 \xed\xcf", "caf\xe9", "a\x00"} {
		f.Add([]byte(s))
	}
	for _, data := range seedParts() {
		f.Add(data)
	}
	fuzzInput(f, "a")
}
