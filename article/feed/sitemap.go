package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"dateline/text"
	"dateline/work"
)

// ErrSitemap reports a sitemap without titles.
var ErrSitemap = errors.New("a sitemap, which has only addresses")

// page is a page of a news sitemap (Google's extension of sitemaps.org); its title serves as its
// text.
type page struct {
	Address string `xml:"loc"`
	News    struct {
		Outlet    string `xml:"publication>name"`
		Published string `xml:"publication_date"`
		Title     string `xml:"title"`
	} `xml:"news"`
	Captions []string `xml:"image>caption"`
}

// isSitemap reports whether an XML document is a sitemap.
func isSitemap(s string) bool {
	for at := 0; ; {
		switch t := nextTag(s, at); {
		case t.name == "urlset", t.name == "sitemapindex":
			return true
		case t.name == "" || t.name[0] != '?' && t.name[0] != '!':
			return false
		default:
			at = t.end
		}
	}
}

// readSitemap reads the pages of a news sitemap as entries. It stops at the first broken page,
// as the start of the next can't be known.
func readSitemap(steps *work.Counter, s string) (Feed, error) {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // already decoded
	var f Feed
	for pages := 0; ; {
		token, err := d.Token()
		switch {
		case err == io.EOF && len(f.Entries) == 0 && pages > 0:
			return f, ErrSitemap
		case err == io.EOF:
			return f, nil
		case err != nil && len(f.Entries) > 0:
			f.Entries = append(f.Entries, Entry{Err: err})
			return f, nil
		case err != nil:
			return f, err
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		var p page
		if err := d.DecodeElement(&p, &start); err != nil {
			f.Entries = append(f.Entries, Entry{Err: err})
			return f, nil
		}
		if pages++; len(f.Entries) >= MaxEntries {
			return f, ErrTooMany
		}
		if err := steps.Add(1 + len(p.News.Title)); err != nil {
			return f, err
		}
		if title := text.OneLine(p.News.Title); title != "" {
			f.Title = firstOf(f.Title, text.OneLine(p.News.Outlet))
			f.Entries = append(f.Entries, Entry{Title: title, Key: p.Address, URL: resolve("", p.Address), Captions: p.Captions, said: p.News.Published})
		}
	}
}
