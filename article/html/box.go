package html

import (
	"strings"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isBox reports whether an element is a generic container.
func isBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.Td:
		return true
	}
	return false
}

// isLinkList reports whether an element has a heading that announces links, such as "Keep
// reading", and little but links below it.
func isLinkList(steps counter, n *html.Node) bool {
	if !isBox(n) {
		return false
	}
	heading := beginning(n)
	for heading != nil && heading != n && !isSubheading(heading) {
		heading = heading.Parent
	}
	if heading == nil || heading == n || !segment.IsListHeader(shortText(steps, heading)) {
		return false
	}
	linked, all := 0, 0
	for c := range n.Descendants() {
		switch {
		case steps.Add(1) != nil || c.DataAtom == atom.H1:
			return false
		case c.Type == html.TextNode:
			said := len(strings.TrimSpace(c.Data))
			if all += said; withinLink(c, n) || within(c, heading.DataAtom) {
				linked += said
			}
		}
	}
	return 2*linked > all
}

// beginning returns the first text in a node that is not blank.
func beginning(n *html.Node) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return c
		}
	}
	return nil
}

func isSubheading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// maxPitch is the largest size of a newsletter form's text, in bytes.
const maxPitch = 400

// asksForMail reports whether an element is a form for newsletter subscriptions.
func asksForMail(n *html.Node) bool {
	if !isBox(n) {
		return false
	}
	said, asks, nodes := 0, false, 0
	for c := range n.Descendants() {
		nodes++
		switch {
		case c.Type == html.TextNode:
			said += len(strings.TrimSpace(c.Data))
		case c.DataAtom == atom.Input && attribute(c.Attr, "type") == "email":
			asks = true
		case c.DataAtom == atom.H1:
			return false
		}
		if said > maxPitch || nodes > maxMenuNodes {
			return false
		}
	}
	return asks && said > 0
}
