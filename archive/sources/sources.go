// Package sources keeps in an archive where its articles come from: which addresses and
// folders are looked at and how often, how each has fared, and which of the things that
// they list were read.
//
// The table of sources is also the queue of what is to be done. Claim takes the source
// that is due and puts its due time off to when the work is given up for lost; Done
// sets the time of the next look. So each is looked at by one process at a time, of
// however many, and a process that is killed leaves nothing behind that has to be
// cleared: what it had claimed is due again by itself. What a look has read is
// committed with the documents that were made of it, so that nothing is read twice or
// lost.
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
	Name     string // of the outlet; empty for what the source says
	Kind     string // feed, page, sitemap, folder, telegram; empty for what it shows to be
	Language string // ISO 639-1; empty for that of each text
	Every    time.Duration
	Paused   bool
	Pages    []string // that were given and link it, a feed which is followed in their place

	State
}

// State is how a source has fared.
type State struct {
	Due          time.Time // when it is looked at next
	ETag         string
	LastModified string
	Checked      time.Time // last
	Found        time.Time // when it last had something new
	Articles     int       // that it brought
	Waiting      int       // items that the last look left for the next
	Failures     int       // looks in a row that failed
	Error        string    // of the last look; empty when it went well
	Notes        string    // what it could not read of single items, a line each
}

// ErrUnknown is the error of an address that is no source.
var ErrUnknown = errors.New("there is no such source; dateline source list shows all")

const columns = `id, address, name, kind, language, every, paused, due, etag, last_modified, checked, found, articles, waiting, failures, error, notes`

// All returns the sources in the order in which they were added.
func All(ctx context.Context, a *archive.Archive) ([]Source, error) {
	var all []Source
	err := a.Look(ctx, func(tx *archive.Tx) error {
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

// Added says what came of adding a source.
type Added struct {
	Address string // that is followed: of the feed, where a page that links it was given
	New     bool   // it was not before
}

// Add adds a source, due at its Due, or changes how the one with its address is looked
// at, which is due then too. A page of which the feed is followed stands for that, unless
// it is to be followed as a page.
func Add(ctx context.Context, a *archive.Archive, s Source) (added Added, err error) {
	err = a.Change(ctx, func(tx *archive.Tx) error {
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

// Copy copies the sources of an archive, and what of each was read, into an empty one.
func Copy(from, to *archive.Tx) error {
	return errors.Join(to.MakeTables(tables), archive.CopyTable(from, to, "dateline_sources", columns, ""),
		archive.CopyTable(from, to, "dateline_seen", "source, key, mark, tries", ""), archive.CopyTable(from, to, "dateline_source_pages", "page, source", ""),
		forgetQueued(from, to))
}

// Pause has a source left alone, or looked at again from now on.
func Pause(ctx context.Context, a *archive.Archive, address string, paused bool, now time.Time) error {
	is := 0
	if paused {
		is = 1
	}
	return change(ctx, a, address, func(tx *archive.Tx, id int64) error {
		return tx.Exec(`UPDATE dateline_sources SET paused = ?, due = ? WHERE id = ?`, is, archive.FormatTime(now), id)
	})
}

// Remove forgets a source. The articles that it brought stay.
func Remove(ctx context.Context, a *archive.Archive, address string) error {
	return change(ctx, a, address, func(tx *archive.Tx, id int64) error {
		return errors.Join(tx.MakeTables(tables), tx.Exec(`DELETE FROM dateline_source_pages WHERE source = ?`, id),
			tx.Exec(`DELETE FROM dateline_seen WHERE source = ?`, id), tx.Exec(`DELETE FROM dateline_sources WHERE id = ?`, id))
	})
}

func change(ctx context.Context, a *archive.Archive, address string, do func(*archive.Tx, int64) error) error {
	return known(a.Change(ctx, func(tx *archive.Tx) error {
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

// known returns ErrUnknown as it is, which is no error of the archive.
func known(err error) error {
	if errors.Is(err, ErrUnknown) {
		return ErrUnknown
	}
	return err
}
