package article

import (
	"fmt"
	"strings"

	"dateline/article/segment"
	"dateline/article/subtitle"
	"dateline/text"
)

// fromText cuts a text into its articles.
func fromText(w task, s string, form segment.Form) ([]Article, error) {
	segments, err := segment.Split(w.Counter, s, form, w.hint)
	if err == segment.ErrTooManyLines {
		return nil, fmt.Errorf("%w: %w", ErrTooLarge, err)
	}
	var articles []Article
	for _, s := range segments {
		articles = append(articles, Article{
			Title: s.Title, Byline: s.Byline, Source: s.Outlet, Published: s.Published,
			Text: s.Text, Aside: s.Aside, Lines: s.Lines, Dateline: s.Dateline, LeftOut: s.LeftOut,
		})
	}
	return articles, err
}

// fromSubtitles makes the article of what is said in a film.
func fromSubtitles(w task, s string) ([]Article, error) {
	said, err := subtitle.Read(w.Counter, s)
	if err != nil || said == "" {
		return nil, err
	}
	first, _, _ := strings.Cut(said, "\n")
	return []Article{{Title: text.Clip(first, maxEntryTitle), Text: said}}, nil
}

// fromTitled makes the articles of a text whose title is known, as those of a
// web page or of an entry of a feed. They have no lines in the input, so that
// what is aside is left out of their text.
func fromTitled(w task, title, s string, form segment.Form) ([]Article, error) {
	var b strings.Builder
	if title = text.OneLine(title); title == "" {
		form = segment.Scraped
	} else {
		b.WriteString(title + "\n")
	}
	for l := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		b.WriteString("\n" + strings.TrimSpace(l))
	}
	articles, err := fromText(w, strings.TrimSpace(b.String()), form)
	for i := range articles {
		articles[i].loseLines()
	}
	return articles, err
}

// loseLines takes what is aside out of the text, and one blank line with it, and
// forgets the numbers of lines.
func (a *Article) loseLines() {
	a.Lines = [2]int{}
	for i := range a.LeftOut {
		a.LeftOut[i].Lines = [2]int{}
	}
	if len(a.Aside) == 0 {
		return
	}
	runes := []rune(a.Text)
	var b strings.Builder
	at := 0
	for _, s := range a.Aside {
		a.LeftOut = append(a.LeftOut, LeftOut{Reason: s.Reason, Text: strings.TrimSpace(string(runes[s.Start:s.End]))})
		b.WriteString(strings.TrimRight(string(runes[at:s.Start]), "\n"))
		at = s.End
	}
	b.WriteString(string(runes[at:]))
	a.Text, a.Aside = strings.TrimRight(b.String(), "\n"), nil
}
