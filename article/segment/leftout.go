package segment

import "strings"

// Reason says why a part of an input is not parsed.
type Reason string

// Reasons. Field is for lines that became fields of the article.
const (
	Field      Reason = "field"      // a date, a source, a byline
	Navigation Reason = "navigation" // menus, buttons, calls to share or subscribe
	Links      Reason = "links"      // titles of other articles
	Comments   Reason = "comments"
	Footer     Reason = "footer" // about the site or the author
	Repeated   Reason = "repeated"
	Rule       Reason = "rule" // a rule

	Notices     Reason = "notices"     // service messages of a messenger
	Attachments Reason = "attachments" // names of a message's attachments

	// of web pages
	Around        Reason = "around" // text around the articles marked by the page
	Hidden        Reason = "hidden" // not displayed by browsers
	Cookies       Reason = "cookies"
	Subscription  Reason = "subscription"
	Captions      Reason = "captions" // captions and credits of pictures
	Forms         Reason = "forms"
	Advertisement Reason = "advertisement"
)

// Aside is a range of a text, in code points, that is not parsed.
type Aside struct {
	Start, End int
	Reason     Reason
}

// LeftOut is a part of an input that is not in an article's text.
type LeftOut struct {
	Reason Reason
	Text   string // its non-blank lines, trimmed
	Lines  [2]int // first and last line in the input, 1-based; zero if it has no lines
}

// Paragraphs returns the number of lines.
func (l LeftOut) Paragraphs() int { return strings.Count(l.Text, "\n") + 1 }

// leftOut collects the lines of a piece outside its Text, grouped by reason.
func leftOut(lines []line, p piece) []LeftOut {
	var out []LeftOut
	var said []string // lines of the current group
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

// closeLast sets the text of the last group.
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
	return Links // a headline without text
}
