package article

import (
	"fmt"
	"strings"
)

// fromText cuts a text and makes its articles.
func fromText(text string, f form) ([]Article, error) {
	if strings.Count(text, "\n") >= MaxLines {
		return nil, fmt.Errorf("%w: more than %d lines", ErrTooLarge, MaxLines)
	}
	lines := readLines(text)
	var articles []Article
	for _, p := range cut(lines, f) {
		articles = append(articles, assemble(lines, p))
	}
	return articles, nil
}

// fromTitled makes the articles of a text whose title is known, as those of a
// web page or of an entry of a feed. They have no lines in the input, so that
// what is aside is left out of their text.
func fromTitled(title, text string, f form) ([]Article, error) {
	var b strings.Builder
	if title = oneLine(title); title == "" {
		f = scraped
	} else {
		b.WriteString(title + "\n")
	}
	for l := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		b.WriteString("\n" + strings.TrimSpace(l))
	}
	articles, err := fromText(strings.TrimSpace(b.String()), f)
	for i := range articles {
		articles[i].Lines = [2]int{}
		articles[i].leaveAside()
	}
	return articles, err
}

// leaveAside takes what is aside out of the text, and one blank line with it.
func (a *Article) leaveAside() {
	text := []rune(a.Text)
	var b strings.Builder
	at := 0
	for _, s := range a.Aside {
		a.Omitted = append(a.Omitted, strings.TrimSpace(string(text[s[0]:s[1]])))
		b.WriteString(strings.TrimRight(string(text[at:s[0]]), "\n"))
		at = s[1]
	}
	b.WriteString(string(text[at:]))
	a.Text, a.Aside = strings.TrimRight(b.String(), "\n"), nil
}
