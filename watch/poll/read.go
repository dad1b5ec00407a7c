package poll

import (
	"context"
	"errors"
	"fmt"

	"dateline/article"
	"dateline/watch/fetch"
	"dateline/watch/listing"
)

// read reads an item, and adds it to the batch. An error ends the poll.
func (l *run) read(ctx context.Context, item *listing.Item, tries int) error {
	if l.Deferred && l.hasPage(item) {
		l.batch.Pages = append(l.batch.Pages, *item)
		return l.add(ctx, Seen{Key: item.Key, Mark: item.Mark}, nil)
	}
	articles, err := l.articles(ctx, item, tries)
	var e *fetch.Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errLater):
		l.out.Waiting++
		return nil
	case errors.As(err, &e) && e.Temporary && tries+1 < maxTries:
		l.out.problem(err)
		l.out.Waiting++
		l.stopped = l.stopped || e.RetryAfter > 0
		return l.add(ctx, Seen{Key: item.Key, Tries: tries + 1}, nil)
	case err != nil: // a retry would not help
		l.out.problem(err)
	}
	if len(articles) > 0 {
		l.out.Read++
	}
	return l.add(ctx, Seen{Key: item.Key, Mark: item.Mark}, articles)
}

// errLater reports an item that is left for the next poll.
var errLater = errors.New("left for the next poll")

// articles returns the full text of an item. If that is permanently unavailable, it is the
// list's version, with the error.
func (l *run) articles(ctx context.Context, item *listing.Item, tries int) ([]Article, error) {
	var own []Article
	if item.Article != nil {
		own = []Article{{Article: *item.Article}}
	}
	switch {
	case l.Kind == listing.Folder:
		return l.file(ctx, item.Address), nil
	case !l.hasPage(item):
		return own, nil
	case l.stopped:
		return nil, errLater
	case l.fetched >= maxPages || l.fetching.Err() != nil:
		l.out.More = true
		return nil, errLater
	}
	l.fetched++
	full, err := l.page(ctx, item)
	switch {
	case err == nil:
		return []Article{{Article: full}}, nil
	case l.fetching.Err() != nil:
		l.out.More = true
		return nil, errLater
	case isTemporary(err) && tries+1 < maxTries:
		return nil, err
	}
	return own, err
}

// hasPage reports whether an item's full text is on a page of its own.
func (l *run) hasPage(item *listing.Item) bool {
	return l.Kind != listing.Folder && item.Address != "" && (item.Article == nil || isTeaser(item.Article))
}

// ReadPage fetches the page of an item of a source, after so many failed tries. If it should be
// retried later, it returns no articles and an error. If the page is permanently unavailable, it
// returns the list's version, with the error.
func ReadPage(ctx context.Context, client *fetch.Client, s Source, item *listing.Item, tries int) (articles []article.Article, again bool, err error) {
	l := run{Source: s, client: client, fetching: ctx}
	found, err := l.articles(ctx, item, tries)
	if ctx.Err() != nil {
		return nil, true, ctx.Err()
	}
	for _, a := range found {
		l.name(&a.Article)
		articles = append(articles, a.Article)
	}
	return articles, isTemporary(err) && tries+1 < maxTries, err
}

func isTemporary(err error) bool {
	var e *fetch.Error
	return errors.As(err, &e) && e.Temporary
}

// file reads a file of a folder. An error is reported once, until the file changes.
func (l *run) file(ctx context.Context, path string) []Article {
	found, problems := listing.File(ctx, path)
	for _, p := range problems {
		l.out.problem(p)
	}
	articles := make([]Article, len(found))
	for i, a := range found {
		articles[i].Article = a
	}
	if len(found) == 1 && len(problems) == 0 && found[0].Address == "" && found[0].Key == "" && found[0].Record == nil {
		articles[0].File = path
	}
	return articles
}

// page fetches the page of an item and returns the item's article in it.
func (l *run) page(ctx context.Context, item *listing.Item) (article.Article, error) {
	answer, err := l.client.Get(l.fetching, item.Address, fetch.Validators{})
	if err != nil {
		return article.Article{}, err
	}
	all, _, err := listing.Articles(ctx, answer)
	switch {
	case err != nil:
		return article.Article{}, err
	case len(all) == 0:
		return article.Article{}, fmt.Errorf("%s: no article found", item.Address)
	}
	teaser := article.Article{Title: item.Title, Source: item.Outlet, Published: item.Published}
	if item.Article != nil {
		teaser = *item.Article
	}
	full := pick(all, teaser.Title)
	if !tells(&full, &teaser) {
		return article.Article{}, fmt.Errorf("%s: the page lacks the text of its teaser; it may ask for consent or a login", item.Address)
	}
	return complete(full, teaser, fetch.Canonical(answer.Address)), nil
}

// add puts an item into the batch.
func (l *run) add(ctx context.Context, seen Seen, articles []Article) error {
	for _, a := range articles {
		l.name(&a.Article)
		l.batch.Articles = append(l.batch.Articles, a)
		l.batch.bytes += len(a.Text) + len(a.Record)
	}
	l.batch.Seen = append(l.batch.Seen, seen)
	if len(l.batch.Seen) < batchItems && l.batch.bytes < batchBytes {
		return nil
	}
	return l.flush(ctx)
}

// name sets the source of an article to the configured name.
func (l *run) name(a *article.Article) {
	if l.Name != "" {
		a.Source = l.Name
	}
	if l.Language != "" {
		a.Lang = l.Language
	}
}

// flush passes the batch on.
func (l *run) flush(ctx context.Context) error {
	if len(l.batch.Seen) == 0 || ctx.Err() != nil {
		return ctx.Err()
	}
	b := l.batch
	l.batch = Batch{}
	return l.archive.Store(ctx, b)
}
