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

// Bounds of the pages that readability looks at: its cost grows faster than their
// size.
const (
	maxReadable       = 1 << 20
	maxReadableNodes  = 20_000
	maxReadableWeight = 16 << 20
	minReadable       = 500 // of less text it takes the longest block, whatever that is
)

// content returns the main content of a page that marks none. Readability says which of
// its texts are news; they are laid out as they stand in the page, and the others are left
// out.
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

// textsOf returns the texts of a page that are those of its main content, which is a copy,
// and what stands between the page's heading and them: writer and date.
func textsOf(body, main *html.Node) map[*html.Node]bool {
	left := map[string]int{}
	for n := range main.Descendants() {
		if said := strings.TrimSpace(n.Data); n.Type == html.TextNode && said != "" {
			left[said]++
		}
	}
	kept := map[*html.Node]bool{}
	var head []*html.Node // behind the heading
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

// within reports whether an element of a kind stands around a node.
func within(n *html.Node, a atom.Atom) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == a {
			return true
		}
	}
	return false
}

// weigh returns the number of nodes in a node, and the sum over them of their
// size times their depth, which is about what it costs to find the main content:
// the text of an element is looked at once for each element around it.
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
