package html

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minEntries is how many entries with a time of their own make a list of entries.
const minEntries = 3

// entries returns the entries of a page that is a list of them, each with its own
// time: a live blog, a channel, an exported chat. The entries are the children of
// one element that have a time and a sentence each; there are none where those that
// have hold less than half of the text.
func entries(steps counter, body *html.Node) []Block {
	parent := listParent(steps, body)
	if parent == nil {
		return nil
	}
	var out []Block
	size, writer := 0, ""
	for c := range parent.ChildNodes() {
		b := readEntry(steps, c)
		if b.Byline == "" {
			b.Byline = writer // messages in a row say it once
		}
		writer = b.Byline
		if b.Published.IsZero() || b.Text == "" {
			continue
		}
		size += len(b.Text)
		out = append(out, b)
	}
	if len(out) < minEntries || 2*size < len(textOf(steps, body)) {
		return nil
	}
	return out
}

// listParent returns the element of which most children have a time of their own,
// of several the outermost that has the most.
func listParent(steps counter, body *html.Node) *html.Node {
	count := map[*html.Node]int{}
	counted := map[*html.Node]bool{}
	var best *html.Node
	for n := range body.Descendants() {
		if steps.Add(1) != nil {
			return nil
		}
		if n.Type != html.ElementNode || entryTime(steps, n).IsZero() {
			continue
		}
		for up := n; up != body && up.Parent != nil && !counted[up]; up = up.Parent {
			counted[up] = true
			if count[up.Parent]++; count[up.Parent] >= minEntries && (best == nil || count[up.Parent] > count[best]) {
				best = up.Parent
			}
		}
	}
	return best
}

// entryTime returns the time that an element gives by itself: a <time>, or, as in
// exports of Telegram, a date as title.
func entryTime(steps counter, n *html.Node) time.Time {
	if n.DataAtom == atom.Time {
		return parsedTime(firstOf(attribute(n.Attr, "datetime"), shortText(steps, n)))
	}
	if title := attribute(n.Attr, "title"); title != "" && hasName(n, "date") {
		return parsedTime(title)
	}
	return time.Time{}
}

// readEntry reads an entry without its time and writer.
func readEntry(steps counter, n *html.Node) Block {
	b := Block{Entry: true}
	w := writer{steps: steps, limit: 1 << 20, skip: func(c *html.Node) bool {
		switch at := entryTime(steps, c); {
		case !at.IsZero():
			setTime(&b.Published, at)
			return true
		case hasName(c, "from", "author", "owner"):
			setIf(&b.Byline, shortText(steps, c))
			return true
		case hasName(c, "initials", "userpic", "views", "views2", "meta", "photo"):
			return true
		}
		return false
	}}
	w.node(n, false)
	b.Text = strings.TrimSpace(w.b.String())
	return b
}

// hasName reports whether a class of an element has one of the words as a part.
func hasName(n *html.Node, words ...string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for part := range strings.FieldsFuncSeq(strings.ToLower(attribute(n.Attr, "class")), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		for _, w := range words {
			if part == w {
				return true
			}
		}
	}
	return false
}
