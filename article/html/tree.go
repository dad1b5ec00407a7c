package html

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"dateline/work"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits on pages.
const (
	MaxElements = 1_000_000
	maxDepth    = 128     // deeper elements become siblings, as in browsers, whose limit is 512
	maxLinked   = 1 << 20 // bytes of one script with JSON
)

// ErrTooMany reports a page of more than MaxElements elements.
var ErrTooMany = fmt.Errorf("more than %d elements", MaxElements)

// tree builds the tree of a page in one pass. It is not the algorithm of the HTML standard,
// which takes quadratic time on some pages: misnested elements are closed with their parent, and
// nothing is moved out of tables. Elements that affect only the look, comments, scripts other
// than JSON, and elements that never hold text are dropped.
type tree struct {
	doc, html, head, body *html.Node
	open                  []*html.Node // from the body to the current node
	skip                  atom.Atom    // the element being dropped
	nested                int          // open elements of its kind inside it
	pending               strings.Builder
	elements              int
}

// parse builds the tree of a page, counting a step for each byte.
func parse(steps *work.Counter, page string) (*html.Node, error) {
	t := newTree()
	z := html.NewTokenizer(&stepReader{steps, strings.NewReader(page)})
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		switch kind {
		case html.TextToken:
			t.text(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			t.start(z, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			t.end(atom.Lookup(name))
		}
		if t.elements > MaxElements {
			return nil, ErrTooMany
		}
	}
	t.flush()
	if err := z.Err(); err != io.EOF {
		return nil, err
	}
	return t.doc, nil
}

// stepReader counts a step for each byte read.
type stepReader struct {
	steps *work.Counter
	r     io.Reader
}

func (r *stepReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if ended := r.steps.Add(n); ended != nil {
		return 0, ended
	}
	return n, err
}

func newTree() *tree {
	t := &tree{doc: &html.Node{Type: html.DocumentNode}, html: element(atom.Html), head: element(atom.Head), body: element(atom.Body)}
	t.doc.AppendChild(t.html)
	t.html.AppendChild(t.head)
	t.html.AppendChild(t.body)
	t.open = []*html.Node{t.body}
	return t
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}

// text handles a text token.
func (t *tree) text(z *html.Tokenizer) {
	if t.skip != 0 {
		return
	}
	t.pending.Write(z.Text())
}

// flush makes a text node of the text since the last tag.
func (t *tree) flush() {
	top := t.open[len(t.open)-1]
	if t.pending.Len() > 0 && (top.DataAtom != atom.Script || t.pending.Len() <= maxLinked) {
		top.AppendChild(&html.Node{Type: html.TextNode, Data: t.pending.String()})
	}
	t.pending.Reset()
}

// start handles a start tag.
func (t *tree) start(z *html.Tokenizer, closed bool) {
	raw := z.Raw()
	name, more := z.TagName()
	a := atom.Lookup(name)
	t.elements++
	switch {
	case t.skip != 0:
		if a == t.skip && !closed {
			t.nested++
		}
		return
	case isPresentational(a):
		return
	case isSkipped(a) || a == atom.Script && !isData(raw):
		if !closed {
			t.skip, t.nested = a, 1
		}
		return
	}
	t.flush()
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: string(name), Attr: attributes(z, more)}
	if a == atom.Meta && attribute(n.Attr, "itemprop") != "" { // microdata belongs to the article around it
		t.push(n)
		return
	}
	switch a {
	case atom.Html, atom.Body, atom.Head:
		t.describe(a, n.Attr)
	case atom.Meta, atom.Link, atom.Base:
		t.head.AppendChild(n)
	case atom.Title, atom.Script:
		t.head.AppendChild(n)
		t.open = append(t.open, n)
	case atom.Noscript:
		z.NextIsNotRawText()
		t.push(n)
	default:
		t.push(n)
	}
}

// isData reports whether a script holds JSON: JSON-LD, or data from which the page is rendered.
func isData(tag []byte) bool {
	tag = bytes.ToLower(tag[:min(len(tag), 1<<10)])
	return bytes.Contains(tag, []byte("ld+json")) || bytes.Contains(tag, []byte("application/json"))
}

// maxAttributes is how many attributes of an element are read.
const maxAttributes = 64

func attributes(z *html.Tokenizer, more bool) []html.Attribute {
	var attrs []html.Attribute
	for more && len(attrs) < maxAttributes {
		var key, value []byte
		key, value, more = z.TagAttr()
		attrs = append(attrs, html.Attribute{Key: string(key), Val: string(value)})
	}
	return attrs
}

// describe sets the attributes of the page's <html>, <head> or <body> from its first tag with any.
func (t *tree) describe(a atom.Atom, attrs []html.Attribute) {
	n := map[atom.Atom]*html.Node{atom.Html: t.html, atom.Head: t.head, atom.Body: t.body}[a]
	if n.Attr == nil {
		n.Attr = attrs
	}
}

// push appends an element to the current node, after closing elements that it ends.
func (t *tree) push(n *html.Node) {
	for i := len(t.open) - 1; i > 0 && endedBy(t.open[i].DataAtom, n.DataAtom); i-- {
		t.open = t.open[:i]
	}
	if len(t.open) >= maxDepth && !isVoid(n.DataAtom) {
		t.open = t.open[:maxDepth-1]
	}
	t.open[len(t.open)-1].AppendChild(n)
	if !isVoid(n.DataAtom) {
		t.open = append(t.open, n)
	}
}

// end closes the innermost open element of a kind and those inside it. Only the end tags of
// tables and rows close cells, and only those of blocks close blocks.
func (t *tree) end(a atom.Atom) {
	if t.skip != 0 {
		if a == t.skip {
			if t.nested--; t.nested == 0 {
				t.skip = 0
			}
		}
		return
	}
	for i := len(t.open) - 1; i > 0; i-- {
		switch b := t.open[i].DataAtom; {
		case b == a:
			t.flush()
			t.open = t.open[:i]
			return
		case (b == atom.Td || b == atom.Th) && a != atom.Table && a != atom.Tr, isBlock(b) && !isBlock(a):
			return
		}
	}
}
