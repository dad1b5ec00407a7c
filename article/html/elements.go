package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isPresentational reports whether an element affects only the look of its text.
func isPresentational(a atom.Atom) bool {
	switch a {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small,
		atom.Strike, atom.Strong, atom.Tt, atom.U, atom.Wbr, atom.Mark:
		return true
	}
	return false
}

// isSkipped reports whether a browser without scripts shows no text of an element.
func isSkipped(a atom.Atom) bool {
	switch a {
	case atom.Style, atom.Iframe, atom.Template, atom.Svg, atom.Math, atom.Object, atom.Audio, atom.Video, atom.Canvas,
		atom.Select, atom.Textarea, atom.Datalist, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// Limits of a menu: number of links, bytes of each, and number of nodes.
const (
	minMenu      = 3
	maxMenuLink  = 40
	maxMenuNodes = 400
)

// isMenu reports whether an element has only short links.
func isMenu(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Ul, atom.Ol, atom.Td, atom.Section, atom.Center:
	default:
		return false
	}
	links, size, nodes := 0, 0, 0
	for c := range n.Descendants() {
		if nodes++; nodes > maxMenuNodes {
			return false
		}
		switch {
		case c.Type == html.TextNode && strings.Trim(c.Data, " \t\r\n|·•,/«»›-") == "":
		case c.Type == html.TextNode && !withinLink(c, n):
			return false
		case c.Type == html.TextNode:
			size += len(c.Data)
		case c.DataAtom == atom.A:
			links++
		case c.DataAtom == atom.Time || c.DataAtom == atom.H1 || c.DataAtom == atom.P || isNamedTime(c):
			return false
		}
	}
	return links >= minMenu && size <= links*maxMenuLink
}

// withinLink reports whether a node lies in a link, looking no further up than within.
func withinLink(n, within *html.Node) bool {
	for up := n.Parent; up != nil && up != within; up = up.Parent {
		if up.DataAtom == atom.A {
			return true
		}
	}
	return false
}

// isVoid reports whether an element never has content or an end tag.
func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track:
		return true
	}
	return false
}

// endedBy reports whether an open element ends where another begins, by the rules for optional
// end tags in the HTML standard.
func endedBy(open, next atom.Atom) bool {
	switch open {
	case atom.P:
		return isBlock(next)
	case atom.Li, atom.A:
		return next == open
	case atom.Dt, atom.Dd:
		return next == atom.Dt || next == atom.Dd
	case atom.Td, atom.Th:
		return next == atom.Td || next == atom.Th || isTablePart(next)
	case atom.Tr, atom.Caption, atom.Colgroup:
		return isTablePart(next)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return isTablePart(next) && next != atom.Tr
	case atom.Title, atom.Script:
		return true // missing end tag
	}
	return false
}

func isTablePart(a atom.Atom) bool {
	return a == atom.Tr || a == atom.Tbody || a == atom.Thead || a == atom.Tfoot
}

// isBlock reports whether an element is laid out as a block.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dir, atom.Div,
		atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Search, atom.Section, atom.Summary, atom.Table, atom.Ul, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Tbody:
		return true
	}
	return false
}
