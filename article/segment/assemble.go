package segment

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/newsdate/datestamp"
	"dateline/text"
)

// maxTitle is how many code points of a paragraph stand in for a title.
const maxTitle = 120

// assemble makes the article of a piece: its lines as they stand are its Text,
// what they tell of it becomes fields.
func assemble(lines []line, p piece) Segment {
	h := readHead(lines, p)
	joined, aside := joinLines(lines[p.title:p.last+1], reasons(lines, p, h.taken))
	a := Segment{
		Title:     text.Clip(text.OneLine(text.Prefix(strings.TrimSpace(cmp.Or(lines[p.title].title, lines[p.title].raw)), 4*maxLink)), maxTitle+maxHeading),
		Byline:    h.byline,
		Outlet:    h.outlet,
		Published: h.published(lines[p.title]),
		Text:      joined,
		Aside:     aside,
		Lines:     [2]int{lines[p.title].number, lines[p.last].number},
		Dateline:  h.dateline.said,
		LeftOut:   leftOut(lines, p),
	}
	if lines[p.title].kind == body {
		a.Title = text.Clip(a.Title, maxTitle)
	}
	return a
}

// reasons says of each line from the title to the last why it is not news, ""
// where it is: lines taken as fields, bylines, navigation, the title said again,
// and lines of four words or more that stand by themselves and were said before.
func reasons(lines []line, p piece, taken map[int]bool) []Reason {
	out := make([]Reason, p.last+1-p.title)
	for i := range out {
		out[i] = Navigation
		if why := lines[p.title+i].reason; why != "" {
			out[i] = why
		}
	}
	said := map[string]bool{}
	title := text.SameWords(lines[p.title].fold)
	for _, i := range p.keep {
		if i < p.title || i > p.last {
			continue
		}
		switch l := lines[i]; {
		case taken[i] || l.kind == bylined:
			out[i-p.title] = Field
		case i != p.title && l.kind == heading && text.SameWords(l.raw) == title, said[l.fold] && isApart(lines, i):
			out[i-p.title] = Repeated
		default:
			out[i-p.title] = ""
			if strings.Count(l.fold, " ") > 2 && (l.kind == heading || l.kind == body) {
				said[l.fold] = true
			}
		}
	}
	return out
}

// isApart reports whether line i begins a paragraph, or is the line above again.
func isApart(lines []line, i int) bool {
	return i == 0 || lines[i-1].kind == blank || lines[i-1].kind >= link || lines[i-1].fold == lines[i].fold
}

// joinLines joins lines as they stand and returns where in the text those are
// that are not news.
func joinLines(lines []line, reasons []Reason) (joined string, aside []Aside) {
	var b strings.Builder
	at := 0
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
			at++
		}
		b.WriteString(l.raw)
		end := at + utf8.RuneCountInString(l.raw)
		if l.kind != blank && reasons[i] != "" {
			aside = append(aside, Aside{at, end, reasons[i]})
		}
		at = end
	}
	return b.String(), aside
}

// published returns the date that the article says, the surest first: the line
// of a date, the source, the headline, the dateline.
func (h head) published(title line) time.Time {
	var inTitle datestamp.Match
	if title.kind == heading {
		inTitle, _ = titleDate(title.raw)
	}
	for _, day := range []time.Time{h.day, h.sourceDay, inTitle.Date.Time(), h.dateline.day} {
		if !day.IsZero() {
			return day
		}
	}
	return time.Time{}
}
