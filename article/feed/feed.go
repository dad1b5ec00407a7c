// Package feed reads RSS, Atom, JSON Feed and news sitemaps. Each entry is read by itself, so that
// one that is broken does not lose the others.
//
//	f, err := feed.Read(work.New(ctx), xml, newsdate.Hint{})
//
// Time and memory are linear in the bytes of a feed.
package feed

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
	"dateline/work"
)

// Bounds of a feed.
const (
	MaxEntries  = 100_000
	maxRoot     = 8 << 10 // bytes of the root's tag
	maxEntry    = 1 << 20 // bytes of an entry, which is parsed in one go
	maxElements = 100_000 // of an entry
	maxDepth    = 500     // of elements in each other, for which gofeed calls itself
)

// Errors of feeds and entries.
var (
	ErrNoFeed   = errors.New("no feed in it")
	ErrNoEntry  = errors.New("neither a title nor a text")
	ErrTooMany  = fmt.Errorf("more than %d entries", MaxEntries)
	ErrTooDeep  = fmt.Errorf("more than %d elements, or more than %d in each other", maxElements, maxDepth)
	ErrTooLong  = fmt.Errorf("longer than %d MiB", maxEntry>>20)
	ErrLongRoot = fmt.Errorf("its first tag is longer than %d KiB", maxRoot>>10)
)

// Feed is what is in a feed.
type Feed struct {
	Title   string
	Entries []Entry

	home string // address of its site
}

// Entry is an entry of a feed, or the error why it can't be read.
type Entry struct {
	Title     string // HTML, as is Text
	Text      string
	Key       string // guid or atom:id
	URL       string
	Byline    string
	Outlet    string      // that the entry was taken from; empty for the feed's own
	Published time.Time   // zero when it does not say, or not so that it can be read
	BadDate   string      // what it says of its date when that can't be read
	Point     *[2]float64 // longitude and latitude that the publisher gives; nil for none
	Captions  []string    // of pictures and films beside the text, and whom they are from
	Err       error

	said string // of its date
}

// Read reads a feed in UTF-8. The error is of the feed as a whole. The hint is for dates
// that are open: in which order they have day and month, from when "2 hours ago" counts.
func Read(steps *work.Counter, s string, hint newsdate.Hint) (Feed, error) {
	s = strings.TrimSpace(withoutControls(s))
	if strings.HasPrefix(s, "{") {
		f, err := readJSON(steps, s)
		f.date(hint)
		return f, err
	}
	if isSitemap(s) {
		f, err := readSitemap(steps, s)
		f.date(hint)
		return f, err
	}
	p, err := cut(steps, s)
	if err != nil {
		return Feed{}, err
	}
	var f Feed
	home := ""
	if head, err := p.parse(steps, p.channel()); err == nil {
		f.Title, home = text.OneLine(head.Title), head.home
	}
	for i := range p.entries {
		f.Entries = append(f.Entries, p.read(steps, i, home))
		if err := steps.Add(1); err != nil {
			return Feed{}, err
		}
	}
	f.date(hint)
	return f, nil
}

// date reads when the entries were published. What can't be read is kept. The order of
// day and month is told from those that can be read in one way only.
func (f *Feed) date(hint newsdate.Hint) {
	if hint.Order == newsdate.UnknownOrder {
		said := make([]string, len(f.Entries))
		for i := range f.Entries {
			said[i] = f.Entries[i].said
		}
		hint.Order = datestamp.OrderOfAll(said)
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		t, err := datestamp.Parse(e.said, hint)
		if e.Published = t; err != nil && e.said != "" {
			e.BadDate = e.said
		}
		e.said = ""
	}
}

// read reads entry i. A relative address counts from the feed's home.
func (p *parts) read(steps *work.Counter, i int, home string) Entry {
	if !strings.Contains(p.entries[i][1:len(p.entries[i])-1], "<") {
		return Entry{Err: ErrNoEntry}
	}
	f, err := p.parse(steps, p.document(i))
	switch {
	case err != nil:
		return Entry{Err: err}
	case len(f.Entries) == 0:
		return Entry{Err: ErrNoEntry}
	}
	e := f.Entries[0]
	e.URL = resolve(home, e.URL)
	if e.Title == "" && e.Text == "" {
		e.Err = ErrNoEntry
	}
	return e
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
