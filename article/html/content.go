package html

import (
	"math"
	"net/url"
	"strings"

	"dateline/article/segment"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits on pages given to readability, whose cost grows faster than their size.
const (
	maxReadable       = 1 << 20
	maxReadableNodes  = 20_000
	maxReadableWeight = 16 << 20
	minReadable       = 500 // of less text readability takes the longest block, whatever it is
)

// content returns the main content of a page without marked articles. Readability selects the
// texts; they are laid out in page order, and the others are recorded in LeftOut.
func (p *Page) content(steps counter, doc, body *html.Node, address string) string {
	whole := textOf(steps, body)
	nodes, weight := weigh(body)
	if len(whole) < minReadable || len(whole) > maxReadable || nodes > maxReadableNodes || weight > maxReadableWeight {
		return whole
	}
	base, _ := url.Parse(firstOf(webAddress(address), p.URL))
	parser := readability.NewParser()
	main, err := parser.ParseDocument(doc, base)
	if err != nil || main.Node == nil {
		return whole
	}
	setIf(&p.Byline, strings.Join(strings.Fields(main.Byline()), " "))
	kept := textsOf(body, main.Node)
	news := writer{steps: steps, limit: math.MaxInt, skip: func(n *html.Node) bool { return n.Type == html.TextNode && !kept[n] }}
	news.node(body, false)
	if news.b.Len() == 0 {
		return whole
	}
	rest := pruner{steps: steps}
	rest.leaveText(segment.Navigation, body, func(n *html.Node) bool { return kept[n] })
	p.LeftOut = append(p.LeftOut, rest.leftOut...)
	return news.b.String()
}

// textsOf returns the text nodes of the page that readability's copy of the main content has,
// and those between the heading and them: author and date.
func textsOf(body, main *html.Node) map[*html.Node]bool {
	left := map[string]int{}
	for n := range main.Descendants() {
		if said := strings.TrimSpace(n.Data); n.Type == html.TextNode && said != "" {
			left[said]++
		}
	}
	kept := map[*html.Node]bool{}
	var head []*html.Node // after the heading
	headed, size := false, 0
	for n := range body.Descendants() {
		switch said := strings.TrimSpace(n.Data); {
		case n.Type != html.TextNode || said == "":
		case left[said] > 0:
			left[said]--
			kept[n] = true
			if headed && size <= maxHead {
				keepAll(kept, head)
			}
			headed, head = false, nil
		case within(n, atom.H1):
			headed, head, size = len(kept) == 0, nil, 0
		case headed:
			head, size = append(head, n), size+len(said)
		}
	}
	return kept
}

func keepAll(kept map[*html.Node]bool, nodes []*html.Node) {
	for _, n := range nodes {
		kept[n] = true
	}
}

// within reports whether a node has an ancestor of a kind.
func within(n *html.Node, a atom.Atom) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == a {
			return true
		}
	}
	return false
}

// weigh returns the number of nodes and the sum of size times depth. The latter approximates the
// cost of readability, which looks at a text once for each of its ancestors.
func weigh(body *html.Node) (nodes, weight int) {
	var visit func(n *html.Node, depth int)
	visit = func(n *html.Node, depth int) {
		nodes++
		weight += (16 + len(n.Data)) * depth
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, depth+1)
		}
	}
	visit(body, 1)
	return nodes, weight
}
