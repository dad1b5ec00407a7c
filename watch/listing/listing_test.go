package listing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/watch/fetch"
)

func answer(address, body string) *fetch.Answer {
	return &fetch.Answer{Address: address, Body: []byte(body), Date: time.Date(2019, 6, 12, 9, 0, 0, 0, time.UTC)}
}

// said writes a list, one line for each item.
func said(l List) string {
	var b strings.Builder
	for _, i := range l.Items {
		if a := i.Article; a != nil {
			fmt.Fprintf(&b, "%q %s %q %s\n", a.Text, a.Published.Format(time.RFC3339), a.Source, i.Address)
			continue
		}
		fmt.Fprintf(&b, "%s %s %q %q\n", i.Address, i.Published.Format(time.RFC3339), i.Title, i.Outlet)
	}
	for _, p := range l.Problems {
		fmt.Fprintf(&b, "problem %v\n", p)
	}
	for _, f := range l.Further {
		fmt.Fprintf(&b, "further %s\n", f)
	}
	return b.String()
}

const feedXML = `<rss version="2.0"><channel><title>Example News</title><link>https://news.example</link>
<item><title>Shells fall in Morek</title><link>https://news.example/1?utm_source=rss</link><guid>one</guid><pubDate>Wed, 12 Jun 2019 08:00:00 +0300</pubDate><description>Two shells fell.</description></item>
<item><title>Talks in Ankara</title><link>https://news.example/2</link><description>They met.</description></item>
</channel></rss>`

const sitemapXML = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://news.example/old </loc><lastmod>2019-06-01</lastmod></url>
<url><loc>https://news.example/new?utm_medium=x&amp;id=1</loc><news:news><news:publication><news:name>Example &amp; News</news:name></news:publication>
<news:publication_date>2019-06-12T08:00:00+03:00</news:publication_date><news:title>Shells fall in Morek</news:title></news:news></url>
<url><loc>ftp://news.example/</loc></url></urlset>`

const channelPage = `<html><head><meta property="og:title" content="Morek Watch"></head><body>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="morekwatch/7">
<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">What was before</div></a>
<div class="tgme_widget_message_text js-message_text" dir="auto">Shells fall in <b>Morek</b><br/>Two <div>people</div> &amp; a house.</div>
<a class="tgme_widget_message_date" href="https://t.me/morekwatch/7"><time datetime="2019-06-12T08:00:00+03:00">08:00</time></a></div></div>
<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="morekwatch/8"><time datetime="2019-06-12T08:05:00+03:00">08:05</time></div></div>
<div class="tgme_widget_message" data-post="morekwatch/9"><div class="tgme_widget_message_text">قصف على مورك</div><time datetime="2019-06-12T09:00:00+03:00"></time></div>`

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, address, body string
		kind                Kind
		want, fails         string
	}{
		{name: "feed", address: "https://news.example/rss", body: feedXML, want: `"Shells fall in Morek\n\nTwo shells fell." 2019-06-12T08:00:00+03:00 "Example News" https://news.example/1
"Talks in Ankara\n\nThey met." 0001-01-01T00:00:00Z "Example News" https://news.example/2
`},
		{name: "feed without entries", address: "https://news.example/rss", kind: Feed, body: `<rss version="2.0"><channel><title>Nothing yet</title></channel></rss>`},
		{name: "no feed", address: "https://news.example/rss", kind: Feed, body: " ", fails: "nothing to read"},
		{name: "sitemap", address: "https://news.example/map.xml", body: sitemapXML, want: `https://news.example/new?id=1 2019-06-12T08:00:00+03:00 "Shells fall in Morek" "Example & News"
https://news.example/old 2019-06-01T00:00:00Z "" ""
`},
		{name: "index", address: "https://news.example/maps.xml", body: `<sitemapindex><sitemap><loc>https://news.example/a.xml</loc><lastmod>2019-06-01</lastmod></sitemap>
<sitemap><loc>https://news.example/b.xml</loc><lastmod>2019-06-12</lastmod></sitemap></sitemapindex>`,
			want: "further https://news.example/b.xml\nfurther https://news.example/a.xml\n"},
		{name: "sitemap with other prefixes, a picture and a film", address: "https://news.example/map.xml", body: `<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"><sm:url>
<sm:loc>https://news.example/1</sm:loc><image:image><image:loc>https://news.example/1.jpg</image:loc><image:title>A picture</image:title></image:image>
<video:video><video:title>A film</video:title></video:video><n:news><n:title><![CDATA[Shells fall in Morek]]></n:title><n:publication_date>2019-06-12</n:publication_date></n:news></sm:url></sm:urlset>`,
			want: "https://news.example/1 2019-06-12T00:00:00Z \"Shells fall in Morek\" \"\"\n"},
		{name: "sitemap of Arabic addresses, without a declared prefix", address: "https://news.example/map.xml", body: `<urlset><url><loc>https://news.example/قصف?id=1&amp;utm_source=map#x</loc>
<news:news><news:title>قصف على مورك</news:title></news:news><lastmod>2019-06-12T08:00+03:00</lastmod></url></urlset>`,
			want: "https://news.example/%D9%82%D8%B5%D9%81?id=1 2019-06-12T08:00:00+03:00 \"قصف على مورك\" \"\"\n"},
		{name: "posts with a flag, a link, a quotation and a poll", address: "https://t.me/s/morekwatch", body: `<meta property="og:title" content="Morek &amp; Hama">
<div class="tgme_widget_message js-widget_message" data-post="morekwatch/1"><div class="tgme_widget_message_text js-message_text"><i class="emoji"><b>🇸🇾</b></i> <a href="?q=%23Hama">#Hama</a>: <blockquote>quiet</blockquote><br/><br/>See <a href="https://news.example/1">this</a></div>
<a class="tgme_widget_message_date"><time datetime="2019-06-12T05:00:00+00:00">05:00</time></a></div>
<div class="tgme_widget_message service_message" data-post="morekwatch/2"><div class="tgme_widget_message_poll">Who?</div></div>`,
			want: "\"🇸🇾 #Hama:\\n\\nquiet\\n\\nSee this\" 2019-06-12T05:00:00Z \"Morek & Hama\" \n"},
		{name: "not a sitemap", address: "https://news.example/map.xml", kind: Sitemap, body: "<html></html>", fails: "not a sitemap"},
		{name: "half a sitemap", address: "https://news.example/map.xml", body: sitemapXML[:400], fails: "XML"},
		{name: "channel", address: "https://t.me/s/morekwatch", body: channelPage, want: `"Shells fall in Morek\nTwo\npeople\n& a house." 2019-06-12T08:00:00+03:00 "Morek Watch" 
"قصف على مورك" 2019-06-12T09:00:00+03:00 "Morek Watch" 
further https://t.me/s/morekwatch?before=7
`},
		{name: "no channel", address: "https://t.me/s/morekwatch", body: "<html>sign in</html>", fails: "no Telegram channel"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, err := Read(context.Background(), tt.kind, answer(tt.address, tt.body))
			if tt.fails != "" {
				if err == nil || !strings.Contains(err.Error(), tt.fails) {
					t.Errorf("%v, want %q", err, tt.fails)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := said(list); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// The keys that identify items and their versions never change, as they are stored in archives.
func TestKeys(t *testing.T) {
	read := func(body string) Item {
		list, err := Read(context.Background(), Feed, answer("https://news.example/rss", body))
		if err != nil {
			t.Fatal(err)
		}
		return list.Items[0]
	}
	first := read(feedXML)
	if first.Key != 0xf5bfce8b74185fb6 || first.Mark == 0 {
		t.Errorf("key %#x", first.Key)
	}
	moved, edited := read(strings.Replace(feedXML, "utm_source=rss", "utm_source=web", 1)), read(strings.Replace(feedXML, "Two shells", "Three shells", 1))
	if moved.Key != first.Key || moved.Mark != first.Mark {
		t.Error("another tracking parameter is another item")
	}
	if edited.Key != first.Key || edited.Mark == first.Mark {
		t.Error("an edited item is not the same, changed")
	}
}

func TestReadFolder(t *testing.T) {
	dir, now := t.TempDir(), time.Now()
	for name, age := range map[string]time.Duration{"b.txt": time.Hour, "a/c.txt": time.Minute, ".hidden": time.Hour, ".git/x": time.Hour, "fresh.txt": time.Second, "tomorrow.txt": -time.Hour} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	list, unsettled, err := ReadFolder(context.Background(), dir, now)
	var names []string
	for _, i := range list.Items {
		name, _ := filepath.Rel(dir, i.Address)
		names = append(names, filepath.ToSlash(name))
	}
	if got := fmt.Sprint(names); err != nil || unsettled != 1 || got != "[a/c.txt b.txt tomorrow.txt]" {
		t.Errorf("%s, %d unsettled, %v", got, unsettled, err)
	}
	if _, _, err := ReadFolder(context.Background(), filepath.Join(dir, "none"), now); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

func TestTelegramPage(t *testing.T) {
	for in, want := range map[string]string{
		"@morekwatch": "https://t.me/s/morekwatch", "t.me/morekwatch": "https://t.me/s/morekwatch", "https://t.me/s/morekwatch/": "https://t.me/s/morekwatch",
		"https://telegram.me/morekwatch": "https://t.me/s/morekwatch", "https://news.example/@morekwatch": "https://news.example/@morekwatch", "https://t.me/+secret": "https://t.me/+secret",
	} {
		if got := TelegramPage(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, body := range []string{feedXML, sitemapXML, channelPage, "<sitemapindex><sitemap><loc>http://a/</loc></sitemap>"} {
		for _, kind := range []string{"", "sitemap", "telegram"} {
			f.Add(kind, body)
		}
	}
	f.Fuzz(func(t *testing.T, kind, body string) {
		address := "https://news.example/"
		if Kind(kind) == Telegram {
			address = "https://t.me/s/morekwatch"
		}
		list, err := Read(context.Background(), Kind(kind), answer(address, body))
		if err != nil {
			return
		}
		for _, i := range list.Items {
			if i.Article == nil && i.Address == "" {
				t.Errorf("%+v leads nowhere", i)
			}
		}
	})
}
