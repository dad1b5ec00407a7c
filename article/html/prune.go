package html

import (
	"math"
	"strings"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pruner removes boilerplate around the articles of a page.
type pruner struct {
	steps    counter
	noscript bool // keep <noscript>
	lenient  bool // keep elements that are boilerplate by their names only
	leftOut  []segment.LeftOut
}

// prune removes boilerplate among the children of a node. It reports whether the node contains
// an element that marks an article; such nodes are kept whatever their names.
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

// reason returns why to remove an element, "" to keep it.
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
	case reason == segment.Forms && hasParagraph(n): // some servers put the whole page into a form
		return ""
	case holdsArticle && n.DataAtom != atom.Footer && !(reason == segment.Comments && n.DataAtom == atom.Article):
		return ""
	}
	return reason
}

// isNamedAlone reports whether only the names of an element, which may mislead, suggest
// boilerplate.
func isNamedAlone(n *html.Node, reason segment.Reason) bool {
	switch reason {
	case segment.Links, segment.Navigation, segment.Captions, segment.Subscription:
		return n.DataAtom == atom.Div || n.DataAtom == atom.Section || n.DataAtom == atom.Ul
	}
	return false
}

// marksArticle reports whether an element marks an article or its heading.
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

// leave records the text of a node as left out, with the reason.
func (p *pruner) leave(reason segment.Reason, n *html.Node) { p.leaveText(reason, n, nil) }

// leaveText is like leave, without the nodes to skip.
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
