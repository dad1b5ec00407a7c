package article

import (
	"errors"
	"fmt"
	"strings"

	"dateline/article/html"
	"dateline/article/segment"
	"dateline/text"
)

// fromPage makes the articles of a web page. What the page declares of itself
// (JSON-LD, og: and article: metas, <time>) is believed before what the text says,
// for the first article; an article that the page marks as such has its own.
func fromPage(w task, name, page string) ([]Article, error) {
	p, err := html.Read(w.Counter, page, addressOf(name), w.hint)
	if err != nil {
		return nil, pageError(name, err)
	}
	var articles []Article
	for i, b := range p.Blocks {
		if b.Entry {
			articles = append(articles, fromBlock(b, p, name))
			continue
		}
		title, form := b.Title, segment.Single
		if len(p.Blocks) == 1 {
			title, form = p.Headline(), segment.Titled
		}
		found, err := fromTitled(w, title, b.Text, form)
		if err != nil {
			return nil, pageError(name, err)
		}
		for j := range found {
			giveBlock(&found[j], b, j == 0)
			giveMeta(&found[j], p, name, i+j == 0 && len(p.Blocks) == 1)
		}
		articles = append(articles, found...)
	}
	if len(articles) > 0 {
		articles[0].LeftOut = append(articles[0].LeftOut, p.LeftOut...)
	}
	return articles, nil
}

// fromBlock makes the article of an entry of a list.
func fromBlock(b html.Block, p html.Page, name string) Article {
	first, _, _ := strings.Cut(b.Text, "\n")
	a := Article{Title: text.Clip(text.OneLine(first), maxEntryTitle), Byline: b.Byline, Published: b.Published, Text: b.Text}
	giveMeta(&a, p, name, false)
	setIf(&a.Source, firstOf(p.Outlet, p.Headline()))
	return a
}

// maxEntryTitle is how many code points of an entry stand in for its title.
const maxEntryTitle = 120

// giveBlock gives an article what its block says of it; writer and date are those
// of the first.
func giveBlock(a *Article, b html.Block, first bool) {
	if !first {
		return
	}
	setIf(&a.Byline, b.Byline)
	if !b.Published.IsZero() && a.Published.IsZero() {
		a.Published = b.Published
	}
}

// giveMeta gives an article what the page says of itself; writer and date are
// those of the only article, or the first of its text.
func giveMeta(a *Article, p html.Page, name string, first bool) {
	a.URL = firstOf(addressOf(name), p.URL)
	setIf(&a.Source, p.Outlet)
	if a.Lang = Language(a.Text); a.Lang == "und" && p.Lang != "" {
		a.Lang = p.Lang
	}
	if !first {
		return
	}
	setIf(&a.Byline, segment.Name(p.Byline))
	switch {
	case !p.Published.IsZero():
		a.Published = p.Published
	case a.Published.IsZero():
		a.Published = p.Timed
	}
}

func pageError(name string, err error) error {
	if errors.Is(err, html.ErrTooMany) {
		err = fmt.Errorf("%w: %w", ErrBadPage, err)
	}
	return &Error{Input: name, Err: err, Hint: "save the article's text as plain text"}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func setIf(field *string, value string) {
	if value != "" {
		*field = value
	}
}
