// Package html reads web pages: their articles, their metadata, and, as left out, the rest.
//
// Marked articles take precedence: <article>, itemprop=articleBody, <main>, articleBody in
// JSON-LD. If nothing is marked, readability finds the content. Time and memory are linear in
// the size of a page.
package html

import (
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/work"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// task is the reading of a page: its step counter, hints for dates, and the elements that became
// articles or were left out.
type task struct {
	*work.Counter
	hint  newsdate.Hint
	taken map[*html.Node]bool
}

type counter = *task

// Page is the content of a web page.
type Page struct {
	Meta
	Blocks  []Block           // its articles; one without a title if it marks none
	LeftOut []segment.LeftOut // the text around them
	Data    []string          // JSON from which a script renders the page, if the page has no text without it
}

// Read reads a page. It ends with the counter's context. The address, if known, resolves
// relative links; the hint resolves dates with ambiguous order of day and month, and those
// relative to the time of fetching.
func Read(counter *work.Counter, page, address string, hint newsdate.Hint) (Page, error) {
	from, at := savedFrom(page)
	if !at.IsZero() {
		hint.Now = at
	}
	steps := &task{counter, hint, map[*html.Node]bool{}}
	p, err := read(steps, page, address, pruner{steps: steps})
	if err == nil && p.isEmpty() && strings.Contains(page, "<noscript") {
		p, err = read(steps, page, address, pruner{steps: steps, noscript: true})
	}
	if err == nil && p.isEmpty() {
		p, err = read(steps, page, address, pruner{steps: steps, lenient: true})
	}
	if err == nil && blocksSize(p.Blocks) < minReadable {
		p.Data = p.data
	}
	p.Saved = at
	setIf(&p.URL, from)
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

// read reads a page after cut has removed the boilerplate.
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
	if said := p.Meta.linked.bodies; blocksSize(said) > 2*blocksSize(p.Blocks) {
		p.Blocks = said
	}
	if len(p.Blocks) == 0 {
		p.Blocks = []Block{{Text: p.content(steps, doc, body, address)}}
	} else {
		p.leaveAround(steps, body)
	}
	return p, steps.Add(0)
}

// day returns the page's date of publication; zero if unknown.
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

// Text returns the text of an HTML fragment, such as an entry of a feed, and what is left out of
// it.
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
