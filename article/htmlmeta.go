package article

import (
	"encoding/json"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta is what a page declares of itself.
type pageMeta struct {
	title     string // og:title
	heading   string // longest <h1>
	byline    string
	outlet    string
	url       string
	lang      string
	published time.Time // of metas or JSON-LD
	timed     time.Time // of the first <time>
}

// headline returns the title of a page: the one it gives to other sites, else
// its heading where that is most of the window's title, else the window's title.
func (m *pageMeta) headline(window string) string {
	if m.title != "" {
		return m.title
	}
	whole, part := sameWords(window), sameWords(m.heading)
	if strings.Contains(whole, part) && 2*len(part) >= len(whole) {
		return m.heading
	}
	return firstOf(window, m.heading)
}

// give gives an article what the page declares; writer and date are those of
// the first.
func (m *pageMeta) give(a *Article, first bool) {
	a.URL = m.url
	setIf(&a.Source, m.outlet)
	if a.Lang = Language(a.Text); a.Lang == "und" && m.lang != "" {
		a.Lang = m.lang
	}
	if !first {
		return
	}
	if l := readLine(m.byline, unknownOrder); l.isMeta() {
		m.byline = l.byline
	}
	setIf(&a.Byline, m.byline)
	setTime(&m.published, a.Published)
	setTime(&m.published, m.timed)
	a.Published = m.published
}

// readMeta reads the head and the <time> elements of a page. Of several dates
// the first of the surest kind counts: metas, JSON-LD, what the text says, <time>.
func readMeta(doc *html.Node) pageMeta {
	var m pageMeta
	var linked time.Time
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			m.lang = languageCode(attribute(n.Attr, "lang"))
		case atom.Meta:
			m.meta(n)
		case atom.H1:
			if text := oneLine(render.InnerText(n)); len(text) > len(m.heading) {
				m.heading = text
			}
		case atom.Link:
			if attribute(n.Attr, "rel") == "canonical" {
				m.url = addressOf(attribute(n.Attr, "href"))
			}
		case atom.Script:
			if n.FirstChild != nil {
				setTime(&linked, jsonLDDate(n.FirstChild.Data))
			}
		case atom.Time:
			setTime(&m.timed, timeElement(n))
		}
	}
	setTime(&m.published, linked)
	return m
}

// meta reads a <meta> element, or nothing from it.
func (m *pageMeta) meta(n *html.Node) {
	content := strings.TrimSpace(attribute(n.Attr, "content"))
	key := firstOf(attribute(n.Attr, "property"), attribute(n.Attr, "name"), attribute(n.Attr, "itemprop"))
	switch strings.ToLower(key) {
	case "og:title":
		m.title = content
	case "og:site_name":
		m.outlet = content
	case "og:url":
		setIf(&m.url, addressOf(content))
	case "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
		"date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "pub-date", "publishdate", "parsely-pub-date", "sailthru.date":
		setTime(&m.published, parsedTime(content))
	}
}

// timeElement returns the time of a <time> that stands in no list, menu, footer
// or box beside the text, nor in the header of the site.
func timeElement(n *html.Node) time.Time {
	for up := n.Parent; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer, atom.Li:
			return time.Time{}
		case atom.Header:
			if up.Parent.DataAtom == atom.Body {
				return time.Time{}
			}
		}
	}
	return parsedTime(firstOf(attribute(n.Attr, "datetime"), render.InnerText(n)))
}

// jsonLDDate finds datePublished in JSON-LD: of the thing described, of the
// first in a list, or of the first in its graph.
func jsonLDDate(text string) time.Time {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return time.Time{}
	}
	return datePublished(value, 4)
}

func datePublished(value any, depth int) time.Time {
	if depth == 0 {
		return time.Time{}
	}
	switch v := value.(type) {
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			return parsedTime(s)
		}
		return datePublished(v["@graph"], depth-1)
	case []any:
		for _, one := range v {
			if t := datePublished(one, depth-1); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

func parsedTime(s string) time.Time {
	t, _ := ParseDate(s)
	return t
}

// setTime sets a time that is not yet known.
func setTime(t *time.Time, value time.Time) {
	if t.IsZero() {
		*t = value
	}
}

// languageCode returns the language of a tag such as en-US.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

func attribute(attrs []html.Attribute, key string) string {
	for _, a := range attrs {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
