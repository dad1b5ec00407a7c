package poll

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/article"
	"dateline/watch/fetch"
	"dateline/watch/listing"
)

func TestFeed(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/rss"})
	s.has("/rss", rss(item("1", "Morek", long("Morek")), item("2", "Latamneh", long("Latamneh"))))
	p.wants("Morek, Latamneh", 0)
	if out := p.wants("", 0); !out.Unchanged {
		t.Error("the feed was read again")
	}
	s.has("/rss", rss(item("3", "Idlib", long("Idlib")), item("1", "Morek", long("Morek")), item("2", "Latamneh", long("Kafr Zita"))))
	if out := p.wants("Idlib, Latamneh", 0); out.Listed != 3 || out.Read != 2 {
		t.Errorf("%+v", out)
	}
	if s.asked["/1"] != 0 {
		t.Error("the page of an entry in full was fetched")
	}
}

func TestTeasers(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/rss", Name: "The Outlet", Language: "en"})
	feed := rss(item("1", "Morek", "Morek was shelled on Wednesday …"), item("2", "Latamneh", "Latamneh was shelled"), item("3", "Idlib", "Idlib was quiet"),
		item("private", "Hama", "Hama was quiet"), item("consent", "Aleppo", "Aleppo was shelled"), item("pdf", "Homs", "Homs was quiet"))
	s.has("/rss", feed)
	s.has("/robots.txt", "User-agent: *\nDisallow: /private")
	s.has("/1", page("Morek", long("Morek")))
	s.answers("/2", http.StatusInternalServerError)
	s.has("/consent", page("Before you continue", strings.Repeat("We and our partners use cookies. ", 50)))
	s.has("/pdf", "%PDF-1.4")
	out := p.poll()
	if out.Waiting != 1 || out.Err != nil || out.Known != (fetch.Validators{}) {
		t.Errorf("%+v, want one waiting and no validators", out)
	}
	for i, want := range []struct {
		title string
		full  bool
	}{{"Morek", true}, {"Idlib", false}, {"Hama", false}, {"Aleppo", false}, {"Homs", false}} {
		a := p.kept.articles[i]
		if a.Title != want.title || (len(a.Text) > fullLength) != want.full || a.Source != "The Outlet" || a.Lang != "en" {
			t.Errorf("%d: %q of %s in %s, %d bytes; want %+v", i, a.Title, a.Source, a.Lang, len(a.Text), want)
		}
	}
	if a := p.kept.articles[0]; a.Key != "1" || a.URL != s.URL+"/1" {
		t.Errorf("key %q, address %q", a.Key, a.URL)
	}
	for i, want := range []string{"/2: the server answers 500", "/3: the server answers 404", "/private: its robots.txt", "/consent: the page lacks the text", "/pdf: in an unsupported format"} {
		if got := fmt.Sprint(out.Problems[i]); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	p.kept.titles()
	p.wants("", 1, "/2: the server answers 500")
	p.wants("Latamneh", 0, "/2: the server answers 500") // the teaser, after three tries
	p.wants("", 0)
}

// A server that asks for a pause gets it; its articles are read the next time.
func TestTeasersOfBusyServer(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/rss"})
	s.has("/rss", rss(item("1", "Morek", "short"), item("2", "Latamneh", "short")))
	s.answers("/1", http.StatusTooManyRequests, "Retry-After", "60")
	p.wants("", 2, "429")
	if s.asked["/2"] != 0 {
		t.Error("it was asked for more")
	}
	s.has("/1", page("Morek", "short "+long("Morek")))
	s.has("/2", page("Latamneh", "short "+long("Latamneh")))
	p.wants("Morek, Latamneh", 0)
}

func TestManyTeasers(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/rss"})
	var items []string
	for i := range maxPages + 5 {
		name := fmt.Sprintf("a%d", i)
		items = append(items, item(name, name, "short"))
		s.has("/"+name, page(name, "short "+long(name)))
	}
	s.has("/rss", rss(items...))
	if out := p.poll(); out.Waiting != 5 || out.Read != maxPages {
		t.Errorf("%+v", out)
	}
	if out := p.poll(); out.Waiting != 0 || out.Read != 5 || len(p.kept.articles) != maxPages+5 {
		t.Errorf("%+v", out)
	}
}

// Any fault of a source is reported as its error, and nothing is stored in part.
func TestBadAnswers(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/rss"})
	feed := rss(item("1", "Morek", long("Morek")), item("2", "Latamneh", long("Latamneh")))
	s.pages["/rss"] = func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", fmt.Sprint(len(feed)))
		io.WriteString(w, feed[:len(feed)/2])
	}
	p.wants("", 0, "shorter than the server announced")
	s.answers("/rss", http.StatusServiceUnavailable, "Retry-After", "300")
	if out := p.wants("", 0, "503"); out.RetryAfter() != 5*time.Minute {
		t.Errorf("after %v", out.RetryAfter())
	}
	s.has("/rss", "")
	p.wants("", 0, "nothing to read")
	s.has("/rss", feed[:len(feed)-200]) // a server with a wrong Content-Length
	p.wants("", 0, "the feed is cut off")
	s.has("/rss", feed)
	p.wants("Morek, Latamneh", 0)
	p.kept.fails = errors.New("the disk is full")
	s.has("/rss", rss(item("3", "Idlib", long("Idlib"))))
	p.wants("", 0, "the disk is full")
	p.kept.fails = nil
	p.wants("Idlib", 0)
}

func TestSitemaps(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/sitemap.xml"})
	s.has("/sitemap.xml", `<sitemapindex><sitemap><loc>SITE/news.xml</loc></sitemap><sitemap><loc>SITE/broken.xml</loc></sitemap></sitemapindex>`)
	s.has("/news.xml", `<urlset xmlns:news="n"><url><loc>SITE/1</loc><news:news><news:publication_date>2019-06-12</news:publication_date><news:title>Morek</news:title></news:news></url>
<url><loc>SITE/gone</loc><lastmod>2019-06-01</lastmod></url></urlset>`)
	s.has("/broken.xml", "none")
	s.has("/1", page("Morek", long("Morek")))
	p.wants("Morek", 0, "gone: the server answers 404", "not a sitemap")
	p.wants("", 0, "not a sitemap")
}

func TestTelegram(t *testing.T) {
	s := newSite(t)
	p := newPoller(t, Source{Address: s.URL + "/s/watch", Kind: listing.Telegram})
	posts := func(from, to int) string {
		out := `<meta property="og:title" content="Watch">`
		for i := from; i <= to; i++ {
			out += fmt.Sprintf(`<div class="tgme_widget_message" data-post="watch/%d"><div class="tgme_widget_message_text">Post %d</div></div>`, i, i)
		}
		return out
	}
	s.has("/s/watch", posts(11, 12))
	s.has("/s/watch?before=11", posts(9, 10))
	p.wants("Post 11, Post 12", 0) // the last posts of a new channel suffice
	s.has("/s/watch", posts(17, 18))
	s.has("/s/watch?before=17", posts(15, 16))
	s.has("/s/watch?before=15", posts(12, 14))
	p.wants("Post 17, Post 18, Post 15, Post 16, Post 13, Post 14", 0)
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, age time.Duration) {
		t.Helper()
		path := filepath.Join(dir, name)
		at := time.Now().Add(-age)
		if err := errors.Join(os.WriteFile(path, []byte(text), 0o644), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	p := newPoller(t, Source{Address: dir, Kind: listing.Folder})
	write("1.txt", "Morek\n\nMorek was shelled.", time.Hour)
	write("2.txt", "Latamneh\n\nLatamneh was", time.Second)
	write("3.pdf", "%PDF-1.4", time.Hour)
	p.wants("Morek", 1, "3.pdf: in an unsupported format")
	write("2.txt", "Latamneh\n\nLatamneh was shelled.", time.Minute)
	p.wants("Latamneh", 0)
	p.wants("", 0)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	p.wants("", 0, "no such file")
}

func TestReports(t *testing.T) {
	for _, tt := range []struct {
		full, teaser string
		want         bool
	}{
		{"Morek was shelled on Wednesday. People left.", "Morek was shelled …", true},
		{"قصفت مورك يوم الأربعاء، وغادر الناس.", "قصفت مورك", true},
		{"We and our partners use cookies and similar things.", "Morek was shelled …", false},
		{"Short.", strings.Repeat("Short. ", 50), false},
		{"Anything", "", true},
	} {
		if got := tells(&article.Article{Text: tt.full}, &article.Article{Text: tt.teaser}); got != tt.want {
			t.Errorf("%q for %q: %v", tt.full, tt.teaser, got)
		}
	}
}
