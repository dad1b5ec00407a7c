package feed

import (
	"net/url"
	"strings"

	"dateline/text"
	"dateline/work"

	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/json"
	"github.com/mmcdole/gofeed/rss"
)

// parse parses an XML feed. It calls gofeed's parsers for each format directly: the universal
// one also searches the texts for images, in quadratic time.
func (p *parts) parse(steps *work.Counter, document string) (Feed, error) {
	if err := steps.Add(len(document)); err != nil {
		return Feed{}, err
	}
	if len(document) > maxEntry {
		return Feed{}, ErrTooLong
	}
	if err := checkDepth(document); err != nil {
		return Feed{}, err
	}
	if p.name == "feed" {
		return parseAtom(document)
	}
	return parseRSS(document)
}

func parseRSS(document string) (Feed, error) {
	var parser rss.Parser
	all, err := parser.Parse(strings.NewReader(document))
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Title: all.Title, home: all.Link}
	for _, item := range all.Items {
		e := Entry{Title: item.Title, URL: item.Link, Text: firstOf(item.Content, item.Description)}
		writers, said := []string{item.Author}, item.PubDate
		if it := item.ITunesExt; it != nil {
			e.Text = firstOf(e.Text, it.Summary, it.Subtitle)
			writers = append(writers, it.Author)
		}
		e.media(item.Extensions)
		if dc := item.DublinCoreExt; dc != nil {
			writers = append(writers, dc.Creator...)
			said = firstOf(said, first(dc.Date))
		}
		if from := item.Source; from != nil {
			e.Outlet = from.Title
		}
		if id := item.GUID; id != nil {
			e.Key = id.Value
			if e.URL == "" && id.IsPermalink != "false" && isAddress(id.Value) {
				e.URL = id.Value
			}
		}
		said = firstOf(said, extensionValue(item.Extensions, "atom", "published"), extensionValue(item.Extensions, "atom", "updated"))
		e.Byline, e.Point = nameList(writers), point(item.Extensions)
		e.said = said
		f.Entries = append(f.Entries, e)
	}
	return f, nil
}

// maxMarkup is up to which size gofeed may parse the markup in an entry: its HTML parser can
// take quadratic time.
const maxMarkup = 64 << 10

func parseAtom(document string) (Feed, error) {
	if len(document) > maxMarkup {
		document = strings.NewReplacer("xml:base", "xml:was-base", `"xhtml"`, `"html"`, `'xhtml'`, `'html'`).Replace(document)
	}
	var parser atom.Parser
	all, err := parser.Parse(strings.NewReader(document))
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Title: all.Title, home: linkOf(all.Links)}
	for _, item := range all.Entries {
		e := Entry{Title: item.Title, Key: item.ID, URL: linkOf(item.Links)}
		if item.Content != nil {
			e.Text = item.Content.Value
		}
		e.Text = firstOf(e.Text, item.Summary)
		e.media(item.Extensions)
		var writers []string
		for _, p := range item.Authors {
			writers = append(writers, firstOf(p.Name, p.Email))
		}
		if e.URL == "" && isAddress(item.ID) {
			e.URL = item.ID
		}
		e.Byline, e.Point = nameList(writers), point(item.Extensions)
		e.said = firstOf(item.Published, item.Updated, extensionValue(item.Extensions, "", "pubDate"))
		f.Entries = append(f.Entries, e)
	}
	return f, nil
}

func readJSON(steps *work.Counter, s string) (Feed, error) {
	if err := steps.Add(len(s)); err != nil {
		return Feed{}, err
	}
	var parser json.Parser
	all, err := parser.Parse(strings.NewReader(s))
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Title: text.OneLine(all.Title), home: all.HomePageURL}
	for _, item := range all.Items {
		e := Entry{Title: item.Title, Key: item.ID, URL: resolve(f.home, item.URL), Text: firstOf(item.ContentHTML, item.ContentText, item.Summary)}
		var writers []string
		for _, a := range append(item.Authors, item.Author) {
			if a != nil {
				writers = append(writers, a.Name)
			}
		}
		e.Byline = nameList(writers)
		e.said = firstOf(item.DatePublished, item.DateModified)
		if e.Title == "" && e.Text == "" {
			e.Err = ErrNoEntry
		}
		f.Entries = append(f.Entries, e)
	}
	return f, nil
}

// nameList joins the distinct non-empty names.
func nameList(names []string) string {
	var out []string
	seen := map[string]bool{"": true}
	for _, name := range names {
		if name = text.OneLine(name); !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// linkOf returns the address where a feed or entry can be read.
func linkOf(links []*atom.Link) string {
	for _, l := range links {
		if l.Rel == "" || l.Rel == "alternate" {
			return l.Href
		}
	}
	return ""
}

func extensionValue(extensions ext.Extensions, space, name string) string {
	for _, e := range extensions[space][name] {
		return e.Value
	}
	return ""
}

// resolve resolves an address against a base; "" if it is invalid.
func resolve(base, address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return ""
	}
	if b, err := url.Parse(base); err == nil {
		u = b.ResolveReference(u)
	}
	if !isAddress(u.String()) {
		return ""
	}
	return u.String()
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
