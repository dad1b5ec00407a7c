// Package feed reads RSS, Atom and JSON Feed. Each entry is read by itself, so that
// one that is broken does not lose the others.
package feed

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/article/segment"
	"dateline/article/step"
	"dateline/text"

	"github.com/mmcdole/gofeed"
)

// Bounds of a feed.
const (
	MaxEntries  = 100_000
	maxRoot     = 8 << 10 // bytes of the root's tag
	maxElements = 100_000 // of an entry
	maxDepth    = 500     // of elements in each other, for which gofeed calls itself
)

// Errors of feeds and entries.
var (
	ErrNoFeed   = errors.New("no feed in it")
	ErrNoEntry  = errors.New("neither a title nor a text")
	ErrTooMany  = fmt.Errorf("more than %d entries", MaxEntries)
	ErrTooDeep  = fmt.Errorf("more than %d elements, or more than %d in each other", maxElements, maxDepth)
	ErrLongRoot = fmt.Errorf("its first tag is longer than %d KiB", maxRoot>>10)
)

// Feed is what is in a feed.
type Feed struct {
	Title   string
	Entries []Entry
}

// Entry is an entry of a feed, or the error why it can't be read.
type Entry struct {
	Title     string // HTML, as is Text
	Text      string
	Key       string // guid or atom:id
	URL       string
	Byline    string
	Published time.Time // zero when it does not say, or not so that it can be read
	Err       error
}

// Read reads a feed in UTF-8. The error is of the feed as a whole.
func Read(steps *step.Counter, s string) (Feed, error) {
	s = strings.TrimSpace(withoutControls(s))
	if strings.HasPrefix(s, "{") {
		return readJSON(steps, s)
	}
	parts, err := cut(steps, s)
	if err != nil {
		return Feed{}, err
	}
	var f Feed
	link := ""
	if head, err := parse(steps, parts.channel()); err == nil {
		f.Title, link = text.OneLine(head.Title), head.Link
	}
	for i := range parts.entries {
		f.Entries = append(f.Entries, parts.read(steps, i, link))
		if err := steps.Add(1); err != nil {
			return Feed{}, err
		}
	}
	return f, nil
}

// read reads entry i.
func (p *parts) read(steps *step.Counter, i int, link string) Entry {
	if !strings.Contains(p.entries[i][1:], "<") {
		return Entry{Err: ErrNoEntry}
	}
	one, err := parse(steps, p.document(i))
	switch {
	case err != nil:
		return Entry{Err: err}
	case len(one.Items) == 0:
		return Entry{Err: ErrNoEntry}
	}
	return readItem(one.Items[0], link)
}

// parse parses a feed of one entry or none.
func parse(steps *step.Counter, document string) (*gofeed.Feed, error) {
	if err := steps.Add(len(document)); err != nil {
		return nil, err
	}
	if err := checkDepth(document); err != nil {
		return nil, err
	}
	return gofeed.NewParser().ParseString(document)
}

func readJSON(steps *step.Counter, s string) (Feed, error) {
	if err := steps.Add(len(s)); err != nil {
		return Feed{}, err
	}
	all, err := gofeed.NewParser().ParseString(s)
	if err != nil {
		return Feed{}, err
	}
	f := Feed{Title: text.OneLine(all.Title)}
	for _, item := range all.Items {
		f.Entries = append(f.Entries, readItem(item, all.Link))
	}
	return f, nil
}

// readItem takes what an entry says. An entry without text may describe its media.
func readItem(item *gofeed.Item, link string) Entry {
	e := Entry{
		Title: item.Title, Text: firstOf(item.Content, item.Description, mediaDescription(item)),
		Key: item.GUID, URL: address(item, link), Byline: byline(item), Published: published(item),
	}
	if e.Title == "" && e.Text == "" {
		e.Err = ErrNoEntry
	}
	return e
}

func byline(item *gofeed.Item) string {
	var names []string
	for _, p := range item.Authors {
		if name := text.OneLine(firstOf(p.Name, p.Email)); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// published returns when an entry was published; Atom may say only when it was
// updated.
func published(item *gofeed.Item) time.Time {
	said, parsed := item.Published, item.PublishedParsed
	if said == "" {
		said, parsed = item.Updated, item.UpdatedParsed
	}
	t, _ := segment.ParseDate(said)
	if t.IsZero() && parsed != nil && parsed.Year() > 1970 && !strings.Contains(said, "/") { // it guesses 04/05
		t = parsed.UTC()
	}
	return t
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
