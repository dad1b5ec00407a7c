package html

import (
	"net/url"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Meta is the metadata of a page.
type Meta struct {
	Title     string   // og:title
	PageTitle string   // <title>
	Heading   string   // the longest <h1>
	headings  []string // the first <h1> to <h3>
	Byline    string
	Outlet    string
	URL       string // canonical URL
	Lang      string
	Published time.Time // from metas or JSON-LD
	Timed     time.Time // from the first <time>
	Saved     time.Time // when a program saved the page, if known

	linked linked
	data   []string // JSON from which a script renders the page
}

// readMeta reads the head and the <time> elements. Of several dates the first of the most
// reliable kind is used: metas, then JSON-LD.
func readMeta(steps counter, doc *html.Node) (Meta, error) {
	var m Meta
	for n := range doc.Descendants() {
		if err := steps.Add(1); err != nil {
			return m, err
		}
		switch n.DataAtom {
		case atom.Html:
			m.Lang = languageCode(attribute(n.Attr, "lang"))
		case atom.Title:
			setIf(&m.PageTitle, shortText(steps, n))
		case atom.Meta:
			m.meta(steps, n)
		case atom.H1, atom.H2, atom.H3:
			said := shortText(steps, n)
			if n.DataAtom == atom.H1 && len(said) > len(m.Heading) {
				m.Heading = said
			}
			if len(m.headings) < maxHeadings {
				m.headings = append(m.headings, said)
			}
		case atom.Link:
			if attribute(n.Attr, "rel") == "canonical" {
				m.URL = webAddress(attribute(n.Attr, "href"))
			}
		case atom.Script:
			switch {
			case n.FirstChild == nil:
			case !strings.Contains(strings.ToLower(attribute(n.Attr, "type")), "ld+json"):
				m.data = append(m.data, n.FirstChild.Data)
			default:
				l := readLinked(steps, n.FirstChild.Data)
				bodies := append(m.linked.bodies, l.bodies...)
				if l.better(m.linked) {
					m.linked = l
				}
				m.linked.bodies = bodies
			}
		case atom.Time, atom.Abbr, atom.Span, atom.Div, atom.P, atom.A:
			m.element(steps, n)
		}
	}
	setTime(&m.Published, m.linked.published)
	setIf(&m.Byline, text.OneLine(m.linked.byline))
	if m.linked.article {
		setIf(&m.Outlet, text.OneLine(m.linked.outlet))
		setIf(&m.URL, m.linked.address)
	}
	return m, nil
}

// element reads metadata from an element of the body: a <time>, a date in microdata or a title
// attribute, an author.
func (m *Meta) element(steps counter, n *html.Node) {
	switch property := attribute(n.Attr, "itemprop"); {
	case property == "datePublished":
		setTime(&m.Published, steps.parsedTime(firstOf(attribute(n.Attr, "content"), attribute(n.Attr, "datetime"), shortText(steps, n))))
	case property == "author" && m.Byline == "" && !isWithinThread(n):
		if said := shortText(steps, n); len(said) <= maxStamp {
			m.Byline = said
		}
	case m.PageTitle == "Exported Data" && hasName(n, "header"): // of Telegram
		if said := shortText(steps, n); len(said) <= maxStamp {
			setIf(&m.Outlet, said)
		}
	case n.DataAtom == atom.Time, n.DataAtom == atom.Abbr && attribute(n.Attr, "title") != "":
		setTime(&m.Timed, timeElement(steps, n, nil))
	}
}

func isWithinThread(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if isThread(up) {
			return true
		}
	}
	return false
}

// meta reads a <meta> element.
func (m *Meta) meta(steps counter, n *html.Node) {
	content := strings.TrimSpace(attribute(n.Attr, "content"))
	key := firstOf(attribute(n.Attr, "property"), attribute(n.Attr, "name"), attribute(n.Attr, "itemprop"))
	switch strings.ToLower(key) {
	case "og:title":
		m.Title = content
	case "og:site_name":
		m.Outlet = content
	case "og:url":
		setIf(&m.URL, webAddress(content))
	case "author", "article:author", "dc.creator", "parsely-author", "byl":
		if webAddress(content) == "" {
			setIf(&m.Byline, text.OneLine(content))
		}
	case "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
		"date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "pub-date", "publishdate", "parsely-pub-date", "sailthru.date":
		setTime(&m.Published, steps.parsedTime(content))
	}
}

// timeElement returns the time of a <time> that is not in a list, menu, footer, sidebar or site
// header. It checks the ancestors up to within, which may be nil.
func timeElement(steps counter, n, within *html.Node) time.Time {
	listed := false
	for up := n.Parent; up != nil && up != within; up = up.Parent {
		if isThread(up) {
			return time.Time{}
		}
		switch up.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer:
			return time.Time{}
		case atom.Li:
			listed = true
		case atom.Header:
			if up.Parent.DataAtom == atom.Body {
				return time.Time{}
			}
			listed = false // in metadata of an article
		}
	}
	if listed {
		return time.Time{}
	}
	return steps.parsedTime(firstOf(attribute(n.Attr, "datetime"), attribute(n.Attr, "title"), shortText(steps, n)))
}

// parsedTime parses a date; zero if it can't.
func (w *task) parsedTime(s string) time.Time {
	t, _ := datestamp.Parse(s, w.hint)
	return t
}

// tellOrder infers the order of day and month from the short texts of a page, if it is unknown.
func (w *task) tellOrder(doc *html.Node) {
	if w.hint.Order != newsdate.UnknownOrder {
		return
	}
	var texts []string
	for n := range doc.Descendants() {
		switch {
		case w.Add(1) != nil:
			return
		case n.Type == html.TextNode:
			texts = append(texts, n.Data)
		case n.DataAtom == atom.Meta:
			texts = append(texts, attribute(n.Attr, "content"))
		}
	}
	w.hint.Order = segment.NumberOrder(texts)
}

// setTime sets a time if it is zero.
func setTime(t *time.Time, value time.Time) {
	if t.IsZero() {
		*t = value
	}
}

// setIf sets a field if it is empty.
func setIf(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// webAddress returns s if it is an absolute web address, else "".
func webAddress(s string) string {
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return s
	}
	return ""
}

// languageCode returns the primary language of a tag such as en-US.
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
