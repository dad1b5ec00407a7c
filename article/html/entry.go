package html

import (
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/newsdate"
	"dateline/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How many timed entries make a list: if only their structure suggests one, and if they also
// share a class.
const (
	minEntries = 3
	minAlike   = 2
)

// entries returns the timed entries of a page that is a list of them: a live blog, a channel, an
// exported chat, the events beside a live map. They are children of one element, each with a
// time and a sentence. It returns none if they hold less than half of the page's text. A time of
// day is of the day in the heading above, else of the page's day. Messages without text are left
// out.
func entries(steps counter, body *html.Node, day time.Time, left *[]segment.LeftOut) []Block {
	parent := listParent(steps, body)
	if parent == nil {
		return nil
	}
	l := list{steps: steps, day: day}
	for c := range parent.ChildNodes() {
		l.take(c)
	}
	if !l.isEnough() || 2*l.size < len(textOf(steps, body)) {
		return nil
	}
	*left = append(*left, l.leftOut...)
	for _, n := range l.taken {
		steps.taken[n] = true
	}
	return l.out
}

// list collects the entries of a list.
type list struct {
	steps    counter
	day      time.Time // from the heading above
	writer   string    // not repeated in consecutive messages
	name     string    // class of the first entry
	alike    bool      // all entries have that class
	messages bool      // the class is that of a message
	out      []Block
	size     int // bytes of all entries
	leftOut  []segment.LeftOut
	taken    []*html.Node // entries and headings of days
}

// isEnough reports whether there are enough entries to be a list.
func (l *list) isEnough() bool {
	n := len(l.out)
	return n >= minEntries || n >= minAlike && l.alike || n > 0 && l.messages
}

// take reads a child of the list's element.
func (l *list) take(c *html.Node) {
	b, found := readEntry(l.steps, c)
	if b.Byline == "" {
		b.Byline = l.writer
	}
	l.writer = b.Byline
	if at := l.steps.parsedTime(b.Text); len(b.Text) < maxStamp && !at.IsZero() {
		l.day = at // a heading
		l.taken = append(l.taken, c)
		return
	}
	if b.clock && b.Published.IsZero() {
		b.Published = newsdate.Civil(l.day).Time()
	}
	if !found {
		return
	}
	l.taken = append(l.taken, c)
	l.size += len(textOf(l.steps, c)) // including time and author
	isMessage := hasName(c, "message")
	if isMessage {
		b.Text = l.withoutMedia(c, b.Text)
	}
	if b.Text == "" {
		if isMessage {
			l.leave("a message without text")
		}
		return
	}
	class := strings.TrimSpace(attribute(c.Attr, "class"))
	if len(l.out) == 0 {
		l.name, l.alike, l.messages = class, class != "", isMessage
	}
	l.alike, l.messages = l.alike && class == l.name, l.messages && isMessage
	l.out = append(l.out, b)
}

func (l *list) leave(said string) {
	l.leftOut = append(l.leftOut, segment.LeftOut{Reason: segment.Notices, Text: said})
}

// withoutMedia returns the text of a message without the messenger's words for a picture or
// file, which are left out.
func (l *list) withoutMedia(message *html.Node, said string) string {
	for c := range message.Descendants() {
		if !hasName(c, "media") {
			continue
		}
		notice := textOf(l.steps, c)
		if at := strings.Index(said, notice); notice != "" && at >= 0 {
			l.leave(text.OneLine(notice))
			return strings.TrimSpace(said[:at] + said[at+len(notice):])
		}
	}
	return said
}

// listParent returns the element with the most timed children, the outermost if several have as
// many.
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
			count[up.Parent]++
			isMessage := hasName(up, "message")
			if (count[up.Parent] >= minAlike || isMessage) && (best == nil || count[up.Parent] > count[best] || isMessage && count[up.Parent] == count[best]) {
				best = up.Parent
			}
		}
	}
	return best
}

// readEntry reads an entry without its time and author. It reports whether the entry has a time,
// even if that can't be parsed.
func readEntry(steps counter, n *html.Node) (Block, bool) {
	b, found := Block{Entry: true, URL: ownLink(n)}, false
	clock := false
	title := firstHeading(steps, n)
	if title != nil {
		b.Title = shortText(steps, title)
		setIf(&b.URL, linkOf(title, n))
	}
	w := writer{steps: steps, limit: 1 << 20, without: title, skip: func(c *html.Node) bool {
		switch s := entryTime(steps, c); {
		case s.kind != noStamp:
			clock = clock || !found && s.kind == clockStamp
			found = true
			setTime(&b.Published, s.at)
			setIf(&b.URL, linkOf(c, n))
			return s.kind != attributeStamp && c != n
		case c == n:
			return false
		case hasName(c, "from", "author", "owner", "username", "creator"):
			if at := find(c, atom.Time); at != nil { // beside the author
				found = true
				setTime(&b.Published, entryTime(steps, at).at)
				return true
			}
			setIf(&b.Byline, shortText(steps, c))
			return true
		case hasName(c, "userinfo", "userdetails", "postprofile"):
			setIf(&b.Byline, userIn(steps, c))
			return true
		case hasName(c, "initials", "userpic", "views", "views2", "photo", "avatar"), hasName(c, "stats", "reactions", "userstats", "postcounter"), hasName(c, "meta") && !hasTime(steps, c), hasName(c, "source", "reply") && isShort(c):
			return true
		}
		return false
	}}
	w.node(n, false)
	b.Text = strings.TrimSpace(w.b.String())
	b.clock = clock
	return b, found
}

// userIn returns the author's name from a forum's box about the author of a post.
func userIn(steps counter, n *html.Node) string {
	for c := range n.Descendants() {
		if hasName(c, "username", "author") {
			return shortText(steps, c)
		}
	}
	return ""
}

// hasTime reports whether a node contains a time.
func hasTime(steps counter, n *html.Node) bool {
	for c := range n.Descendants() {
		if steps.Add(1) != nil || entryTime(steps, c).kind != noStamp {
			return true
		}
	}
	return false
}

// hasName reports whether a class of the element contains one of the words.
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
