// Package poll polls a source once: its list, what is new in it, and the full text of that. It
// stores nothing; the caller knows what was read before, and stores what is read.
package poll

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"dateline/article"
	"dateline/watch/fetch"
	"dateline/watch/listing"
)

// Source is the source to poll.
type Source struct {
	Address  string // or a folder
	Kind     listing.Kind
	Name     string // of the outlet; empty to use the source's own
	Language string // ISO 639-1; empty to detect it
	Known    fetch.Validators
	Before   bool // something of it was read before
	Deferred bool // article pages are read separately, by ReadPage: a poll only lists them
}

// Seen is a known item.
type Seen struct {
	Key   uint64
	Mark  uint64 // hash of what was read; 0 if reading failed
	Tries int    // failed tries
}

// Batch is stored together: articles, and their items.
type Batch struct {
	Articles []Article
	Seen     []Seen
	Pages    []listing.Item // to be read separately
	bytes    int
}

// Article is an article that was read.
type Article struct {
	article.Article
	File string // path of the file that contains only this article, which identifies one without an address or id; else empty
}

// The limits of a batch in items and bytes.
const (
	batchItems = 32
	batchBytes = 4 << 20
)

// Archive looks up what was read, and stores what is read. Its functions are called by one
// goroutine at a time for each Poll.
type Archive struct {
	Seen  func(ctx context.Context, keys []uint64) (map[uint64]Seen, error)
	Store func(ctx context.Context, b Batch) error
}

// MaxTime is how long a poll may fetch; the rest is left for the next.
const MaxTime = 5 * time.Minute

// Limits of one poll: the article pages fetched, the pages of a channel followed back; and the
// tries for a failing page.
const (
	maxPages = 50
	maxBack  = 10
	maxTries = 3
)

// Outcome is the result of a poll. An error loses nothing: what was stored before it stays, and
// the rest is read the next time.
type Outcome struct {
	Known     fetch.Validators // for the next conditional request
	Listed    int              // items
	Read      int              // of them, in this poll
	Waiting   int              // of them, left for the next
	Soon      time.Duration    // when those can be read that only need time; 0 for the next poll
	More      bool             // some only because there were so many
	Unchanged bool             // the server said so
	Feed      string           // address of a feed that a page links and that was not read; else empty
	Problems  []error          // the first errors of single items
	Further   int              // further problems
	Err       error            // why there is nothing, or no more; nil on success
}

// maxProblems is how many problems are reported.
const maxProblems = 20

func (o *Outcome) problem(err error) {
	if len(o.Problems) < maxProblems {
		o.Problems = append(o.Problems, err)
	} else {
		o.Further++
	}
}

// RetryAfter returns the delay that a server asked for; 0 for none.
func (o *Outcome) RetryAfter() time.Duration {
	var e *fetch.Error
	if errors.As(o.Err, &e) {
		return e.RetryAfter
	}
	return 0
}

// run is one poll of a source.
type run struct {
	Source
	client   *fetch.Client
	archive  Archive
	now      time.Time
	fetching context.Context // ends when no more may be fetched
	out      Outcome
	batch    Batch
	fetched  int  // article pages
	stopped  bool // the server asked for a delay
}

// Poll polls a source.
func Poll(ctx context.Context, client *fetch.Client, s Source, archive Archive, now time.Time) Outcome {
	fetching, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	l := run{Source: s, client: client, archive: archive, now: now, fetching: fetching}
	var err error
	if s.Kind == listing.Folder {
		err = l.folder(ctx)
	} else {
		err = l.lists(ctx)
	}
	if stored := l.flush(ctx); err == nil {
		err = stored
	}
	l.out.Err = err
	if err != nil || l.out.Waiting > 0 {
		l.out.Known = fetch.Validators{} // otherwise the server would say that nothing has changed
	}
	return l.out
}

func (l *run) folder(ctx context.Context) error {
	list, unsettled, err := listing.ReadFolder(ctx, l.Address, l.now)
	if err != nil {
		return err
	}
	if l.out.Waiting += unsettled; unsettled > 0 {
		l.out.Soon = listing.Settled
	}
	_, err = l.list(ctx, list)
	return err
}

// lists reads the list of a source, and its continuations.
func (l *run) lists(ctx context.Context) error {
	answer, err := l.client.Get(l.fetching, l.Address, l.Known)
	switch {
	case err != nil:
		return err
	case answer.NotModified:
		l.out.Unchanged, l.out.Known = true, answer.Validators
		return nil
	}
	if l.Kind == listing.Any && !l.Before {
		if l.out.Feed = listing.FeedOf(answer); l.out.Feed != "" {
			return nil
		}
	}
	list, err := listing.Read(ctx, l.Kind, answer)
	if err != nil {
		return err
	}
	l.out.Known = answer.Validators
	if len(list.Further) > 0 {
		l.out.Known = fetch.Validators{} // its continuations may change when it doesn't
	}
	news, err := l.list(ctx, list)
	for n := 0; err == nil && len(list.Further) > 0 && n < maxBack; n++ {
		if list.Further, news, err = l.further(ctx, list.Further, news); err != nil {
			return err
		}
	}
	return err
}

// further reads the continuations of a list: all sitemaps of an index; older posts of a channel,
// while all of them are new. Of a new channel the last posts suffice.
func (l *run) further(ctx context.Context, addresses []string, news newsOf) (next []string, _ newsOf, err error) {
	isChannel := l.isChannel()
	if isChannel && (!l.Before || news.new < news.listed || news.listed == 0) {
		return nil, news, nil
	}
	for _, address := range addresses {
		answer, err := l.client.Get(l.fetching, address, fetch.Validators{})
		if err != nil {
			return nil, news, err
		}
		list, err := listing.Read(ctx, l.kindOfFurther(), answer)
		if err != nil {
			if ctx.Err() != nil {
				return nil, news, err
			}
			l.out.problem(err)
			continue
		}
		found, err := l.list(ctx, list)
		if err != nil {
			return nil, news, err
		}
		if isChannel {
			return list.Further, found, nil
		}
		if len(list.Further) > 0 {
			l.out.problem(fmt.Errorf("%s: a sitemap index within another; it is not followed", address))
		}
	}
	return nil, news, nil
}

func (l *run) isChannel() bool {
	return l.Kind == listing.Telegram || l.Kind == listing.Any && listing.IsTelegramPage(l.Address)
}

func (l *run) kindOfFurther() listing.Kind {
	if l.isChannel() {
		return listing.Telegram
	}
	return listing.Sitemap
}

// newsOf counts what of a list is new.
type newsOf struct {
	listed, new int
}

// list reads what is new in a list.
func (l *run) list(ctx context.Context, list listing.List) (newsOf, error) {
	for _, p := range list.Problems {
		l.out.problem(p)
		if !errors.Is(p, article.ErrBadDate) {
			l.out.Known = fetch.Validators{} // it may have been truncated
		}
	}
	l.out.Listed += len(list.Items)
	keys := make([]uint64, len(list.Items))
	for i := range list.Items {
		keys[i] = list.Items[i].Key
	}
	seen, err := l.archive.Seen(ctx, keys)
	if err != nil {
		return newsOf{}, err
	}
	if l.Kind == listing.Folder {
		newFirst(list.Items, seen)
	}
	news := newsOf{listed: len(list.Items)}
	for i := range list.Items {
		item := &list.Items[i]
		known, was := seen[item.Key]
		if was && known.Mark == item.Mark {
			continue
		}
		if !was {
			news.new++
		}
		if err := l.read(ctx, item, known.Tries); err != nil {
			return news, err
		}
	}
	return news, nil
}

// newFirst puts new files before changed ones: the new place of a file that was moved out of the
// way is then known when its replacement is read.
func newFirst(items []listing.Item, seen map[uint64]Seen) {
	slices.SortStableFunc(items, func(a, b listing.Item) int {
		_, wasA := seen[a.Key]
		_, wasB := seen[b.Key]
		switch {
		case wasA == wasB:
			return 0
		case wasA:
			return 1
		}
		return -1
	})
}
