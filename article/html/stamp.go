package html

import (
	"errors"
	"regexp"
	"time"

	"dateline/newsdate/datestamp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stamp is when an entry of a list was written, by an element of it.
type stamp struct {
	kind stampKind
	at   time.Time // zero where it can't be told by itself
}

type stampKind int

const (
	noStamp        stampKind = iota
	dateStamp                // a date, or how long ago
	clockStamp               // a time of day alone
	attributeStamp           // in an attribute of an element that holds more
)

// maxStamp is how many bytes the text of a time may have.
const maxStamp = 64

// clockOnly is a time of day.
var clockOnly = regexp.MustCompile(`\d{1,2}[:.]\d{2}`)

// entryTime returns the time that an element gives by itself: a <time>; a date as title
// or attribute, as in exports of Telegram; an element that is called so, or a cell of a
// table, whose text is a date.
func entryTime(steps counter, n *html.Node) stamp {
	if n.Type != html.ElementNode {
		return stamp{}
	}
	for _, key := range []string{"datetime", "data-time", "data-timestamp", "data-ts", "data-date", "data-datetime", "data-utime", "data-published"} {
		if at := steps.parsedTime(attribute(n.Attr, key)); !at.IsZero() {
			if n.DataAtom == atom.Time || isShort(n) {
				return stamp{dateStamp, at}
			}
			return stamp{attributeStamp, at}
		}
	}
	named := n.DataAtom == atom.Time || isNamedTime(n)
	if title := titleOf(n); named && title != "" {
		if at := steps.parsedTime(title); !at.IsZero() {
			return stamp{dateStamp, at}
		}
	}
	if !named && n.DataAtom != atom.Td || !isShort(n) || n.DataAtom != atom.Time && find(n, atom.Time) != nil {
		return stamp{}
	}
	return steps.stampOf(shortText(steps, n))
}

// isNamedTime reports whether a class of an element says that it is a time.
func isNamedTime(n *html.Node) bool {
	return hasName(n, "date", "time", "timestamp", "datetime", "ago", "when", "posted", "published", "pubdate", "day", "clock")
}

// titleOf returns the title of an element, or of a link that is all that it holds.
func titleOf(n *html.Node) string {
	if link := n.FirstChild; link != nil && link == n.LastChild && link.DataAtom == atom.A {
		return firstOf(attribute(n.Attr, "title"), attribute(link.Attr, "title"))
	}
	return attribute(n.Attr, "title")
}

// stampOf reads the text of an element that is a time.
func (w *task) stampOf(said string) stamp {
	if said == "" || len(said) > maxStamp {
		return stamp{}
	}
	at, err := datestamp.Parse(said, w.hint)
	switch {
	case err == nil:
		return stamp{dateStamp, at}
	case errors.Is(err, datestamp.ErrRelative), errors.Is(err, datestamp.ErrAmbiguous):
		return stamp{kind: dateStamp}
	case clockOnly.MatchString(said) && datestamp.Beside(said):
		return stamp{kind: clockStamp}
	}
	return stamp{}
}

// isShort reports whether an element holds a text of at most maxStamp bytes, in few
// elements.
func isShort(n *html.Node) bool {
	size, elements := 0, 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			size += len(c.Data)
		} else {
			elements++
		}
		if size > 2*maxStamp || elements > 4 {
			return false
		}
	}
	return true
}
