package html

import (
	"slices"
	"strings"

	"dateline/article/segment"
	"dateline/text"
)

// Headline returns the title of a page: the one it gives to other sites or to search
// engines, else its heading where that is most of the window's title, else the window's title.
func (m *Meta) Headline() string {
	if m.Title != "" {
		return m.Title
	}
	if m.linked.article && m.linked.headline != "" {
		return m.linked.headline
	}
	if part := m.titledHeading(); part != "" {
		return part
	}
	whole, part := text.SameWords(m.Window), text.SameWords(m.Heading)
	if m.Heading == "" && len(m.headings) > 0 && isSiteName(whole, text.SameWords(m.headings[0])) {
		return m.headings[0]
	}
	if strings.Contains(whole, part) && 2*len(part) >= len(whole) || isSiteName(whole, part) {
		return m.Heading
	}
	return firstOf(m.Window, m.linked.headline, m.Heading)
}

// betweenParts are signs in a window's title that stand before the name of the site or what
// the page is for.
var betweenParts = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", ": ", "|", " : ", "|", " » ", "|")

// windowParts returns the parts of a window's title, as words.
func windowParts(window string) []string {
	parts := strings.Split(betweenParts.Replace(window), "|")
	for i := range parts {
		parts[i] = text.SameWords(parts[i])
	}
	return parts
}

// maxHeadings is how many headings of a page are looked at for its headline.
const maxHeadings = 50

// titledHeading returns the heading that is a part of the window's title: the longest of
// them, for others may be the name of the site, which by itself is no headline. "" for none.
func (m *Meta) titledHeading() string {
	parts, best := windowParts(m.Window), ""
	for _, h := range m.headings {
		if slices.Contains(parts, text.SameWords(h)) && !segment.IsOutlet(h) && len(h) >= len(best) {
			best = h
		}
	}
	return best
}

// HeadlineOf returns the title of the only article of a page, of which the elements of
// the page may mark the heading. That wins over a window's title that has no word of it,
// as is the name of the site, and over one that it goes on from.
func (m *Meta) HeadlineOf(b Block) string {
	said := m.Headline()
	if b.Title == "" || m.Title != "" || said != m.Window {
		return said
	}
	whole, part := strings.Fields(text.SameWords(said)), strings.Fields(text.SameWords(b.Title))
	if shared := countShared(whole, part); shared == 0 || shared == len(whole) || endsWith(whole, part) || slices.Contains(windowParts(said), text.SameWords(b.Title)) {
		return b.Title
	}
	return said
}

// IsHeaded reports whether a page says the headline of its article by more than the window's
// title.
func (m *Meta) IsHeaded(b Block) bool {
	return len(m.headings) > 0 || firstOf(b.Title, m.Title, m.linked.headline) != ""
}

// endsWith reports whether the last of the words are others, as the headline stands behind
// the name of a site.
func endsWith(words, last []string) bool {
	return len(last) <= len(words) && slices.Equal(words[len(words)-len(last):], last)
}

// isSiteName reports whether a window's title is that of a site, as a heading of more words
// has none of them, or all.
func isSiteName(window, heading string) bool {
	whole, part := strings.Fields(window), strings.Fields(heading)
	shared := countShared(whole, part)
	return len(part) > len(whole) && (shared == 0 || shared == len(whole))
}

// countShared returns how many words of a list are in another.
func countShared(words, other []string) int {
	n := 0
	for _, w := range words {
		if slices.Contains(other, w) {
			n++
		}
	}
	return n
}
