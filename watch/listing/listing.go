// Package listing reads the list of a source: the entries of a feed, the pages of a sitemap, the
// posts of a Telegram channel's page, the articles of a page, the files of a folder. Each
// becomes an Item, with a key, a mark that changes with its content, and the address of its full
// text.
package listing

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"time"

	"dateline/article"
	"dateline/watch/fetch"
)

// Kind is the kind of a source. Any means to detect it from the first response.
type Kind string

// Kinds.
const (
	Any      Kind = ""
	Feed     Kind = "feed"
	Page     Kind = "page"
	Sitemap  Kind = "sitemap"
	Folder   Kind = "folder"
	Telegram Kind = "telegram"
)

// Item is an element of a source's list.
type Item struct {
	Key     uint64 // identifies it in its source
	Mark    uint64 // changes with the item's entry in the list
	Address string // of the full text: an address, or a file; empty if Article is complete

	Article   *article.Article // what the list has of it; nil for nothing
	Title     string           // of an item without an Article, as are the next two
	Outlet    string
	Published time.Time
}

// List is the list of a source, in its order.
type List struct {
	Items    []Item
	Problems []error  // unreadable items; the others are read
	Further  []string // addresses of continuations of the list
}

// hashOf returns a stable hash of parts.
func hashOf(parts ...string) uint64 {
	h := fnv.New64a()
	var n [8]byte
	for _, p := range parts {
		h.Write(binary.LittleEndian.AppendUint64(n[:0], uint64(len(p))))
		h.Write([]byte(p))
	}
	return h.Sum64()
}

// Read reads a response as a list of a kind; Any to detect it. The error is that of the list as
// a whole, or of ctx.
func Read(ctx context.Context, kind Kind, a *fetch.Answer) (List, error) {
	if kind == Any {
		kind = kindOf(a)
	}
	switch kind {
	case Sitemap:
		return readSitemap(ctx, a)
	case Telegram:
		return readTelegram(ctx, a)
	}
	return readArticles(ctx, kind, a)
}

// kindOf detects a sitemap or a channel, or else what package article makes of a response.
func kindOf(a *fetch.Answer) Kind {
	head := a.Body[:min(len(a.Body), 4<<10)]
	switch {
	case isSitemap(head):
		return Sitemap
	case IsTelegramPage(a.Address):
		return Telegram
	}
	return Feed
}

// Articles reads the articles at an address from its response.
func Articles(ctx context.Context, a *fetch.Answer) ([]article.Article, []error, error) {
	var articles []article.Article
	var problems []error
	options := article.Options{Fetched: a.Date, RefusePacked: true}
	for read, err := range options.ReadFrom(ctx, a.Address, a.MediaType, bytes.NewReader(a.Body)) {
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case err != nil:
			problems = append(problems, err)
		default:
			articles = append(articles, read)
		}
	}
	if len(articles) == 0 && len(problems) > 0 {
		return nil, nil, problems[0]
	}
	return articles, problems, nil
}

// readArticles reads a feed, or a page, whose articles are the items.
func readArticles(ctx context.Context, kind Kind, a *fetch.Answer) (List, error) {
	if breaksOff(a) {
		return List{}, fmt.Errorf("%s: the feed is cut off", a.Address)
	}
	articles, problems, err := Articles(ctx, a)
	if err != nil {
		if passed := (*article.Skipped)(nil); isFeed(a) && (errors.Is(err, article.ErrEmpty) || errors.As(err, &passed)) {
			return List{}, nil // nothing yet
		}
		return List{}, err
	}
	list := List{Problems: problems}
	for i := range articles {
		found := &articles[i]
		item := Item{Article: found, Mark: hashOf(found.Text, found.Published.UTC().String())}
		if own := fetch.Canonical(found.URL); own != fetch.Canonical(a.Address) {
			item.Address, found.URL = own, own
		}
		switch {
		case found.Key != "":
			item.Key = hashOf("key", found.Key)
		case item.Address != "":
			item.Key = hashOf("address", item.Address)
		default:
			item.Key = hashOf("article", found.ID)
		}
		list.Items = append(list.Items, item)
	}
	if kind == Feed && len(list.Items) == 0 {
		return list, fmt.Errorf("%s: no feed in it", a.Address)
	}
	return list, nil
}

func isFeed(a *fetch.Answer) bool { return rootOf(a) != "" }

// rootOf returns the end tag of a feed at the start of a response; "" if there is none.
func rootOf(a *fetch.Answer) (end string) {
	head := a.Body[:min(len(a.Body), 4<<10)]
	for _, f := range [...]struct{ begin, end string }{{"<rss", "</rss"}, {"<feed", "</feed"}, {"<rdf:RDF", "</rdf:RDF"}, {"jsonfeed.org", "}"}} {
		if bytes.Contains(head, []byte(f.begin)) {
			return f.end
		}
	}
	return ""
}

// breaksOff reports whether a feed is truncated: a server without, or with a wrong, content
// length stopped within an entry.
func breaksOff(a *fetch.Answer) bool {
	tail := a.Body[max(0, len(a.Body)-4<<10):]
	return !bytes.Contains(tail, []byte(rootOf(a)))
}
