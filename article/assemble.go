package article

import (
	"strings"
	"time"
	"unicode/utf8"
)

// maxTitle is how many code points of a paragraph stand in for a title.
const maxTitle = 120

// assemble makes the article of a piece: its lines as they stand are its Text,
// what they tell of it becomes fields.
func assemble(lines []line, p piece) Article {
	h := readHead(lines, p)
	told := toldLines(lines, p, h.taken)
	text, aside := joinLines(lines[p.title:p.last+1], told[p.title:p.last+1])
	a := Article{
		Title:     clip(oneLine(prefix(strings.TrimSpace(lines[p.title].raw), 4*maxLink)), maxTitle+maxHeading),
		Byline:    h.byline,
		Source:    h.outlet,
		Published: h.published(lines[p.title]),
		Text:      text,
		Aside:     aside,
		Lines:     [2]int{lines[p.title].number, lines[p.last].number},
		Omitted:   omitted(lines, p),
	}
	if lines[p.title].kind == body {
		a.Title = clip(a.Title, maxTitle)
	}
	return a
}

// toldLines says of every line whether it is part of what the article tells:
// not lines taken as fields, not bylines, not the title said again, and of lines
// of four words or more that stand by themselves and are said twice only the
// first.
func toldLines(lines []line, p piece, taken map[int]bool) []bool {
	told := make([]bool, len(lines))
	said := map[string]bool{}
	title := sameWords(lines[p.title].fold)
	for _, i := range p.keep {
		l := lines[i]
		isTitle := i != p.title && l.kind == heading && sameWords(l.raw) == title
		told[i] = !taken[i] && l.kind != bylined && !isTitle && !(said[l.fold] && isApart(lines, i))
		if told[i] && strings.Count(l.fold, " ") > 2 && (l.kind == heading || l.kind == body) {
			said[l.fold] = true
		}
	}
	return told
}

// isApart reports whether line i begins a paragraph, or is the line above again.
func isApart(lines []line, i int) bool {
	return i == 0 || lines[i-1].kind == blank || lines[i-1].kind >= link || lines[i-1].fold == lines[i].fold
}

// joinLines joins lines as they stand and returns where in the text those are
// that are not told, in code points.
func joinLines(lines []line, told []bool) (text string, aside [][2]int) {
	var b strings.Builder
	at := 0
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
			at++
		}
		b.WriteString(l.raw)
		end := at + utf8.RuneCountInString(l.raw)
		if l.kind != blank && !told[i] {
			aside = append(aside, [2]int{at, end})
		}
		at = end
	}
	return b.String(), aside
}

// omitted returns the lines of a piece that lie outside its Text.
func omitted(lines []line, p piece) []string {
	var out []string
	for _, i := range p.all(lines) {
		if i < p.title || i > p.last {
			out = append(out, strings.TrimSpace(lines[i].raw))
		}
	}
	return out
}

// published returns the date that the article says, the surest first: the line
// of a date, the source, the headline, the dateline.
func (h head) published(title line) time.Time {
	var inTitle dateAt
	if title.kind == heading {
		inTitle, _ = titleDate(title.raw)
	}
	for _, day := range []time.Time{h.day, h.sourceDay, inTitle.day, h.dateline.day} {
		if !day.IsZero() {
			return day
		}
	}
	return time.Time{}
}
