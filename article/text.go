package article

import (
	"fmt"
	"strings"

	"dateline/article/segment"
	"dateline/article/subtitle"
	"dateline/text"
)

// fromText splits a text into its articles.
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

// fromSubtitles makes one article of the subtitles of a film.
func fromSubtitles(w task, s string) ([]Article, error) {
	said, err := subtitle.Read(w.Counter, s)
	if err != nil || said == "" {
		return nil, err
	}
	first, _, _ := strings.Cut(said, "\n")
	return []Article{{Title: text.Clip(first, maxEntryTitle), Text: said}}, nil
}

// fromTitled reads the articles of a text whose title is known, such as a web page or an entry
// of a feed. Line numbers would mean nothing there, so asides are removed from the text.
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

// loseLines removes the asides from the text, each with one blank line, and the line numbers.
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
