package sources

import (
	"context"
	"time"

	"dateline/archive"
)

// isDue selects sources that are due, ?1 being now. If the clock was set back, a source is also
// due when its due time is more than twice the longest interval ahead.
func isDue(tx *archive.Tx) string {
	return `paused = 0 AND (due <= ?1 OR due > ` + tx.Later("?1", "2 * CASE WHEN every > 86400 THEN every ELSE 86400 END") + `)`
}

// Claim claims the source that has been due longest, until a time after which the work on it
// counts as abandoned. If none is due, it returns when the next one will be; zero if never.
func Claim(ctx context.Context, a *archive.Archive, now, until time.Time) (claimed *Source, next time.Time, err error) {
	if next, err = nextDue(ctx, a, now); err != nil || next.IsZero() || next.After(now) {
		return nil, next, err
	}
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
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

// ClaimAll claims all due sources, at most most, as Claim does, and calls do with their ids in
// the same transaction.
func ClaimAll(ctx context.Context, a *archive.Archive, now, until time.Time, most int, do func(*archive.Tx, []int64) error) (claimed int, err error) {
	if next, err := nextDue(ctx, a, now); err != nil || next.IsZero() || next.After(now) {
		return 0, err
	}
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
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

// ClaimOne claims a source, due or not, as Claim does; nil if it no longer exists or is paused.
func ClaimOne(ctx context.Context, a *archive.Archive, id int64, until time.Time) (claimed *Source, err error) {
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
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

// Get returns a source by its id; nil if it no longer exists.
func Get(ctx context.Context, a *archive.Archive, id int64) (s *Source, err error) {
	err = a.ReadTx(ctx, func(tx *archive.Tx) error {
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

// Retry makes sources that fail with an error due at once.
func Retry(ctx context.Context, a *archive.Archive, reason string, now time.Time) error {
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_sources"); err != nil || !has {
			return err
		}
		return tx.Exec(`UPDATE dateline_sources SET due = ?1 WHERE failures > 0 AND paused = 0 AND error LIKE '%' || ?2 || '%' AND due > ?1`, archive.FormatTime(now), reason)
	})
}

// nextDue returns when the next source is due, now at the earliest, without writing.
func nextDue(ctx context.Context, a *archive.Archive, now time.Time) (next time.Time, err error) {
	err = a.ReadTx(ctx, func(tx *archive.Tx) error {
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

// Done records the result of work on a claimed source, and with its Due the next poll. claimed
// is until when it was claimed: if the claim has expired and another process holds one, or the
// source was changed or removed, Done does nothing.
func Done(ctx context.Context, a *archive.Archive, s *Source, claimed time.Time) error {
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		return tx.Exec(`UPDATE dateline_sources SET due = ?, etag = ?, last_modified = ?, checked = ?, found = ?,
			waiting = ?, failures = ?, error = ?, notes = ? WHERE id = ? AND due = ?`,
			archive.FormatTime(s.Due), s.ETag, s.LastModified, archive.FormatTime(s.Checked), archive.FormatTime(s.Found),
			s.Waiting, s.Failures, s.Error, s.Notes, s.ID, archive.FormatTime(claimed))
	})
}

// Seen is a known item of a source.
type Seen struct {
	Key   uint64
	Mark  uint64 // hash of what was read; 0 if reading failed
	Tries int    // failed attempts
}

// SeenOf returns which items of a source are known, by their keys.
func SeenOf(ctx context.Context, a *archive.Archive, source int64, keys []uint64) (map[uint64]Seen, error) {
	seen := map[uint64]Seen{}
	err := a.ReadTx(ctx, func(tx *archive.Tx) error {
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

// Store stores documents together with the source items they come from, and what also writes. If
// the source was removed meanwhile, nothing is stored.
func Store(ctx context.Context, a *archive.Archive, source int64, docs []*archive.Packed, seen []Seen, also ...func(*archive.Tx) error) (result archive.PutResult, err error) {
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
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

// RecordFound records that a source had something new, in the transaction that stores it.
func RecordFound(tx *archive.Tx, source int64, at time.Time) error {
	return tx.Exec(`UPDATE dateline_sources SET found = ? WHERE id = ?`, archive.FormatTime(at), source)
}

// Redirect changes the address and kind of a claimed source. If the address is a source already,
// this one is deleted and taken is false.
func Redirect(ctx context.Context, a *archive.Archive, s *Source, claimed time.Time, address, kind string, now time.Time) (taken bool, err error) {
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
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
