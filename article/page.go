package article

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/article/html"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/text"
)

// fromPage reads the articles of a web page. The page's metadata (JSON-LD, og: and article:
// metas, <time>) takes precedence over its text, for the first article; an article that the page
// marks up as such has metadata of its own.
func fromPage(w task, name, page string) ([]Article, error) {
	p, err := html.Read(w.Counter, page, addressOf(name), w.hint)
	if err != nil {
		return nil, pageError(name, err)
	}
	if !p.Saved.IsZero() {
		w.hint.Now = p.Saved
	}
	r, isDrawn, err := rendered(w, p)
	if err != nil {
		return nil, err
	}
	if isDrawn {
		return fromRendered(w, r, p, name)
	}
	var articles []Article
	for i, b := range p.Blocks {
		found, err := fromBlock(w, b, p, name)
		if err != nil {
			return nil, pageError(name, err)
		}
		for j := range found {
			applyMeta(&found[j], p, name, i+j == 0 && len(p.Blocks) == 1 && !b.Entry)
		}
		if len(p.Blocks) > 1 && len(found) == 1 {
			applyAddress(&found[0], b)
		}
		articles = append(articles, found...)
	}
	if len(articles) > 0 {
		articles[0].LeftOut = append(articles[0].LeftOut, p.LeftOut...)
	}
	return articles, nil
}

// fromBlock reads the articles of one block of a page.
func fromBlock(w task, b html.Block, p html.Page, name string) ([]Article, error) {
	if b.Entry {
		return []Article{fromListed(b, p)}, nil
	}
	title, form := b.Title, segment.Single
	if len(p.Blocks) == 1 {
		title, form = p.HeadlineOf(b), segment.Titled
	}
	found, err := fromTitled(w, title, b.Text, form)
	if err == nil && form == segment.Titled && (len(found) > 1 || !p.HasHeadline(b)) {
		found, err = withOwnTitles(w, found, b.Text)
	}
	for j := range found {
		applyBlock(&found[j], b, j == 0)
	}
	return found, err
}

// minRendered is how many times longer than the visible text the text in a page's data must be to
// replace it.
const minRendered = 2

// rendered returns the article in the data of a page that is rendered by script and shows little or
// nothing without it. If the page shows a headline, the article must have that headline: the
// data of other pages are menus and notices.
func rendered(w task, p html.Page) (record.Record, bool, error) {
	shown, headings := 0, p.Heading
	for _, b := range p.Blocks {
		shown += len(b.Text)
		headings += "\n" + b.Title
	}
	headings = text.SameWords(headings)
	for _, data := range p.Data {
		if err := w.Add(len(data)); err != nil {
			return record.Record{}, false, err
		}
		found := record.Find([]byte(data), max(minRendered*shown, 1))
		if found == nil {
			continue
		}
		r, err := record.Read(found, nil, w.hint)
		if (err == nil || errors.Is(err, record.ErrNoDate)) && (headings == "" || strings.Contains(headings, text.SameWords(r.Title))) {
			return r, true, nil
		}
	}
	return record.Record{}, false, nil
}

// fromRendered converts the data of a page rendered by script to articles.
func fromRendered(w task, r record.Record, p html.Page, name string) ([]Article, error) {
	a, err := fromRecord(w, r)
	if err != nil {
		return nil, pageError(name, err)
	}
	applyMeta(&a, p, name, true)
	a.beginWith(a.Title)
	a.LeftOut = append(a.LeftOut, p.LeftOut...)
	return []Article{a}, nil
}

// withOwnTitles reads the page again without its title if that title is not the first article's:
// on a page of several articles the first may have a headline of its own. So may a single
// article whose headline has a date and shares no word with the page's title.
func withOwnTitles(w task, found []Article, said string) ([]Article, error) {
	own, err := fromTitled(w, "", said, segment.Scraped)
	if err != nil || len(own) != len(found) || len(own) == 1 && !hasBetterTitle(own[0], found[0]) {
		return found, err
	}
	return own, nil
}

// hasBetterTitle reports whether the article's own headline is better than the page's title: it has a
// date below it and shares no word with that title.
func hasBetterTitle(own, titled Article) bool {
	isHeadline := strings.Count(own.Title, " ") > 1 && !strings.HasSuffix(own.Title, ".")
	return isHeadline && !own.Published.IsZero() && !sharesWord(own.Title, titled.Title)
}

// sharesWord reports whether two lines have a word in common.
func sharesWord(a, b string) bool {
	words := strings.Fields(text.SameWords(b))
	return slices.ContainsFunc(strings.Fields(text.SameWords(a)), func(w string) bool { return slices.Contains(words, w) })
}

// fromListed converts an entry of a list to an article.
func fromListed(b html.Block, p html.Page) Article {
	said := strings.TrimSpace(b.Title + "\n\n" + b.Text)
	first, _, _ := strings.Cut(said, "\n")
	return Article{
		Title: text.Clip(text.OneLine(first), maxEntryTitle), Byline: b.Byline, Published: b.Published, Text: said,
		Source: firstOf(p.Outlet, p.Headline()),
	}
}

// maxEntryTitle is how many code points of an entry without a title become its title.
const maxEntryTitle = 120

// applyBlock copies the metadata of a block to an article; author and date only to the first.
func applyBlock(a *Article, b html.Block, first bool) {
	if !first {
		return
	}
	setIf(&a.Byline, b.Byline)
	applyTime(a, b.Published)
}

// applyAddress sets the address of one of several articles on a page to the one it links to.
func applyAddress(a *Article, b html.Block) {
	if b.URL != "" {
		a.URL, a.Address = b.URL, b.URL
	}
}

// applyTime sets the date from a <time> element if the text gives none, or only a day whose year
// was inferred from the time of fetching ("12 June").
func applyTime(a *Article, at time.Time) {
	sameDay := at.Month() == a.Published.Month() && at.Day() == a.Published.Day()
	if !at.IsZero() && (a.Published.IsZero() || sameDay && at.Year() < a.Published.Year()) {
		a.Published = at
	}
}

// applyMeta copies the metadata of a page to an article; author and date only to the first.
func applyMeta(a *Article, p html.Page, name string, first bool) {
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
	default:
		applyTime(a, p.Timed)
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
