package article

import (
	"errors"
	"strings"
	"testing"
)

// TestEmptyFeed: a feed without entries is no error.
func TestEmptyFeed(t *testing.T) {
	articles, errs := readAll("a.rss", strings.NewReader(`<rss version="2.0"><channel><title>T</title></channel></rss>`))
	var over *Skipped
	if len(articles) != 0 || len(errs) != 1 || !errors.As(errs[0], &over) || !over.Empty {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

func TestFeed(t *testing.T) {
	const (
		rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tarmin Today</title>
<item><title>Army &amp;amp; police enter Tarmin</title><link>https://example.org/1</link><guid>g1</guid><dc:creator>Lina Haddad</dc:creator><pubDate>Thu, 03 May 2018 10:00:00 +0300</pubDate>
<description>short</description><content:encoded><![CDATA[<p>They did so on <b>Thursday</b>.</p><p>Residents fled.</p><p>Source: Tarmin Wire</p><h3>Related News</h3><p>Convoy reaches the east of it</p><p>Share this</p>]]></content:encoded></item>
<item><description>Only a text, about the town of Tarmin.</description><pubDate>04/05/2018</pubDate></item></channel></rss>`
		atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tarmin Today</title>
<entry><title>Army enters Tarmin</title><id>urn:1</id><link href="https://example.org/1"/><updated>2018-05-03T10:00:00Z</updated><author><name>Lina Haddad</name></author><content type="html">&lt;p&gt;It did so on Thursday.&lt;/p&gt;</content></entry></feed>`
		jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Tarmin Today","items":[{"id":"1","url":"https://example.org/1","title":"Army enters Tarmin","content_html":"<p>It did so on Thursday.</p>","date_published":"2018-05-03T10:00:00Z"}]}`
	)
	type want struct{ title, text, key, url, byline, day string }
	for _, tt := range []struct {
		name, feed string
		want       []want
	}{
		{"RSS", rss, []want{
			{"Army & police enter Tarmin", "Army & police enter Tarmin\n\nThey did so on Thursday.\n\nResidents fled.", "g1", "https://example.org/1", "Lina Haddad", "2018-05-03T10:00"},
			{"Only a text, about the town of Tarmin.", "Only a text, about the town of Tarmin.", "", "", "", "-"}}},
		{"Atom", atom, []want{{"Army enters Tarmin", "Army enters Tarmin\n\nIt did so on Thursday.", "urn:1", "https://example.org/1", "Lina Haddad", "2018-05-03T10:00"}}},
		{"JSON Feed", jsonFeed, []want{{"Army enters Tarmin", "Army enters Tarmin\n\nIt did so on Thursday.", "1", "https://example.org/1", "", "2018-05-03T10:00"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("-", strings.NewReader(tt.feed))
			if len(articles) != len(tt.want) || len(errs) > 0 && !errors.Is(errs[0], ErrBadDate) {
				t.Fatalf("%d articles, errors %v", len(articles), errs)
			}
			for i, a := range articles {
				day := "-"
				if !a.Published.IsZero() {
					day = a.Published.Format("2006-01-02T15:04")
				}
				if got := (want{a.Title, a.Text, a.Key, a.URL, a.Byline, day}); got != tt.want[i] {
					t.Errorf("entry %d\n%+v\nwant\n%+v", i+1, got, tt.want[i])
				}
				if a.Source != "Tarmin Today" || a.Lines != [2]int{} {
					t.Errorf("entry %d from %q, lines %v", i+1, a.Source, a.Lines)
				}
			}
		})
	}
}

func TestFeedWithBadEntries(t *testing.T) {
	feed := `<rss version="2.0"><channel><title>T</title><item><guid>empty</guid></item><item><title>Army enters Tarmin</title></item>` +
		`<item><description><![CDATA[` + strings.Repeat("<p>x", MaxElements+1) + `]]></description></item></channel></rss>`
	articles, errs := readAll("a.rss", strings.NewReader(feed))
	if len(articles) != 1 || len(errs) != 2 || !errors.Is(errs[0], ErrEmpty) || !errors.Is(errs[1], ErrBadFeed) {
		t.Errorf("%d articles, errors %v", len(articles), errs)
	}
}

// TestFeedBombs reads feeds that would overflow the stack of the feed parser alone.
func TestFeedBombs(t *testing.T) {
	const channel = `<rss version="2.0" xmlns:x="urn:x"><channel><title>T</title><item>`
	for _, tt := range []struct{ name, feed string }{
		{"unknown elements", channel + strings.Repeat("<x:a>", 1<<20)},
		{"with ends in attributes", channel + strings.Repeat(`<x:a b="</x:a></x:a>">`, 1<<19)},
		{"with ends in comments", channel + strings.Repeat(`<x:a><!-- </x:a></x:a> -->`, 1<<19)},
		{"behind control characters", channel + strings.Repeat("<x:a>\x01", 1<<20)},
		{"many elements", channel + strings.Repeat("<x:a/>", 200_000)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, errs := readAll("a.rss", strings.NewReader(tt.feed))
			if len(articles) > 0 || len(errs) != 1 || !errors.Is(errs[0], ErrBadFeed) {
				t.Errorf("%d articles, errors %v", len(articles), errs)
			}
		})
	}
}
