package html

import (
	"strings"
	"time"

	"dateline/newsdate"

	"golang.org/x/net/html"
)

// minEntries is how many entries with a time of their own make a list of entries.
const minEntries = 3

// entries returns the entries of a page that is a list of them, each with its own
// time: a live blog, a channel, an exported chat, the events beside a live map. The
// entries are the children of one element that have a time and a sentence each; there
// are none where those that have hold less than half of the text. A time of day alone
// is of the day that stands above it, else of the page's.
func entries(steps counter, body *html.Node, day time.Time) []Block {
	parent := listParent(steps, body)
	if parent == nil {
		return nil
	}
	var out []Block
	size, writer := 0, ""
	for c := range parent.ChildNodes() {
		b, found := readEntry(steps, c)
		if b.Byline == "" {
			b.Byline = writer // messages in a row say it once
		}
		writer = b.Byline
		if at := steps.parsedTime(b.Text); len(b.Text) < maxStamp && !at.IsZero() {
			day = at // a heading
			continue
		}
		if b.clock && b.Published.IsZero() {
			b.Published = newsdate.Civil(day).Time()
		}
		if !found || b.Text == "" {
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
		if n.Type != html.ElementNode || entryTime(steps, n).kind == noStamp {
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

// readEntry reads an entry without its time and writer. It reports whether it has a
// time, which may be open.
func readEntry(steps counter, n *html.Node) (Block, bool) {
	b, found := Block{Entry: true}, false
	clock := false
	w := writer{steps: steps, limit: 1 << 20, skip: func(c *html.Node) bool {
		switch s := entryTime(steps, c); {
		case s.kind != noStamp:
			clock = clock || !found && s.kind == clockStamp
			found = true
			setTime(&b.Published, s.at)
			return s.kind != attributeStamp && c != n
		case c == n:
			return false
		case hasName(c, "from", "author", "owner", "username"):
			setIf(&b.Byline, shortText(steps, c))
			return true
		case hasName(c, "initials", "userpic", "views", "views2", "meta", "photo", "avatar"), hasName(c, "source") && isShort(c):
			return true
		}
		return false
	}}
	w.node(n, false)
	b.Text = strings.TrimSpace(w.b.String())
	b.clock = clock
	return b, found
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
