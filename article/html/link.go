package html

import (
	"strings"
	"unicode"

	"dateline/work"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linkOf returns the target of the link in, or around, the heading or time of an element: the
// address of the article or message itself.
func linkOf(n, within *html.Node) string {
	for up := n; up != nil && up != within; up = up.Parent {
		if up.DataAtom == atom.A {
			return webAddress(attribute(up.Attr, "href"))
		}
	}
	if link := find(n, atom.A); link != nil {
		return webAddress(attribute(link.Attr, "href"))
	}
	return ""
}

// ownLink returns the address of an entry given by one of its attributes.
func ownLink(n *html.Node) string {
	for _, key := range []string{"data-link", "data-url", "data-href", "data-permalink"} {
		if address := webAddress(attribute(n.Attr, key)); address != "" {
			return address
		}
	}
	return ""
}

// IsContents reports whether a page has only links and headings, as a table of contents.
func IsContents(counter *work.Counter, page string) bool {
	doc, err := parse(counter, page)
	if err != nil {
		return false
	}
	body, links := find(doc, atom.Body), 0
	for n := range body.Descendants() {
		switch {
		case n.DataAtom == atom.A:
			links++
		case n.Type == html.TextNode && isWords(n.Data) && !withinLink(n, body) && !within(n, atom.H1) && !within(n, atom.H2) && !within(n, atom.H3):
			return false
		}
	}
	return links > 0
}

// isWords reports whether a text has a letter or digit.
func isWords(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
