package feed

import (
	"reflect"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

const opening = `<?xml version="1.0" encoding="us-ascii"?><rss version="2.0" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"
 xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Hill Radio</title><link>https://example.org/</link>`

// TestRead reads feeds of one entry each.
func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, entry string
		want        Entry
	}{
		{"relative address, permalink", `<title>قصف</title><link>/1</link><guid isPermaLink="false">g1</guid>`, Entry{Title: "قصف", Key: "g1", URL: "https://example.org/1"}},
		{"permalink alone", `<title>a</title><guid>https://example.org/2</guid>`, Entry{Title: "a", Key: "https://example.org/2", URL: "https://example.org/2"}},
		{"no permalink", `<title>a</title><guid isPermaLink="false">https://example.org/2</guid>`, Entry{Title: "a", Key: "https://example.org/2"}},
		{"text of media", `<title>a</title><media:group><media:description>b</media:description></media:group>`, Entry{Title: "a", Text: "b"}},
		{"captions of media", `<title>a</title><description>b</description><media:group><media:content><media:description>c</media:description><media:credit>d</media:credit></media:content><media:content><media:credit>d</media:credit></media:content></media:group><media:credit>e</media:credit>`,
			Entry{Title: "a", Text: "b", Captions: []string{"e", "c", "d"}}},
		{"writers", `<title>a</title><dc:creator>Vera Bell</dc:creator><author>Vera Bell</author>`, Entry{Title: "a", Byline: "Vera Bell"}},
		{"a date that can't be read", `<title>a</title><pubDate>soon</pubDate>`, Entry{Title: "a", BadDate: "soon"}},
		{"point", `<title>a</title><georss:point>35.5 36.5</georss:point>`, Entry{Title: "a", Point: &[2]float64{36.5, 35.5}}},
		{"point of GML", `<title>a</title><georss:where><gml:Point><gml:pos>35.5 36.5</gml:pos></gml:Point></georss:where>`, Entry{Title: "a", Point: &[2]float64{36.5, 35.5}}},
		{"point of Basic Geo", `<title>a</title><geo:lat>35.5</geo:lat><geo:long>36.5</geo:long>`, Entry{Title: "a", Point: &[2]float64{36.5, 35.5}}},
		{"a point beyond the earth", `<title>a</title><georss:point>95 36.5</georss:point>`, Entry{Title: "a"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Read(work.New(t.Context()), opening+"<item>"+tt.entry+"</item></channel></rss>", newsdate.Hint{})
			if err != nil || f.Title != "Hill Radio" || len(f.Entries) != 1 {
				t.Fatalf("%+v, error %v", f, err)
			}
			got := f.Entries[0]
			if (got.Point == nil) != (tt.want.Point == nil) || got.Point != nil && *got.Point != *tt.want.Point {
				t.Errorf("point %v, want %v", got.Point, tt.want.Point)
			}
			if got.Point, tt.want.Point = nil, nil; !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestRepair closes elements that are never closed.
func TestRepair(t *testing.T) {
	for entry, want := range map[string]string{
		"<item><title>a<link>b</link></item>":                     "<item><title>a</title><link>b</link></item>",
		"<item><title>a</title><description>b <b>c</item>":        "<item><title>a</title><description>b <b>c</description></item>",
		"<item><title>a<pubDate>b<guid>c</item>":                  "<item><title>a</title><pubDate>b</pubDate><guid>c</guid></item>",
		"<entry><link href='x'/><author><name>a</author></entry>": "<entry><link href='x'/><author><name>a</name></author></entry>",
		"<item><title>a</title><category>b<category>c</item>":     "<item><title>a</title><category>b<category>c</item>",
		"<item><title><![CDATA[ <link> ]]></title></item>":        "<item><title><![CDATA[ <link> ]]></title></item>",
		"<item><title>a <b> < c <![CDATA[ d < e ]]></item>":       "<item><title>a <b> &lt; c <![CDATA[ d < e ]]></title></item>",
		"<item><title><![CDATA[a</title><id><![CDATA[b]]></item>": "<item><title>a</title><id><![CDATA[b]]></id></item>",
		"<item><title><![CDATA[]]></title></item>":                "<item><title><![CDATA[]]></title></item>",
	} {
		if got := repair(entry); got != want {
			t.Errorf("%s: %s, want %s", entry, got, want)
		}
	}
}

// TestBrokenEntries reads feeds in which one entry is broken.
func TestBrokenEntries(t *testing.T) {
	const good = "<item><title>good</title></item>"
	for _, bad := range []string{
		"<item><title>a</title><b", "<item><title>a", "<item><title a=>b</title></item>", "<item><![CDATA[ <item> ]]><x></item>", "<item><title>&nosuch; &</title></item>",
	} {
		f, err := Read(work.New(t.Context()), opening+good+bad+good+good+"</channel></rss>", newsdate.Hint{})
		n := 0
		for _, e := range f.Entries {
			if e.Err == nil && e.Title == "good" {
				n++
			}
		}
		if err != nil || n < 2 {
			t.Errorf("%d good entries beside %q, error %v", n, bad, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(opening + "<item><title>a</title></item></channel></rss>")
	f.Add(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><updated>2018-05-03</updated><content type="xhtml"><div><p>x</p></div></content></entry></feed>`)
	f.Add(`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_html":"<p>x"}]}`)
	f.Add("<rss><!--<item><![CDATA[<item>")
	f.Add("<urlset><url><loc>https://h.example/1</loc><news><title>a</title></news></url>")
	f.Fuzz(func(t *testing.T, s string) {
		counter := work.New(t.Context())
		if _, err := Read(counter, s, newsdate.Hint{}); err != nil && strings.Contains(err.Error(), "\x00") {
			t.Errorf("error %q", err)
		}
		if bound := 100_000 + 100*len(s)*(1+strings.Count(s, "<")); counter.Total() > bound {
			t.Errorf("%d steps for %d bytes", counter.Total(), len(s))
		}
	})
}
