// Package subscriptions keeps in an archive who is to be told of what comes: a filter,
// an address to call, and up to which article it was told of. The table is the queue of
// calls too, as that of archive/sources is of looks: a call that was begun and not
// answered is made again.
package subscriptions

import (
	"context"
	_ "embed" // tables.sql
	"errors"
	"time"

	"dateline/archive"
)

//go:embed tables.sql
var tables string

// Subscription says what somebody is to be told of. Times are zero for never.
type Subscription struct {
	ID         int64
	Name       string
	Collection string
	Within     string // a box, west,south,east,north, or a circle, lon,lat,km; this and the next two select, empty for all
	Datetime   string
	Filter     string // CQL2
	Address    string // that is called
	Secret     string // that calls are signed with
	Every      time.Duration

	Due      time.Time
	Told     int64     // fid of the newest article that was told of, or needed not to be
	Telling  int64     // the same of the call that is under way, or failed; 0 for none
	Called   time.Time // last with success
	Failures int       // calls in a row that failed
	Error    string    // of the last call; empty when it went well
}

// Errors of names.
var (
	ErrUnknown = errors.New("there is no such subscription; dateline subscription list shows all")
	ErrTaken   = errors.New("there is a subscription of that name; remove it first, or choose another name")
)

const columns = `id, name, collection, bbox, datetime, filter, address, secret, every, due, told, telling, called, failures, error`

func read(r archive.Row) Subscription {
	return Subscription{
		ID: r.Int(0), Name: r.Text(1), Collection: r.Text(2), Within: r.Text(3), Datetime: r.Text(4), Filter: r.Text(5), Address: r.Text(6), Secret: r.Text(7),
		Every: time.Duration(r.Int(8)) * time.Second, Due: r.Time(9), Told: r.Int(10), Telling: r.Int(11), Called: r.Time(12), Failures: int(r.Int(13)), Error: r.Text(14),
	}
}

// Add adds a subscription to what comes from now on.
func Add(ctx context.Context, a *archive.Archive, s Subscription) error {
	err := a.Change(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		for _, err := range tx.Rows(`SELECT 1 FROM dateline_subscriptions WHERE name = ?`, s.Name) {
			return errors.Join(err, ErrTaken)
		}
		return tx.Exec(`INSERT INTO dateline_subscriptions (`+columns+`)
			VALUES ((SELECT coalesce(max(id), 0) + 1 FROM dateline_subscriptions), ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(fid), 0) FROM articles), 0, '', 0, '')`,
			s.Name, s.Collection, s.Within, s.Datetime, s.Filter, s.Address, s.Secret, int64(s.Every/time.Second), archive.FormatTime(s.Due))
	})
	if errors.Is(err, ErrTaken) {
		return ErrTaken
	}
	return err
}

// Copy copies the subscriptions of an archive into an empty one.
func Copy(from, to *archive.Tx) error {
	return errors.Join(to.MakeTables(tables), archive.CopyTable(from, to, "dateline_subscriptions", columns, ""))
}

// All returns the subscriptions in the order in which they were added.
func All(ctx context.Context, a *archive.Archive) (all []Subscription, err error) {
	err = look(ctx, a, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`SELECT ` + columns + ` FROM dateline_subscriptions ORDER BY id`) {
			if err != nil {
				return err
			}
			all = append(all, read(r))
		}
		return nil
	})
	return all, err
}

// look reads where there are subscriptions.
func look(ctx context.Context, a *archive.Archive, do func(*archive.Tx) error) error {
	return a.Look(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_subscriptions"); err != nil || !has {
			return err
		}
		return do(tx)
	})
}

// Remove forgets a subscription.
func Remove(ctx context.Context, a *archive.Archive, name string) error {
	found, err := a.Delete(ctx, "dateline_subscriptions", "name", name)
	if err == nil && !found {
		return ErrUnknown
	}
	return err
}

// Claim takes the subscription that has been due for longest and of which there may be
// news, until when the work on it is given up for lost; nil where there is none.
func Claim(ctx context.Context, a *archive.Archive, now, until time.Time) (claimed *Subscription, err error) {
	if due, err := anyDue(ctx, a, now); err != nil || !due {
		return nil, err
	}
	err = a.Change(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`UPDATE dateline_subscriptions SET due = ?2 WHERE id = (SELECT id`+isDue(tx)+`) RETURNING `+columns, archive.FormatTime(now), archive.FormatTime(until)) {
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

// anyDue reports whether Claim would take one, without writing.
func anyDue(ctx context.Context, a *archive.Archive, now time.Time) (due bool, err error) {
	err = look(ctx, a, func(tx *archive.Tx) error {
		for _, err := range tx.Rows(`SELECT 1`+isDue(tx), archive.FormatTime(now)) {
			if err != nil {
				return err
			}
			due = true
		}
		return nil
	})
	return due, err
}

// ClaimNext is Claim, and calls do with the id in the transaction that takes it.
func ClaimNext(ctx context.Context, a *archive.Archive, now, until time.Time, do func(*archive.Tx, int64) error) (claimed bool, err error) {
	if due, err := anyDue(ctx, a, now); err != nil || !due {
		return false, err
	}
	err = a.Change(ctx, func(tx *archive.Tx) error {
		id := int64(0)
		for r, err := range tx.Rows(`UPDATE dateline_subscriptions SET due = ?2 WHERE id = (SELECT id`+isDue(tx)+`) RETURNING id`, archive.FormatTime(now), archive.FormatTime(until)) {
			if err != nil {
				return err
			}
			id = r.Int(0)
		}
		if claimed = id != 0; !claimed {
			return nil
		}
		return do(tx, id)
	})
	return claimed, err
}

// ClaimOne takes a subscription, due or not, as Claim does; nil where it is there no more.
func ClaimOne(ctx context.Context, a *archive.Archive, id int64, until time.Time) (claimed *Subscription, err error) {
	err = a.Change(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`UPDATE dateline_subscriptions SET due = ? WHERE id = ? RETURNING `+columns, archive.FormatTime(until), id) {
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

// isDue selects the subscription to be looked at next, ?1 being now: also where the clock
// was set back, and it would not be due for twice as long as it ever waits.
func isDue(tx *archive.Tx) string {
	return ` FROM dateline_subscriptions WHERE (due <= ?1 OR due > ` + tx.Later("?1", "2 * CASE WHEN every > 86400 THEN every ELSE 86400 END") + `)
		AND told < (SELECT max(fid) FROM articles) ORDER BY due, id LIMIT 1`
}

// News returns the ids of the first articles that came after those that were told of, and
// the fid of the last of them. Where a call is under way, or failed, they are those of it.
func News(ctx context.Context, a *archive.Archive, s *Subscription, most int) (articles []string, last int64, err error) {
	last = max(s.Told, s.Telling)
	err = a.Look(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`SELECT fid, id FROM articles WHERE fid > ?1 AND (fid <= ?2 OR ?2 = 0) ORDER BY fid LIMIT ?3`, s.Told, s.Telling, most) {
			if err != nil {
				return err
			}
			articles = append(articles, r.Text(1))
			last = max(last, r.Int(0))
		}
		return nil
	})
	return articles, last, err
}

// Begin notes up to which article a call tells, before it is made: made again, it tells of
// the same.
func Begin(ctx context.Context, a *archive.Archive, s *Subscription, last int64) error {
	s.Telling = last
	return a.Change(ctx, func(tx *archive.Tx) error {
		return tx.Exec(`UPDATE dateline_subscriptions SET telling = ? WHERE id = ?`, last, s.ID)
	})
}

// Done says what became of a subscription that was claimed until a time: up to which
// article it was told, and when it is due again. Where another has claimed it, or it was
// removed, nothing is done.
func Done(ctx context.Context, a *archive.Archive, s *Subscription, claimed time.Time) error {
	return a.Change(ctx, func(tx *archive.Tx) error {
		return tx.Exec(`UPDATE dateline_subscriptions SET due = ?, told = ?, telling = ?, called = ?, failures = ?, error = ? WHERE id = ? AND due = ?`,
			archive.FormatTime(s.Due), s.Told, s.Telling, archive.FormatTime(s.Called), s.Failures, s.Error, s.ID, archive.FormatTime(claimed))
	})
}
