package sources

import (
	"context"
	"time"

	"dateline/archive"
)

// isDue is true of a source that is to be looked at, ?1 being now: also where the clock was
// set back, and it would not be due for twice as long as it ever waits.
func isDue(tx *archive.Tx) string {
	return `paused = 0 AND (due <= ?1 OR due > ` + tx.Later("?1", "2 * CASE WHEN every > 86400 THEN every ELSE 86400 END") + `)`
}

// Claim takes the source that has been due for longest, until when the work on it is
// given up for lost. Where none is, it says when the next one will be; zero for never.
func Claim(ctx context.Context, a *archive.Archive, now, until time.Time) (claimed *Source, next time.Time, err error) {
	if next, err = nextDue(ctx, a, now); err != nil || next.IsZero() || next.After(now) {
		return nil, next, err
	}
	err = a.Change(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`UPDATE dateline_sources SET due = ?2 WHERE id =
			(SELECT id FROM dateline_sources WHERE `+isDue(tx)+` ORDER BY due, id LIMIT 1) RETURNING `+columns, archive.FormatTime(now), archive.FormatTime(until)) {
			if err != nil {
				return err
			}
			s := read(r)
			claimed = &s
		}
		return nil
	})
	return claimed, next, err
}

// ClaimAll takes all sources that are due, up to most, as Claim does, and calls do with their
// ids in the transaction that takes them.
func ClaimAll(ctx context.Context, a *archive.Archive, now, until time.Time, most int, do func(*archive.Tx, []int64) error) (claimed int, err error) {
	if next, err := nextDue(ctx, a, now); err != nil || next.IsZero() || next.After(now) {
		return 0, err
	}
	err = a.Change(ctx, func(tx *archive.Tx) error {
		var ids []int64
		for r, err := range tx.Rows(`UPDATE dateline_sources SET due = ?2 WHERE id IN
			(SELECT id FROM dateline_sources WHERE `+isDue(tx)+` ORDER BY due, id LIMIT ?3) RETURNING id`, archive.FormatTime(now), archive.FormatTime(until), most) {
			if err != nil {
				return err
			}
			ids = append(ids, r.Int(0))
		}
		if claimed = len(ids); claimed == 0 {
			return nil
		}
		return do(tx, ids)
	})
	return claimed, err
}

// ClaimOne takes a source, due or not, as Claim does; nil where it is there no more or
// paused.
func ClaimOne(ctx context.Context, a *archive.Archive, id int64, until time.Time) (claimed *Source, err error) {
	err = a.Change(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`UPDATE dateline_sources SET due = ? WHERE id = ? AND paused = 0 RETURNING `+columns, archive.FormatTime(until), id) {
			if err != nil {
				return err
			}
			s := read(r)
			claimed = &s
		}
		return nil
	})
	return claimed, err
}

// One returns a source by its id; nil where it is there no more.
func One(ctx context.Context, a *archive.Archive, id int64) (s *Source, err error) {
	err = a.Look(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`SELECT `+columns+` FROM dateline_sources WHERE id = ?`, id) {
			if err != nil {
				return err
			}
			found := read(r)
			s = &found
		}
		return nil
	})
	return s, err
}

// Retry has sources that fail for a reason looked at again at once.
func Retry(ctx context.Context, a *archive.Archive, reason string, now time.Time) error {
	return a.Change(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_sources"); err != nil || !has {
			return err
		}
		return tx.Exec(`UPDATE dateline_sources SET due = ?1 WHERE failures > 0 AND paused = 0 AND error LIKE '%' || ?2 || '%' AND due > ?1`, archive.FormatTime(now), reason)
	})
}

// nextDue returns when a source is due first, now at the earliest, without writing.
func nextDue(ctx context.Context, a *archive.Archive, now time.Time) (next time.Time, err error) {
	err = a.Look(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_sources"); err != nil || !has {
			return err
		}
		for r, err := range tx.Rows(`SELECT min(CASE WHEN `+isDue(tx)+` THEN ?1 ELSE due END) FROM dateline_sources WHERE paused = 0`, archive.FormatTime(now)) {
			if err != nil {
				return err
			}
			next = r.Time(0)
		}
		return nil
	})
	return next, err
}

// Done says how a source that was claimed has fared, and with its Due when it is looked
// at next. claimed is until when it was claimed: where that has passed and another has
// claimed it, or it was changed or removed in between, nothing is done.
func Done(ctx context.Context, a *archive.Archive, s *Source, claimed time.Time) error {
	return a.Change(ctx, func(tx *archive.Tx) error {
		return tx.Exec(`UPDATE dateline_sources SET due = ?, etag = ?, last_modified = ?, checked = ?, found = ?,
			waiting = ?, failures = ?, error = ?, notes = ? WHERE id = ? AND due = ?`,
			archive.FormatTime(s.Due), s.ETag, s.LastModified, archive.FormatTime(s.Checked), archive.FormatTime(s.Found),
			s.Waiting, s.Failures, s.Error, s.Notes, s.ID, archive.FormatTime(claimed))
	})
}

// Seen is an item of a source that was looked at.
type Seen struct {
	Key   uint64
	Mark  uint64 // of what was read; 0 while it could not be
	Tries int    // how often it could not be
}

// SeenOf returns which of the items of a source were looked at before, by their keys.
func SeenOf(ctx context.Context, a *archive.Archive, source int64, keys []uint64) (map[uint64]Seen, error) {
	seen := map[uint64]Seen{}
	err := a.Look(ctx, func(tx *archive.Tx) error {
		for _, key := range keys {
			for r, err := range tx.Rows(`SELECT mark, tries FROM dateline_seen WHERE source = ? AND key = ?`, source, int64(key)) {
				if err != nil {
					return err
				}
				seen[key] = Seen{key, uint64(r.Int(0)), int(r.Int(1))}
			}
		}
		return nil
	})
	return seen, err
}

// Store stores documents together with the items of a source that they are of, and what
// else also writes. Where the source was removed in between, nothing is stored.
func Store(ctx context.Context, a *archive.Archive, source int64, docs []*archive.Packed, seen []Seen, also ...func(*archive.Tx) error) (result archive.PutResult, err error) {
	err = a.Change(ctx, func(tx *archive.Tx) error {
		there := false
		for _, err := range tx.Rows(`SELECT 1 FROM dateline_sources WHERE id = ?`, source) {
			if err != nil {
				return err
			}
			there = true
		}
		if !there {
			return ErrUnknown
		}
		if result, err = tx.Store(docs); err != nil {
			return err
		}
		for _, s := range seen {
			err := tx.Exec(`INSERT INTO dateline_seen (source, key, mark, tries) VALUES (?, ?, ?, ?)
				ON CONFLICT (source, key) DO UPDATE SET mark = excluded.mark, tries = excluded.tries`, source, int64(s.Key), int64(s.Mark), s.Tries)
			if err != nil {
				return err
			}
		}
		for _, write := range also {
			if err := write(tx); err != nil {
				return err
			}
		}
		return tx.Exec(`UPDATE dateline_sources SET articles = articles + ? WHERE id = ?`, result.Added, source)
	})
	return result, known(err)
}

// NoteFound notes that a source had something new, in a transaction that stores it.
func NoteFound(tx *archive.Tx, source int64, at time.Time) error {
	return tx.Exec(`UPDATE dateline_sources SET found = ? WHERE id = ?`, archive.FormatTime(at), source)
}

// Take has a source that was claimed until a time followed at another address from now on,
// as one of a kind. Where that is a source already, this one is forgotten, and taken is
// false.
func Take(ctx context.Context, a *archive.Archive, s *Source, claimed time.Time, address, kind string, now time.Time) (taken bool, err error) {
	err = a.Change(ctx, func(tx *archive.Tx) error {
		taken = false
		for _, err := range tx.Rows(`UPDATE dateline_sources SET address = ?1, kind = ?2, due = ?3 WHERE id = ?4 AND due = ?5
			AND NOT EXISTS (SELECT 1 FROM dateline_sources WHERE address = ?1 AND id <> ?4) RETURNING 1`,
			address, kind, archive.FormatTime(now), s.ID, archive.FormatTime(claimed)) {
			if err != nil {
				return err
			}
			taken = true
		}
		if taken {
			return notePage(tx, s.Address, address)
		}
		for _, err := range tx.Rows(`DELETE FROM dateline_sources WHERE id = ? AND due = ? RETURNING 1`, s.ID, archive.FormatTime(claimed)) {
			if err != nil {
				return err
			}
			return notePage(tx, s.Address, address)
		}
		return nil // it was changed or removed in between
	})
	return taken, err
}
