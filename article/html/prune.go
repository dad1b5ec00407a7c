package html

import (
	"math"
	"strings"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pruner takes out of a page what stands around its articles.
type pruner struct {
	steps    counter
	noscript bool // what only browsers without scripts show is kept
	lenient  bool // what only its names call boilerplate is kept
	leftOut  []segment.LeftOut
}

// prune takes the boilerplate out of a node's children. It reports whether the
// node holds what marks an article: such a node stays, whatever its names say.
func (p *pruner) prune(n *html.Node) (holdsArticle bool) {
	if p.steps.Add(1) != nil {
		return true
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		holds := c.Type == html.ElementNode && p.prune(c)
		reason := segment.Reason("")
		if c.Type == html.ElementNode {
			reason = p.reason(c, holds)
		}
		if reason != "" {
			p.leave(reason, c)
			n.RemoveChild(c)
		} else {
			holdsArticle = holdsArticle || holds
		}
		c = next
	}
	return holdsArticle || marksArticle(n)
}

// reason says why an element is left out, "" where it stays.
func (p *pruner) reason(n *html.Node, holdsArticle bool) segment.Reason {
	if n.DataAtom == atom.Noscript {
		if p.noscript {
			return ""
		}
		return segment.Hidden
	}
	if isLinkList(p.steps, n) {
		return segment.Links
	}
	reason := boilerplate(n)
	switch {
	case reason != "":
	case isMenu(n):
		reason = segment.Navigation
	case asksForMail(n):
		reason = segment.Forms
	}
	if p.lenient && isNamedAlone(n, reason) {
		return ""
	}
	switch {
	case reason == segment.Hidden:
		return reason
	case n.DataAtom == atom.Article && reason != segment.Comments, n.DataAtom == atom.Main:
		return ""
	case reason == segment.Forms && hasParagraph(n): // pages of some servers are one form
		return ""
	case holdsArticle && n.DataAtom != atom.Footer && !(reason == segment.Comments && n.DataAtom == atom.Article):
		return ""
	}
	return reason
}

// isNamedAlone reports whether nothing but the names of an element, which may mean
// something else, call it boilerplate.
func isNamedAlone(n *html.Node, reason segment.Reason) bool {
	switch reason {
	case segment.Links, segment.Navigation, segment.Captions, segment.Subscription:
		return n.DataAtom == atom.Div || n.DataAtom == atom.Section || n.DataAtom == atom.Ul
	}
	return false
}

// marksArticle reports whether an element is, or heads, an article.
func marksArticle(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Article, atom.Main:
		return !isThread(n)
	case atom.H1:
		return true
	}
	return attribute(n.Attr, "itemprop") == "articleBody"
}

func isThread(n *html.Node) bool { return boilerplate(n) == segment.Comments }

func hasParagraph(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.P {
			return true
		}
	}
	return false
}

// leave keeps the text of a node with the reason why it is left out.
func (p *pruner) leave(reason segment.Reason, n *html.Node) { p.leaveText(reason, n, nil) }

// leaveText is leave for what is not skipped of a node.
func (p *pruner) leaveText(reason segment.Reason, n *html.Node, skip func(*html.Node) bool) {
	w := writer{steps: p.steps, limit: math.MaxInt, skip: skip}
	w.node(n, false)
	var lines []string
	for l := range strings.SplitSeq(w.b.String(), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		p.leftOut = append(p.leftOut, segment.LeftOut{Reason: reason, Text: strings.Join(lines, "\n")})
	}
}
