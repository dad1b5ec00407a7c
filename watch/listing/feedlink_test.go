package listing

import (
	"testing"

	"dateline/watch/fetch"
)

func TestFeedOf(t *testing.T) {
	for page, want := range map[string]string{
		`<link rel="alternate" type="application/rss+xml" href="/feed">`:                                            "https://news.example/feed",
		`<LINK REL='Alternate home' TYPE='application/atom+xml; charset=utf-8' HREF='atom.xml#top'/>`:               "https://news.example/world/atom.xml",
		`<base href="https://cdn.example/a/"><link rel=alternate type=application/feed+json href=f.json>`:           "https://cdn.example/a/f.json",
		`<link rel=alternate hreflang=ar href=/ar><link rel=alternate type=application/rss+xml href=//x.example/1>`: "https://x.example/1",
		`<!-- <link rel=alternate type=application/rss+xml href=/feed> -->`:                                         "",
		`<link rel=stylesheet type=application/rss+xml href=/feed>`:                                                 "",
		`<link rel=alternate type=application/rss+xml href="javascript:alert(1)">`:                                  "",
		`<link rel=alternate type=application/rss+xml href="https://user:secret@x.example/">`:                       "",
		`</head><body><link rel=alternate type=application/rss+xml href=/comments>`:                                 "",
		`<p>No feed.`: "",
	} {
		a := &fetch.Answer{Address: "https://news.example/world/", MediaType: "text/html; charset=utf-8", Body: []byte("<!doctype html><title>News</title>" + page)}
		if got := FeedOf(a); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
	if got := FeedOf(&fetch.Answer{Address: "https://news.example/", MediaType: "application/rss+xml", Body: []byte(`<rss><link rel=alternate type=application/rss+xml href=/feed>`)}); got != "" {
		t.Errorf("a feed: %q", got)
	}
}
