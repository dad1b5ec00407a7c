package listing

import (
	"bytes"
	"mime"
	"net/url"
	"strings"

	"dateline/watch/fetch"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FeedOf returns the address of the feed that a page links as its alternate, the first if there
// are several (https://www.rssboard.org/rss-autodiscovery). It is empty if there is none, or the
// answer is no page.
func FeedOf(a *fetch.Answer) string {
	media, _, _ := mime.ParseMediaType(a.MediaType)
	if media != "text/html" && media != "application/xhtml+xml" || isFeed(a) || IsTelegramPage(a.Address) {
		return ""
	}
	base, err := url.Parse(a.Address)
	if err != nil {
		return ""
	}
	for tokens := html.NewTokenizer(bytes.NewReader(a.Body)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := tokens.Token(); t.DataAtom {
			case atom.Body:
				return ""
			case atom.Base:
				if u, err := base.Parse(attribute(t, "href")); err == nil {
					base = u
				}
			case atom.Link:
				if feed := linkedFeed(t, base); feed != "" {
					return feed
				}
			}
		}
	}
}

func linkedFeed(t html.Token, base *url.URL) string {
	isAlternate := false
	for word := range strings.FieldsSeq(attribute(t, "rel")) {
		isAlternate = isAlternate || strings.EqualFold(word, "alternate")
	}
	media, _, _ := mime.ParseMediaType(attribute(t, "type"))
	switch media {
	case "application/rss+xml", "application/atom+xml", "application/feed+json":
	default:
		return ""
	}
	u, err := base.Parse(strings.TrimSpace(attribute(t, "href")))
	if !isAlternate || err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	u.Fragment = ""
	return u.String()
}
