package listing

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/watch/fetch"
)

// maxURLs is the maximum number of pages in a sitemap (sitemaps.org), and maxFurther how many of
// the sitemaps of an index are read, the newest.
const (
	maxURLs    = 50_000
	maxFurther = 10
)

var (
	errManyURLs  = fmt.Errorf("more than %d pages in one sitemap", maxURLs)
	errNoSitemap = errors.New("not a sitemap")
)

// entry is a url or a sitemap in a sitemap (sitemaps.org), with Google's news extension.
type entry struct {
	loc, lastmod, title, outlet, published string
}

// readSitemap reads a sitemap, or an index of sitemaps.
func readSitemap(ctx context.Context, a *fetch.Answer) (List, error) {
	pages, maps, err := parseSitemap(ctx, a.Body)
	if err != nil {
		if ctx.Err() != nil {
			return List{}, ctx.Err()
		}
		return List{}, fmt.Errorf("%s: %w", a.Address, err)
	}
	var list List
	for _, p := range pages {
		list.Items = append(list.Items, p.item())
	}
	slices.SortStableFunc(list.Items, func(x, y Item) int { return y.Published.Compare(x.Published) })
	slices.SortStableFunc(maps, func(x, y entry) int { return y.time(y.lastmod).Compare(x.time(x.lastmod)) })
	for i, m := range maps {
		if i == maxFurther {
			list.Problems = append(list.Problems, fmt.Errorf("%s: only the newest %d of its %d sitemaps are read", a.Address, maxFurther, len(maps)))
			break
		}
		list.Further = append(list.Further, m.loc)
	}
	return list, nil
}

// item makes an item of a page; it is as new as it says, in whichever way.
func (e *entry) item() Item {
	address := fetch.Canonical(e.loc)
	at := e.time(cmp.Or(e.published, e.lastmod))
	return Item{
		Key: hashOf("address", address), Mark: hashOf(e.title, e.published, e.lastmod), Address: address,
		Title: e.title, Outlet: e.outlet, Published: at,
	}
}

// time parses a date of a sitemap, which may lack its seconds (W3C, NOTE-datetime).
func (e *entry) time(s string) time.Time {
	if at, ok := newsdate.ISO(s); ok {
		return at
	}
	at, _ := time.Parse("2006-01-02T15:04Z07:00", s) // zero if invalid
	return at
}

// isSitemap reports whether a response starts like a sitemap, with any namespace prefix.
func isSitemap(head []byte) bool { return sitemapRoot.Match(head) }

var sitemapRoot = regexp.MustCompile(`<(\w+:)?(urlset|sitemapindex)[\s>]`)

// parseSitemap reads a sitemap token by token: nesting costs nothing.
func parseSitemap(ctx context.Context, body []byte) (pages, maps []entry, err error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // they are UTF-8 (sitemaps.org)
	var now entry
	var to *string
	root := ""
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && (root == "urlset" || root == "sitemapindex"):
			return pages, maps, nil
		case errors.Is(err, io.EOF):
			return nil, nil, errNoSitemap
		case err != nil:
			return nil, nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			root = cmp.Or(root, t.Name.Local)
			if to = now.field(t.Name); t.Name.Local == "url" || t.Name.Local == "sitemap" {
				now = entry{}
			}
		case xml.CharData:
			if to != nil && len(*to)+len(t) <= maxField {
				*to += string(t)
			}
		case xml.EndElement:
			to = nil
			switch local := t.Name.Local; {
			case local == "url" && isAddress(&now):
				pages = append(pages, now)
			case local == "sitemap" && isAddress(&now):
				maps = append(maps, now)
			}
			if len(pages)+len(maps) > maxURLs {
				return nil, nil, errManyURLs
			}
		}
	}
}

// maxField is the maximum length of a title or an address in bytes.
const maxField = 4 << 10

// field returns the destination of an element's text; nil for none. Extensions for images and
// videos have their own loc and title.
func (e *entry) field(name xml.Name) *string {
	news := strings.Contains(name.Space, "news")
	switch {
	case strings.Contains(name.Space, "image"), strings.Contains(name.Space, "video"):
	case news && name.Local == "title":
		return &e.title
	case news && name.Local == "name":
		return &e.outlet
	case news && name.Local == "publication_date":
		return &e.published
	case !news && name.Local == "loc":
		return &e.loc
	case !news && name.Local == "lastmod":
		return &e.lastmod
	}
	return nil
}

// isAddress trims the fields of an entry and reports whether it has a usable address.
func isAddress(e *entry) bool {
	for _, f := range []*string{&e.loc, &e.lastmod, &e.title, &e.outlet, &e.published} {
		*f = strings.TrimSpace(*f)
	}
	return strings.HasPrefix(e.loc, "http://") || strings.HasPrefix(e.loc, "https://")
}
