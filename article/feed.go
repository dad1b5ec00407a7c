package article

import (
	"errors"
	"fmt"

	"dateline/article/feed"
	"dateline/article/html"
	"dateline/article/segment"
	"dateline/text"
)

// fromFeed yields an article for each entry of a feed, or the error of an entry that can't be
// read.
func fromFeed(w task, name, s string, yield yieldFunc) bool {
	f, err := feed.Read(w.Counter, s, w.hint)
	switch {
	case isContextError(err):
		yield(Article{}, err)
		return false
	case errors.Is(err, feed.ErrSitemap):
		hint := "fetch the pages that it lists: grep -oE 'https?://[^<[:space:]]+' FILE | sort -u | xargs dateline ingest --data DIR"
		return yield(Article{}, &Error{Input: name, Err: err, Hint: hint})
	case err != nil:
		return yield(Article{}, &Error{Input: name, Err: fmt.Errorf("%w: %w", ErrBadFeed, err), Hint: "check that it is RSS, Atom or JSON Feed, and complete"})
	case len(f.Entries) == 0:
		return yield(Article{}, &Skipped{Path: printable(name), Why: "a feed without entries", Empty: true})
	}
	for i, e := range f.Entries {
		a, err := fromEntry(w, e)
		switch {
		case isContextError(err):
			yield(Article{}, err)
			return false
		case err != nil:
			err = &Error{Input: name, Err: fmt.Errorf("entry %d: %w", i+1, err), Hint: "the other entries were read"}
		default:
			a.Source = firstOf(text.OneLine(e.Outlet), f.Title) // even if its text cites another outlet
			a = a.finish(name)
		}
		if !yield(a, err) {
			return false
		}
		if e.BadDate != "" && err == nil && !yield(Article{}, entryDateError(name, i, e.BadDate)) {
			return false
		}
	}
	return true
}

func entryDateError(name string, i int, said string) error {
	return &Error{Input: name, Err: fmt.Errorf("entry %d: %w: %q", i+1, ErrBadDate, text.Clip(said, 40)),
		Hint: "the article gets the date given in its text, if any"}
}

// fromEntry converts an entry to an article.
func fromEntry(w task, e feed.Entry) (Article, error) {
	if e.Err != nil {
		return Article{}, entryError(e.Err)
	}
	title, _, err := html.Text(w.Counter, e.Title)
	if err != nil {
		return Article{}, entryError(err)
	}
	content, left, err := html.Text(w.Counter, e.Text)
	if err != nil {
		return Article{}, entryError(err)
	}
	articles, err := fromTitled(w, title, content, segment.Single)
	switch {
	case err != nil:
		return Article{}, err
	case len(articles) == 0:
		return Article{}, entryError(feed.ErrNoEntry)
	}
	a := articles[0]
	a.Key, a.URL, a.Address, a.Point = e.Key, e.URL, e.URL, e.Point
	a.LeftOut = append(a.LeftOut, left...)
	for _, c := range e.Captions {
		if plain, _, err := html.Text(w.Counter, c); err == nil && plain != "" {
			a.LeftOut = append(a.LeftOut, LeftOut{Reason: segment.Captions, Text: plain})
		}
	}
	setIf(&a.Byline, e.Byline)
	if !e.Published.IsZero() {
		a.Published = e.Published
	}
	return a, nil
}

// entryError maps an error of package feed to one of this package.
func entryError(err error) error {
	switch {
	case isContextError(err):
		return err
	case errors.Is(err, feed.ErrNoEntry):
		return fmt.Errorf("%w: %w", ErrEmpty, err)
	case errors.Is(err, html.ErrTooMany):
		return fmt.Errorf("%w: %w", ErrBadPage, err)
	}
	return fmt.Errorf("%w: %w", ErrBadFeed, err)
}
