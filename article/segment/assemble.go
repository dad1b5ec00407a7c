package segment

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/newsdate/datestamp"
	"dateline/text"
)

// maxTitle is how many code points of a paragraph become the title of an article without
// headline.
const maxTitle = 120

// assemble makes a Segment of a piece: its lines, unchanged, are the Text, and its metadata
// lines become fields.
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

// reasons returns for each line from the title on why it is not news, "" if it is. Not news are
// lines that became fields, bylines, navigation, a repeated title, and repetitions of paragraphs
// of four words or more.
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

// isApart reports whether line i begins a paragraph or repeats the line above.
func isApart(lines []line, i int) bool {
	return i == 0 || lines[i-1].kind == blank || lines[i-1].kind >= link || lines[i-1].fold == lines[i].fold
}

// joinLines joins lines and returns the ranges of the asides in the text.
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

// published returns the date of the article; sources in order of reliability: dated line, source
// line, headline, dateline.
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
