package article

import (
	"errors"
	"fmt"

	"dateline/article/feed"
	"dateline/article/html"
	"dateline/article/segment"
	"dateline/text"
)

// fromFeed yields the articles of a feed, an entry each, and the errors of those
// that can't be read.
func fromFeed(w task, name, s string, yield yieldFunc) bool {
	f, err := feed.Read(w.Counter, s, w.hint)
	switch {
	case isContextError(err):
		yield(Article{}, err)
		return false
	case errors.Is(err, feed.ErrSitemap):
		hint := "read the pages that it names: grep -oE 'https?://[^<[:space:]]+' FILE | sort -u | xargs dateline ingest --data DIR"
		return yield(Article{}, &Error{Input: name, Err: err, Hint: hint})
	case err != nil:
		return yield(Article{}, &Error{Input: name, Err: fmt.Errorf("%w: %w", ErrBadFeed, err), Hint: "check that it is RSS, Atom or JSON Feed, and complete"})
	case len(f.Entries) == 0:
		return yield(Article{}, &PassedOver{Path: printable(name), Why: "a feed without entries", Empty: true})
	}
	for i, e := range f.Entries {
		a, err := fromEntry(w, e)
		switch {
		case isContextError(err):
			yield(Article{}, err)
			return false
		case err != nil:
			err = &Error{Input: name, Err: fmt.Errorf("entry %d: %w", i+1, err), Hint: "the other entries are read"}
		default:
			a.Source = firstOf(text.OneLine(e.Outlet), f.Title) // whatever its text cites
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
		Hint: "the article is read with the date of its text, if that has one"}
}

// fromEntry makes the article of an entry.
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

// entryError says which kind of error an entry has.
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
