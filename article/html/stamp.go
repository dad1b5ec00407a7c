package html

import (
	"errors"
	"regexp"
	"time"

	"dateline/newsdate/datestamp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stamp is the time of an entry and how an element gives it.
type stamp struct {
	kind stampKind
	at   time.Time // zero if it needs a context
}

type stampKind int

const (
	noStamp        stampKind = iota
	dateStamp                // a date, or a time span such as "2 hours ago"
	clockStamp               // a time of day only
	attributeStamp           // an attribute of an element that has other content
)

// maxStamp is the maximum size of the text of a time, in bytes.
const maxStamp = 64

// clockOnly matches a time of day.
var clockOnly = regexp.MustCompile(`\d{1,2}[:.]\d{2}`)

// entryTime returns the time given by an element: a <time>; a title or other attribute with a
// date, as in Telegram exports; a named time or table cell whose text is a date.
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

// isNamedTime reports whether a class of an element means a time.
func isNamedTime(n *html.Node) bool {
	return hasName(n, "date", "time", "timestamp", "datetime", "ago", "when", "posted", "published", "pubdate", "day", "clock")
}

// titleOf returns the title attribute of an element, or of a link that is its only content.
func titleOf(n *html.Node) string {
	if link := n.FirstChild; link != nil && link == n.LastChild && link.DataAtom == atom.A {
		return firstOf(attribute(n.Attr, "title"), attribute(link.Attr, "title"))
	}
	return attribute(n.Attr, "title")
}

// stampOf parses the text of a time element.
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

// isShort reports whether an element has few descendants and at most maxStamp bytes of text.
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
