// Package sources stores, in an archive, where its articles come from: which addresses and
// folders are followed and how often, the state of each, and which of their items were read.
//
// The table of sources is also the work queue. Claim takes the source that is due and moves its
// due time to when the work counts as abandoned; Done sets the next poll. So one process at a
// time works on a source, out of any number, and a killed process leaves nothing to clean up:
// its claims become due again. Items are marked as read in the transaction that stores their
// documents, so that nothing is read twice or lost.
package sources

import (
	"context"
	_ "embed" // tables.sql
	"errors"
	"time"

	"dateline/archive"
)

//go:embed tables.sql
var tables string

// Source is where articles come from. Times are zero for never.
type Source struct {
	ID       int64
	Address  string // or the path of a folder
	Name     string // of the outlet; empty to use the source's own
	Kind     string // feed, page, sitemap, folder, telegram; empty to detect it
	Language string // ISO 639-1; empty to detect it for each text
	Every    time.Duration
	Paused   bool
	Pages    []string // that link it, if it is a feed followed in their place

	State
}

// State is the state of a source.
type State struct {
	Due          time.Time // next poll
	ETag         string
	LastModified string
	Checked      time.Time // last
	Found        time.Time // when it last had something new
	Articles     int       // stored from it
	Waiting      int       // items left for the next poll
	Failures     int       // consecutive failed polls
	Error        string    // of the last poll; empty if it succeeded
	Notes        string    // single items that it could not read, one a line
}

// ErrUnknown reports an address that is not a source.
var ErrUnknown = errors.New("no such source; dateline source list lists them")

const columns = `id, address, name, kind, language, every, paused, due, etag, last_modified, checked, found, articles, waiting, failures, error, notes`

// All returns the sources in the order they were added.
func All(ctx context.Context, a *archive.Archive) ([]Source, error) {
	var all []Source
	err := a.ReadTx(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_sources"); err != nil || !has {
			return err
		}
		for r, err := range tx.Rows(`SELECT ` + columns + ` FROM dateline_sources ORDER BY id`) {
			if err != nil {
				return err
			}
			all = append(all, read(r))
		}
		return errors.Join(addPages(tx, all), addQueued(tx, all))
	})
	return all, err
}

func read(r archive.Row) Source {
	return Source{
		ID: r.Int(0), Address: r.Text(1), Name: r.Text(2), Kind: r.Text(3), Language: r.Text(4),
		Every: time.Duration(r.Int(5)) * time.Second, Paused: r.Int(6) != 0,
		State: State{
			Due: r.Time(7), ETag: r.Text(8), LastModified: r.Text(9), Checked: r.Time(10), Found: r.Time(11),
			Articles: int(r.Int(12)), Waiting: int(r.Int(13)), Failures: int(r.Int(14)), Error: r.Text(15), Notes: r.Text(16),
		},
	}
}

// Added is the result of adding a source.
type Added struct {
	Address string // that is followed: the feed's, if the page given links one
	New     bool   // it was not a source before
}

// Add adds a source, due at its Due, or changes the settings of the one with its address, which
// is due then too. For a page whose feed is followed, the feed is meant, unless the page itself
// is to be followed.
func Add(ctx context.Context, a *archive.Archive, s Source) (added Added, err error) {
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		if err := toFeed(tx, &s); err != nil {
			return err
		}
		was, err := count(tx)
		if err != nil {
			return err
		}
		err = tx.Exec(`INSERT INTO dateline_sources (`+columns+`)
			VALUES ((SELECT coalesce(max(id), 0) + 1 FROM dateline_sources), ?, ?, ?, ?, ?, 0, ?, '', '', '', '', 0, 0, 0, '', '')
			ON CONFLICT (address) DO UPDATE SET name = excluded.name, kind = excluded.kind, language = excluded.language,
				every = excluded.every, paused = 0, due = excluded.due, etag = '', last_modified = ''`,
			s.Address, s.Name, s.Kind, s.Language, int64(s.Every/time.Second), archive.FormatTime(s.Due))
		if err != nil {
			return err
		}
		for _, page := range s.Pages {
			if err := notePage(tx, page, s.Address); err != nil {
				return err
			}
		}
		is, err := count(tx)
		added = Added{s.Address, is > was}
		return err
	})
	return added, err
}

func count(tx *archive.Tx) (n int64, err error) {
	for r, err := range tx.Rows(`SELECT count(*) FROM dateline_sources`) {
		if err != nil {
			return 0, err
		}
		n = r.Int(0)
	}
	return n, nil
}

// Copy copies sources, and which of their items were read, into an empty archive.
func Copy(from, to *archive.Tx) error {
	return errors.Join(to.MakeTables(tables), archive.CopyTable(from, to, "dateline_sources", columns, ""),
		archive.CopyTable(from, to, "dateline_seen", "source, key, mark, tries", ""), archive.CopyTable(from, to, "dateline_source_pages", "page, source", ""),
		forgetQueued(from, to))
}

// Pause pauses or resumes a source.
func Pause(ctx context.Context, a *archive.Archive, address string, paused bool, now time.Time) error {
	is := 0
	if paused {
		is = 1
	}
	return change(ctx, a, address, func(tx *archive.Tx, id int64) error {
		return tx.Exec(`UPDATE dateline_sources SET paused = ?, due = ? WHERE id = ?`, is, archive.FormatTime(now), id)
	})
}

// Remove deletes a source. Its articles stay.
func Remove(ctx context.Context, a *archive.Archive, address string) error {
	return change(ctx, a, address, func(tx *archive.Tx, id int64) error {
		return errors.Join(tx.MakeTables(tables), tx.Exec(`DELETE FROM dateline_source_pages WHERE source = ?`, id),
			tx.Exec(`DELETE FROM dateline_seen WHERE source = ?`, id), tx.Exec(`DELETE FROM dateline_sources WHERE id = ?`, id))
	})
}

func change(ctx context.Context, a *archive.Archive, address string, do func(*archive.Tx, int64) error) error {
	return known(a.WriteTx(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_sources"); err != nil || !has {
			return errors.Join(err, ErrUnknown)
		}
		id, err := idOf(tx, `SELECT id FROM dateline_sources WHERE address = ?`, address)
		if id == 0 && err == nil {
			id, err = feedOf(tx, address)
		}
		if err != nil {
			return err
		}
		if id == 0 {
			return ErrUnknown
		}
		return do(tx, id)
	}))
}

// known returns ErrUnknown unchanged, as it is no error of the archive.
func known(err error) error {
	if errors.Is(err, ErrUnknown) {
		return ErrUnknown
	}
	return err
}
