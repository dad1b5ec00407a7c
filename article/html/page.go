// Package html reads web pages: it finds the articles of a page and what the page
// says of itself, and keeps what it leaves out.
//
// What a page marks as an article wins: <article>, itemprop=articleBody, <main>,
// articleBody in JSON-LD. Where it marks none, readability looks for the content.
// Time and memory are linear in the bytes of a page.
package html

import (
	"net/url"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/work"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// task is the reading of a page: its steps, and what is known of its dates.
type task struct {
	*work.Counter
	hint newsdate.Hint
}

type counter = *task

// Page is what is in a page.
type Page struct {
	Meta
	Blocks  []Block           // its articles; one without a title where it marks none
	LeftOut []segment.LeftOut // what stands around them
}

// Read reads a page. It stops with the context of its counter. The address, where it
// is known, is that of links without one; the hint is for dates whose order of day
// and month is open, or which are relative to when the page was fetched.
func Read(counter *work.Counter, page, address string, hint newsdate.Hint) (Page, error) {
	steps := &task{counter, hint}
	p, err := read(steps, page, address, pruner{steps: steps})
	if err == nil && p.isEmpty() && strings.Contains(page, "<noscript") {
		p, err = read(steps, page, address, pruner{steps: steps, noscript: true})
	}
	if err == nil && p.isEmpty() {
		return read(steps, page, address, pruner{steps: steps, lenient: true})
	}
	return p, err
}

func (p *Page) isEmpty() bool {
	for _, b := range p.Blocks {
		if strings.TrimSpace(b.Text) != "" {
			return false
		}
	}
	return true
}

// read reads a page, of which the pruner cuts what stands around its articles.
func read(steps counter, page, address string, cut pruner) (Page, error) {
	doc, err := parse(steps.Counter, page)
	if err != nil {
		return Page{}, err
	}
	steps.tellOrder(doc)
	var p Page
	if p.Meta, err = readMeta(steps, doc); err != nil {
		return p, err
	}
	body := find(doc, atom.Body)
	cut.prune(body)
	p.LeftOut = cut.leftOut
	if p.Blocks, err = blocks(steps, body, p.day(), &p.LeftOut); err != nil {
		return p, err
	}
	if said := p.Meta.linked.body; len(said) > 2*blocksSize(p.Blocks) {
		p.Blocks = []Block{{Title: p.Meta.linked.headline, Text: said}}
	}
	if len(p.Blocks) == 0 {
		p.Blocks = []Block{{Text: p.content(steps, doc, body, address)}}
	}
	return p, steps.Add(0)
}

// day returns when a page was published, as it says; else the zero time.
func (p *Page) day() time.Time {
	if !p.Published.IsZero() {
		return p.Published
	}
	return p.Timed
}

func blocksSize(blocks []Block) int {
	size := 0
	for _, b := range blocks {
		size += len(b.Text)
	}
	return size
}

// Bounds of the pages that readability looks at: its cost grows faster than their
// size.
const (
	maxReadable       = 1 << 20
	maxReadableNodes  = 20_000
	maxReadableWeight = 16 << 20
	minReadable       = 500 // of less text it takes the longest block, whatever that is
)

// content returns the main content of a page that marks none.
func (p *Page) content(steps counter, doc, body *html.Node, address string) string {
	whole := textOf(steps, body)
	nodes, weight := weigh(body)
	if len(whole) < minReadable || len(whole) > maxReadable || nodes > maxReadableNodes || weight > maxReadableWeight {
		return whole
	}
	base, _ := url.Parse(firstOf(webAddress(address), p.URL))
	parser := readability.NewParser()
	main, err := parser.ParseAndMutate(doc, base)
	if err != nil || main.Node == nil {
		return whole
	}
	setIf(&p.Byline, strings.Join(strings.Fields(main.Byline()), " "))
	return textOf(steps, main.Node)
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

// Text returns the text of a piece of HTML, as an entry of a feed has it, and what
// of it is left out.
func Text(counter *work.Counter, markup string) (string, []segment.LeftOut, error) {
	if !strings.ContainsAny(markup, "<&") {
		return markup, nil, nil
	}
	steps := &task{Counter: counter}
	doc, err := parse(counter, markup)
	if err != nil {
		return "", nil, err
	}
	cut := pruner{steps: steps}
	body := find(doc, atom.Body)
	cut.prune(body)
	return textOf(steps, body), cut.leftOut, steps.Add(0)
}
