package segment

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// head is the metadata found in the lines of an article.
type head struct {
	byline    string
	outlet    string
	day       time.Time // of a dated line
	sourceDay time.Time // of a source line
	dateline  dateline
	taken     map[int]bool // lines that became fields and are not text
}

// readHead reads the lines above the first paragraph, that paragraph, the metadata below it, and
// the last lines of an article.
func readHead(lines []line, p piece) head {
	h := head{taken: map[int]bool{}}
	own := p.own(lines)
	title, top := text.SameWords(lines[p.title].fold), 0
	for top < len(own) && lines[own[top]].kind != body {
		h.line(lines, own[top], own[top] > p.title && text.SameWords(lines[own[top]].raw) != title)
		top++
	}
	if top == 0 { // the title is a paragraph
		h.paragraph(lines[own[0]])
		top = 1
	}
	if top < len(own) {
		h.paragraph(lines[own[top]])
	}
	h.underStandfirst(lines, own, top+1)
	h.tail(lines, own)
	delete(h.taken, p.title) // unless there is nothing else
	if h.outlet == "" {
		h.outlet = h.dateline.agency
	}
	return h
}

// underStandfirst reads the author and date lines from n on, below the first paragraph. A date
// without an author counts only if it is the only one; several make a chronicle.
func (h *head) underStandfirst(lines []line, own []int, n int) {
	end, written := n, false
	for end < len(own) && lines[own[end]].isMeta() {
		written = written || lines[own[end]].kind == bylined
		end++
	}
	if end >= len(own) || !written && (!h.day.IsZero() || countDates(lines, own) > 1) {
		return
	}
	for _, i := range own[n:end] {
		h.line(lines, i, true)
	}
}

// own returns the non-blank lines of an article.
func (p piece) own(lines []line) []int {
	var own []int
	for _, i := range p.keep {
		if lines[i].kind != blank {
			own = append(own, i)
		}
	}
	return own
}

// line reads line i of the head. The first value of a field counts; later dates are those of
// updates.
func (h *head) line(lines []line, i int, under bool) {
	l := lines[i]
	switch {
	case l.isOwn():
		h.meta(l)
		if h.taken[i] = !l.placed; l.placed && h.dateline.said == "" {
			h.dateline.said = strings.TrimSpace(l.raw)
		}
	case l.kind == bylined:
		h.meta(l)
	case under && l.kind == heading && h.byline == "" && h.outlet == "" && isUnlabelled(l):
		h.name(text.OneLine(l.raw))
	}
}

func (h *head) meta(l line) {
	if l.kind == sourced && h.sourceDay.IsZero() {
		h.sourceDay = l.day
	}
	if l.kind == dated && h.day.IsZero() {
		h.day = l.day
	}
	if h.byline == "" {
		h.byline = l.byline
	}
	if h.outlet == "" || l.kind == sourced {
		h.outlet = l.outlet
	}
}

// name takes an unlabelled name as outlet, author or, with a comma after its first word, place:
// "Tarmin, Syria".
func (h *head) name(name string) {
	place, _, isPlace := strings.Cut(name, ",")
	switch {
	case isOutlet(name):
		h.outlet = name
	case isPlace && !strings.Contains(place, " "):
		h.dateline.said = cmp.Or(h.dateline.said, name)
	default:
		h.byline = name
	}
}

// isUnlabelled reports whether a heading is a name without label: two words or more, or an
// outlet. Arabic, without capitals, needs three words.
func isUnlabelled(l line) bool {
	name := strings.TrimSpace(l.raw)
	if !nameShape(name) || slices.Contains(words().sources, strings.Trim(l.fold, ": ")) {
		return false
	}
	return isOutlet(name) || l.words > 1 && l.words < minHeadline
}

// paragraph reads the dateline of the first paragraph, or a date that was joined to it.
func (h *head) paragraph(l line) {
	if d, ok := readDateline(l.raw); ok {
		d.said = cmp.Or(h.dateline.said, d.said)
		h.dateline = d
	} else if day, ok := readStamp(text.Prefix(l.raw, maxDateline)); ok {
		h.dateline.day = day
	}
}

// readStamp reads a date at the beginning of a text, originally a line of its own: "12 February
// 2015 Army enters Tarmin", "Fri 07 Apr 2017 at 0914 Army enters", "Published July 20 2015 by".
// After one space must follow a capital, a byline or, if something precedes the date, a number.
func readStamp(paragraph string) (time.Time, bool) {
	found, ok := datestamp.Find(paragraph, newsdate.UnknownOrder)
	if !ok || !strings.HasPrefix(paragraph[found.End:], " ") || !datestamp.Beside(paragraph[:found.Start]) {
		return time.Time{}, false
	}
	before, after := paragraph[:found.Start], strings.Fields(paragraph[found.End:])
	told := datestamp.Begins(before)
	if len(after) > 1 && datestamp.Beside(after[0]) && beginsDigit(after[1]) { // at 0914
		after = slices.DeleteFunc(after[1:min(len(after), 4)], beginsDigit)
	}
	if len(after) == 0 || !told && strings.TrimSpace(before) != "" {
		return time.Time{}, false
	}
	first, _ := utf8.DecodeRuneInString(after[0])
	follows := unicode.IsUpper(first) || slices.Contains(words().bylines, text.Fold(after[0])) || told && beginsDigit(after[0])
	return found.Date.Time(), follows
}

// beginsDigit reports whether a word begins with an ASCII digit.
func beginsDigit(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// tail reads the last lines: a source or author, which after a paragraph needs no label.
func (h *head) tail(lines []line, own []int) {
	for n := len(own) - 1; n > 0 && n >= len(own)-3; n-- {
		i := own[n]
		switch l := lines[i]; {
		case l.kind == sourced || l.kind == bylined || l.kind == dated && h.day.IsZero() && countDates(lines, own) == 1:
			h.line(lines, i, true)
		case l.kind == heading && h.byline == "" && lines[own[n-1]].kind == body && isUnlabelled(l) && n > 1:
			h.byline = text.OneLine(l.raw)
			return
		default:
			return
		}
	}
}

// countDates counts the dated lines.
func countDates(lines []line, own []int) int {
	days := map[time.Time]bool{}
	for _, i := range own {
		if lines[i].kind == dated {
			days[lines[i].day] = true
		}
	}
	return len(days)
}
