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

// Meta is what a page says of itself.
type Meta struct {
	Title     string   // og:title
	Window    string   // <title>
	Heading   string   // longest <h1>
	headings  []string // the first of <h1> to <h3>
	Byline    string
	Outlet    string
	URL       string // canonical address
	Lang      string
	Published time.Time // of metas or JSON-LD
	Timed     time.Time // of the first <time>
	Saved     time.Time // when a program saved the page, where it says so

	linked linked
	data   []string // pieces of JSON that the page is drawn from
}

// readMeta reads the head and the <time> elements of a page. Of several dates
// the first of the surest kind counts: metas, JSON-LD.
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
			setIf(&m.Window, shortText(steps, n))
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

// element reads what an element of the text says of the page: a <time>, a date of
// microdata or as title, a writer.
func (m *Meta) element(steps counter, n *html.Node) {
	switch property := attribute(n.Attr, "itemprop"); {
	case property == "datePublished":
		setTime(&m.Published, steps.parsedTime(firstOf(attribute(n.Attr, "content"), attribute(n.Attr, "datetime"), shortText(steps, n))))
	case property == "author" && m.Byline == "" && !isWithinThread(n):
		if said := shortText(steps, n); len(said) <= maxStamp {
			m.Byline = said
		}
	case m.Window == "Exported Data" && hasName(n, "header"): // of Telegram
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

// meta reads a <meta> element, or nothing from it.
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

// timeElement returns the time of a <time> that stands in no list, menu, footer
// or box beside the text, nor in the header of the site. It looks no further up
// than to the element within, which may be nil.
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
			listed = false // of what is known of an article
		}
	}
	if listed {
		return time.Time{}
	}
	return steps.parsedTime(firstOf(attribute(n.Attr, "datetime"), attribute(n.Attr, "title"), shortText(steps, n)))
}

// parsedTime reads a date, the zero time for what is none.
func (w *task) parsedTime(s string) time.Time {
	t, _ := datestamp.Parse(s, w.hint)
	return t
}

// tellOrder tells from the short texts of a page in which order it has day and month,
// where that is not known.
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

// setTime sets a time that is not yet known.
func setTime(t *time.Time, value time.Time) {
	if t.IsZero() {
		*t = value
	}
}

// setIf sets what is not yet known.
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

// webAddress returns s where it is an absolute address on the web.
func webAddress(s string) string {
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return s
	}
	return ""
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
