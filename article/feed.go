package article

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// fromFeed makes the articles of a feed (RSS, Atom, JSON Feed), an entry each.
// The errors are of entries that could not be read; the others are there.
func fromFeed(name string, data []byte) ([]Article, []error) {
	data = withoutControls(data)
	if err := checkTags(data); err != nil {
		return nil, []error{&Error{Input: name, Err: err, Hint: "split it, or make it JSON Lines"}}
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, []error{&Error{Input: name, Err: fmt.Errorf("%w: %v", ErrBadFeed, err), Hint: "check that it is RSS, Atom or JSON Feed, and complete"}}
	case len(feed.Items) == 0:
		return nil, []error{&Error{Input: name, Err: fmt.Errorf("%w: the feed has no entries", ErrEmpty), Hint: "check its address, or come back when it has some"}}
	}
	var articles []Article
	var errs []error
	for i, item := range feed.Items {
		a, err := fromEntry(item)
		if err != nil {
			errs = append(errs, &Error{Input: name, Err: fmt.Errorf("entry %d: %w", i+1, err), Hint: "the other entries are read"})
			continue
		}
		a.Source = oneLine(feed.Title) // whatever an entry cites
		articles = append(articles, a)
	}
	return articles, errs
}

// fromEntry makes the article of an entry.
func fromEntry(item *gofeed.Item) (Article, error) {
	title, err := plainText(item.Title)
	if err != nil {
		return Article{}, err
	}
	text, err := plainText(firstOf(item.Content, item.Description))
	if err != nil {
		return Article{}, err
	}
	articles, err := fromTitled(title, text, single)
	if err != nil {
		return Article{}, err
	}
	if len(articles) == 0 {
		return Article{}, fmt.Errorf("%w: neither a title nor a text", ErrEmpty)
	}
	a := articles[0]
	a.Key, a.URL = item.GUID, addressOf(item.Link)
	setIf(&a.Byline, entryByline(item))
	if t := entryTime(item); !t.IsZero() {
		a.Published = t
	}
	return a, nil
}

func entryByline(item *gofeed.Item) string {
	var names []string
	for _, p := range item.Authors {
		if name := oneLine(firstOf(p.Name, p.Email)); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// entryTime returns when an entry was published; Atom may say only when it was
// updated.
func entryTime(item *gofeed.Item) time.Time {
	said, parsed := item.Published, item.PublishedParsed
	if said == "" {
		said, parsed = item.Updated, item.UpdatedParsed
	}
	t := parsedTime(said)
	if t.IsZero() && parsed != nil && validYear(parsed.Year()) && !strings.Contains(said, "/") { // it guesses 04/05
		t = parsed.UTC()
	}
	return t
}
