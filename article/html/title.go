package html

import (
	"slices"
	"strings"

	"dateline/article/segment"
	"dateline/text"
)

// Headline returns the title of a page: the one in its metadata, else its heading if that is
// most of the window title, else the window title.
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
	whole, part := text.SameWords(m.PageTitle), text.SameWords(m.Heading)
	if m.Heading == "" && len(m.headings) > 0 && isSiteName(whole, text.SameWords(m.headings[0])) {
		return m.headings[0]
	}
	if strings.Contains(whole, part) && 2*len(part) >= len(whole) || isSiteName(whole, part) {
		return m.Heading
	}
	return firstOf(m.PageTitle, m.linked.headline, m.Heading)
}

// betweenParts replaces the separators between headline, site and purpose in window titles.
var betweenParts = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", ": ", "|", " : ", "|", " » ", "|")

// windowParts splits a window title into its parts, as words.
func windowParts(window string) []string {
	parts := strings.Split(betweenParts.Replace(window), "|")
	for i := range parts {
		parts[i] = text.SameWords(parts[i])
	}
	return parts
}

// maxHeadings is how many headings are compared with the window title.
const maxHeadings = 50

// titledHeading returns the longest heading that is a part of the window title, "" if none; a
// shorter one may be the name of the site.
func (m *Meta) titledHeading() string {
	parts, best := windowParts(m.PageTitle), ""
	for _, h := range m.headings {
		if slices.Contains(parts, text.SameWords(h)) && !segment.IsOutlet(h) && len(h) >= len(best) {
			best = h
		}
	}
	return best
}

// HeadlineOf returns the title of a page's only article. A heading marked in the block replaces
// a window title that shares no word with it, such as the name of the site, or that it
// continues.
func (m *Meta) HeadlineOf(b Block) string {
	said := m.Headline()
	if b.Title == "" || m.Title != "" || said != m.PageTitle {
		return said
	}
	whole, part := strings.Fields(text.SameWords(said)), strings.Fields(text.SameWords(b.Title))
	if shared := countShared(whole, part); shared == 0 || shared == len(whole) || endsWith(whole, part) || slices.Contains(windowParts(said), text.SameWords(b.Title)) {
		return b.Title
	}
	return said
}

// HasHeadline reports whether anything besides the window title gives the headline.
func (m *Meta) HasHeadline(b Block) bool {
	return len(m.headings) > 0 || firstOf(b.Title, m.Title, m.linked.headline) != ""
}

// endsWith reports whether a list of words ends with another, as a headline after the name of
// the site.
func endsWith(words, last []string) bool {
	return len(last) <= len(words) && slices.Equal(words[len(words)-len(last):], last)
}

// isSiteName reports whether a window title is the name of the site: a longer heading has none
// of its words, or all of them.
func isSiteName(window, heading string) bool {
	whole, part := strings.Fields(window), strings.Fields(heading)
	shared := countShared(whole, part)
	return len(part) > len(whole) && (shared == 0 || shared == len(whole))
}

// countShared counts the words that another list also has.
func countShared(words, other []string) int {
	n := 0
	for _, w := range words {
		if slices.Contains(other, w) {
			n++
		}
	}
	return n
}
