package segment

import "strings"

// Reason says why something of an input is not read for places.
type Reason string

// Reasons. Field is for lines whose content is in fields of the article.
const (
	Field      Reason = "field"      // a date, a source, a byline
	Navigation Reason = "navigation" // menus, buttons, calls to share or subscribe
	Links      Reason = "links"      // titles of other articles
	Comments   Reason = "comments"
	Footer     Reason = "footer" // what tells of the site or the author
	Repeated   Reason = "repeated"
	Rule       Reason = "rule" // a drawn line

	Notices     Reason = "notices"     // of a messenger, on what it does
	Attachments Reason = "attachments" // of a message, by their names

	// of web pages
	Around        Reason = "around" // it stands around the articles that the page marks
	Hidden        Reason = "hidden" // a browser doesn't show it
	Cookies       Reason = "cookies"
	Subscription  Reason = "subscription"
	Captions      Reason = "captions" // of pictures, and whom they are from
	Forms         Reason = "forms"
	Advertisement Reason = "advertisement"
)

// Aside is a stretch of a text, in code points, that is not read for places.
type Aside struct {
	Start, End int
	Reason     Reason
}

// LeftOut is a stretch of an input that is not part of an article's text.
type LeftOut struct {
	Reason Reason
	Text   string // its lines that are not blank, without the white space around them
	Lines  [2]int // first and last line in the input, 1-based; zero when it has no lines
}

// Paragraphs returns how many lines the stretch has.
func (l LeftOut) Paragraphs() int { return strings.Count(l.Text, "\n") + 1 }

// leftOut gathers the lines of a piece that lie outside its Text into stretches
// of one reason.
func leftOut(lines []line, p piece) []LeftOut {
	var out []LeftOut
	var said []string // the lines of the last stretch
	for _, i := range p.all(lines) {
		if i >= p.title && i <= p.last {
			continue
		}
		l := lines[i]
		n := len(out) - 1
		if n < 0 || out[n].Reason != l.why() || (out[n].Lines[1] > p.title) != (i > p.title) {
			closeLast(out, said)
			out, said = append(out, LeftOut{Reason: l.why(), Lines: [2]int{l.number, l.number}}), nil
			n++
		}
		said = append(said, strings.TrimSpace(l.raw))
		out[n].Lines[1] = l.number
	}
	closeLast(out, said)
	return out
}

// closeLast gives the last stretch its text.
func closeLast(out []LeftOut, said []string) {
	if n := len(out) - 1; n >= 0 {
		out[n].Text = strings.Join(said, "\n")
	}
}

// why returns the reason why a line is left out.
func (l *line) why() Reason {
	switch {
	case l.reason != "":
		return l.reason
	case l.isMeta():
		return Field
	}
	return Links // a headline without a text
}
