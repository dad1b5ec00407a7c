package html

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// writer lays out text as a browser does: a blank line between paragraphs, a line end between
// other blocks.
type writer struct {
	b     strings.Builder
	space bool // a space is due before the next word
	lines int  // line ends due before the next word

	steps   counter
	limit   int                   // stop soon after this many bytes
	without *html.Node            // node to skip
	skip    func(*html.Node) bool // further nodes to skip; may be nil
}

// maxShort is how many bytes of a heading, name or date are read.
const maxShort = 4 << 10

// textOf returns the text of a node. It is cut short if the context of the counter has ended.
func textOf(steps counter, n *html.Node) string { return textWithout(steps, n, nil) }

// textWithout returns the text of a node, without that of a descendant.
func textWithout(steps counter, n, without *html.Node) string {
	w := writer{steps: steps, limit: math.MaxInt, without: without}
	w.node(n, false)
	return w.b.String()
}

// shortText returns the text of a heading, name or date on one line.
func shortText(steps counter, n *html.Node) string {
	w := writer{steps: steps, limit: maxShort}
	w.node(n, false)
	return text.OneLine(w.b.String())
}

func (w *writer) node(n *html.Node, pre bool) {
	if w.ends(n) {
		return
	}
	if n.DataAtom == atom.Head || n.DataAtom == atom.Script || n == w.without || w.skip != nil && w.skip(n) {
		return
	}
	if n.Type == html.TextNode {
		w.text(n.Data, pre)
		return
	}
	ends := linesAround(n.DataAtom)
	w.due(ends)
	switch n.DataAtom {
	case atom.Br:
		w.lines++
	case atom.Td, atom.Th:
		w.space = true
	}
	for c := n.FirstChild; c != nil && w.b.Len() <= w.limit; c = c.NextSibling {
		w.node(c, pre || n.DataAtom == atom.Pre)
	}
	w.due(ends)
	w.space = w.space || n.DataAtom == atom.Td || n.DataAtom == atom.Th
}

// ends reports whether to stop writing, after counting a step for each byte of a node.
func (w *writer) ends(n *html.Node) bool {
	return w.steps.Add(1+len(n.Data)) != nil || w.b.Len() > w.limit
}

func (w *writer) due(lines int) { w.lines = max(w.lines, lines) }

func (w *writer) text(s string, pre bool) {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '\n' && pre:
			w.lines++
		case unicode.IsSpace(r) && r != '\u00a0':
			w.space = true
		default:
			if n = strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }); n < 0 {
				n = len(s)
			}
			w.word(s[:n])
		}
		s = s[n:]
	}
}

// word writes a word and the space or line ends due before it.
func (w *writer) word(s string) {
	switch {
	case w.b.Len() == 0:
	case w.lines > 0:
		w.b.WriteString(strings.Repeat("\n", min(w.lines, 2)))
	case w.space:
		w.b.WriteByte(' ')
	}
	w.lines, w.space = 0, false
	w.b.WriteString(s)
}

// linesAround returns how many line ends separate an element from its neighbours.
func linesAround(a atom.Atom) int {
	switch a {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Ul, atom.Ol, atom.Dl,
		atom.Table, atom.Figure, atom.Article, atom.Section, atom.Pre, atom.Aside, atom.Footer, atom.Header, atom.Hr:
		return 2
	case atom.Td, atom.Th:
		return 0
	}
	if isBlock(a) {
		return 1
	}
	return 0
}
