package watch

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/archive"
	"dateline/archive/sources"
	"dateline/article"
	"dateline/watch/fetch"
	"dateline/watch/listing"
	"dateline/watch/poll"
)

// pollAndRecord polls a claimed source, and records the result in the archive.
func (w *Watcher) pollAndRecord(ctx context.Context, s *sources.Source, until time.Time) {
	out, came := w.poll(ctx, s)
	if out.Feed != "" && ctx.Err() == nil {
		w.takeFeed(ctx, s, out.Feed, until)
		return
	}
	was := s.State
	w.record(ctx, s, &out, came.any())
	switch {
	case ctx.Err() != nil:
	case s.Error != "" && s.Error != was.Error:
		w.say("%s: %s; next try at %s", s.Address, strings.TrimPrefix(s.Error, s.Address+": "), s.Due.Local().Format(time.DateTime))
	case came.any():
		w.say("%s: %s", s.Address, came)
	case s.Error == "" && was.Error != "":
		w.say("%s: can be read again", s.Address)
	}
	if w.Once && out.Soon > 0 && ctx.Err() == nil {
		w.say("%s: files that were written just now are left for the next poll (%d)", s.Address, out.Waiting)
	}
	// What was stored is stored: the result is recorded even during shutdown.
	err := sources.Done(context.WithoutCancel(ctx), w.Archive, s, until)
	if err == nil && came.any() {
		err = w.Archive.Checkpoint()
	}
	if err != nil {
		w.say("%s: %v", s.Address, err)
	}
}

// takeFeed replaces a page with the feed that it links, due at once, even if only sources due
// from the start are polled.
func (w *Watcher) takeFeed(ctx context.Context, s *sources.Source, feed string, until time.Time) {
	taken, err := sources.Redirect(context.WithoutCancel(ctx), w.Archive, s, until, feed, string(listing.Feed), w.began)
	switch {
	case err != nil:
		w.say("%s: %v", s.Address, err)
	case taken:
		w.taken.Store(true)
		w.say("%s: it links the feed %s, which is followed in its place; --kind page follows the page itself", s.Address, feed)
	default:
		w.say("%s: it links the feed %s, which is followed already", s.Address, feed)
	}
}

// poll polls a source. A panic, which is a bug, is an error of the source.
func (w *Watcher) poll(ctx context.Context, s *sources.Source) (out poll.Outcome, came arrivals) {
	defer func() {
		if v := recover(); v != nil {
			out.Err = fmt.Errorf("%s: a bug in Dateline, please report it: %v", s.Address, v)
		}
	}()
	st := store{Watcher: w, source: s}
	out = poll.Poll(ctx, w.Client, w.polled(s), poll.Archive{Seen: st.seen, Store: st.store}, w.Clock.Now())
	out.Problems = append(out.Problems, st.problems...)
	return out, st.came
}

// polled returns the source to poll.
func (w *Watcher) polled(s *sources.Source) poll.Source {
	return poll.Source{
		Address: s.Address, Kind: listing.Kind(s.Kind), Name: s.Name, Language: s.Language, Before: s.Articles > 0, Deferred: w.Defer != nil,
		Known: fetch.Validators{ETag: s.ETag, LastModified: s.LastModified},
	}
}

// record updates the state of a source after a poll.
func (w *Watcher) record(ctx context.Context, s *sources.Source, out *poll.Outcome, came bool) {
	now := w.Clock.Now()
	s.ETag, s.LastModified = out.Known.ETag, out.Known.LastModified
	s.Waiting = out.Waiting
	if came {
		s.Found = now
	}
	if ctx.Err() != nil { // told to end, not the source's fault
		s.Due = now
		return
	}
	s.Checked = now
	if !out.Unchanged || s.Error != "" {
		s.Notes = notes(out)
	}
	if out.Err != nil {
		s.Failures++
		s.Error = line(out.Err)
		s.Due = now.Add(max(backoff(s.Every, s.Failures, w.random()), out.RetryAfter()))
		return
	}
	s.Failures, s.Error = 0, ""
	every := s.Every
	if out.More {
		every = min(every, time.Minute)
	}
	if s.Due = now.Add(spread(every, w.random())); out.Soon > 0 {
		s.Due = now.Add(out.Soon)
	}
}

// maxLine is the maximum length in bytes of an item's error.
const maxLine = 400

func line(err error) string {
	s := strings.Join(strings.Fields(err.Error()), " ")
	if len(s) <= maxLine {
		return s
	}
	s = s[:maxLine]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}

// notes formats the errors of single items, one a line.
func notes(out *poll.Outcome) string {
	var lines []string
	for _, p := range out.Problems {
		lines = append(lines, line(p))
	}
	if out.Further > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", out.Further))
	}
	return strings.Join(lines, "\n")
}

// arrivals counts what was stored from a source: new articles, and newer texts of others.
type arrivals struct{ articles, texts int }

func (a arrivals) any() bool { return a.articles+a.texts > 0 }

func (a arrivals) String() string {
	var parts []string
	if a.articles > 0 {
		parts = append(parts, fmt.Sprintf("%d new", a.articles))
	}
	switch {
	case a.texts == 1:
		parts = append(parts, "1 newer text")
	case a.texts > 1:
		parts = append(parts, fmt.Sprintf("%d newer texts", a.texts))
	}
	return strings.Join(parts, ", ")
}

// store stores what is read from one source.
type store struct {
	*Watcher
	source   *sources.Source
	came     arrivals
	problems []error
	files    archive.Files // of all followed folders; nil until needed
}

func (s *store) seen(ctx context.Context, keys []uint64) (map[uint64]poll.Seen, error) {
	found, err := sources.SeenOf(ctx, s.Archive, s.source.ID, keys)
	seen := make(map[uint64]poll.Seen, len(found))
	for key, item := range found {
		seen[key] = poll.Seen(item)
	}
	return seen, err
}

// store parses articles and stores them. One that can't be parsed is a problem, and not retried.
func (s *store) store(ctx context.Context, b poll.Batch) error {
	var ready []*archive.Packed
	for _, a := range b.Articles {
		packed, err := s.pack(ctx, a.Article)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			s.problems = append(s.problems, err)
			continue
		}
		if a.File != "" {
			if err := s.listFiles(ctx); err != nil {
				return err
			}
			packed.SetFile(a.File, s.files)
		}
		ready = append(ready, packed)
	}
	items := make([]sources.Seen, len(b.Seen))
	for i, item := range b.Seen {
		items[i] = sources.Seen(item)
	}
	var also []func(*archive.Tx) error
	if len(b.Pages) > 0 {
		also = append(also, s.Defer(ctx, s.source, b.Pages))
	}
	result, err := sources.Store(ctx, s.Archive, s.source.ID, ready, items, also...)
	s.came.articles += result.Added
	s.came.texts += result.Revised
	return err
}

// listFiles lists the existing files in all followed folders.
func (s *store) listFiles(ctx context.Context) error {
	if s.files != nil {
		return nil
	}
	all, err := sources.All(ctx, s.Archive)
	if err != nil {
		return err
	}
	s.files = archive.Files{}
	for _, folder := range all {
		if folder.Kind != string(listing.Folder) {
			continue
		}
		list, _, err := listing.ReadFolder(ctx, folder.Address, time.Time{}) // including those written just now
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			continue // a missing folder has no files
		}
		for i := range list.Items {
			s.files.Add(list.Items[i].Address)
		}
	}
	return nil
}

// pack parses an article.
func (w *Watcher) pack(ctx context.Context, a article.Article) (*archive.Packed, error) {
	doc, err := w.Read(ctx, a)
	var packed *archive.Packed
	if err == nil {
		packed, err = w.Archive.Pack(&doc)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", a.Input, err)
	}
	return packed, err
}
