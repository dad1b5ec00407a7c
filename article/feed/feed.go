// Package feed reads RSS, Atom, JSON Feed and news sitemaps. Each entry is parsed separately, so
// that a broken one does not affect the others.
//
//	f, err := feed.Read(work.New(ctx), xml, newsdate.Hint{})
//
// Time and memory are linear in the size of the feed.
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

// Limits on feeds.
const (
	MaxEntries  = 100_000
	maxRoot     = 8 << 10 // bytes of the root's start tag
	maxEntry    = 1 << 20 // bytes of an entry, which is parsed at once
	maxElements = 100_000 // of an entry
	maxDepth    = 500     // nested elements; gofeed is recursive
)

// Errors of feeds and entries.
var (
	ErrNoFeed   = errors.New("not a feed")
	ErrNoEntry  = errors.New("neither a title nor a text")
	ErrTooMany  = fmt.Errorf("more than %d entries", MaxEntries)
	ErrTooDeep  = fmt.Errorf("more than %d elements, or nested more than %d deep", maxElements, maxDepth)
	ErrTooLong  = fmt.Errorf("longer than %d MiB", maxEntry>>20)
	ErrLongRoot = fmt.Errorf("its first tag is longer than %d KiB", maxRoot>>10)
)

// Feed is a feed with its entries.
type Feed struct {
	Title   string
	Entries []Entry

	home string // address of the site
}

// Entry is an entry of a feed, or the error of one that can't be read.
type Entry struct {
	Title     string // HTML, as is Text
	Text      string
	Key       string // guid or atom:id
	URL       string
	Byline    string
	Outlet    string      // outlet that the entry was taken from; empty for the feed's own
	Published time.Time   // zero if missing or unreadable
	BadDate   string      // the date as written, if it can't be read
	Point     *[2]float64 // longitude and latitude given by the publisher; nil if none
	Captions  []string    // captions and credits of pictures and films beside the text
	Err       error

	said string // of its date
}

// Read reads a feed in UTF-8. It returns an error only for the feed as a whole. The hint
// resolves ambiguous dates: the order of day and month, and the time to which "2 hours ago" is
// relative.
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

// date parses the dates of the entries and keeps those that it can't read in BadDate.
// Unambiguous dates determine the order of day and month.
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

// read parses entry i. Relative addresses are resolved against home.
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
