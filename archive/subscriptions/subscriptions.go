// Package subscriptions stores, in an archive, who is notified of what comes in: a filter, an
// address to call, and the last article sent. The table is also the queue of calls, as that of
// archive/sources is of looks: a call that was begun and not answered is repeated.
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

// Subscription selects what is sent to whom. Times are zero for never.
type Subscription struct {
	ID         int64
	Name       string
	Collection string
	Within     string // a box, west,south,east,north, or a circle, lon,lat,km; this and the next two select, empty for all
	Datetime   string
	Filter     string // CQL2
	Address    string // called with the news
	Secret     string // signs the calls
	Every      time.Duration

	Due      time.Time
	Sent     int64     // fid of the newest article sent, or found not to match
	Sending  int64     // likewise of the call that is pending or failed; 0 if none
	Removal  int64     // number of the last article change up to which removals were sent (dateline_changes)
	Removing int64     // likewise of the call that is pending or failed; 0 if none
	Called   time.Time // last successful call
	Failures int       // consecutive failed calls
	Error    string    // of the last call; empty if it succeeded
}

// Errors of names.
var (
	ErrUnknown = errors.New("no such subscription; dateline subscription list lists them")
	ErrTaken   = errors.New("a subscription of that name already exists; remove it first, or choose another name")
)

const columns = `id, name, collection, bbox, datetime, filter, address, secret, every, due, told, telling, called, failures, error`

func read(r archive.Row) Subscription {
	return Subscription{
		ID: r.Int(0), Name: r.Text(1), Collection: r.Text(2), Within: r.Text(3), Datetime: r.Text(4), Filter: r.Text(5), Address: r.Text(6), Secret: r.Text(7),
		Every: time.Duration(r.Int(8)) * time.Second, Due: r.Time(9), Sent: r.Int(10), Sending: r.Int(11), Called: r.Time(12), Failures: int(r.Int(13)), Error: r.Text(14),
	}
}

// Add adds a subscription to everything that comes from now on.
func Add(ctx context.Context, a *archive.Archive, s Subscription) error {
	err := a.WriteTx(ctx, func(tx *archive.Tx) error {
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

// Copy copies subscriptions into an empty archive.
func Copy(from, to *archive.Tx) error {
	return errors.Join(to.MakeTables(tables), archive.CopyTable(from, to, "dateline_subscriptions", columns, ""),
		archive.CopyTable(from, to, "dateline_told", "subscription, article, features", ""))
}

// All returns the subscriptions in the order they were added.
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

// look reads, if there are subscriptions.
func look(ctx context.Context, a *archive.Archive, do func(*archive.Tx) error) error {
	return a.ReadTx(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_subscriptions"); err != nil || !has {
			return err
		}
		return do(tx)
	})
}

// Remove deletes a subscription.
func Remove(ctx context.Context, a *archive.Archive, name string) error {
	err := a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		for r, err := range tx.Rows(`DELETE FROM dateline_subscriptions WHERE name = ?1 RETURNING id`, name) {
			if err != nil {
				return err
			}
			return errors.Join(
				tx.Exec(`DELETE FROM dateline_told WHERE subscription = ?1`, r.Int(0)),
				tx.Exec(`DELETE FROM dateline_told_removals WHERE subscription = ?1`, r.Int(0)))
		}
		return ErrUnknown
	})
	if errors.Is(err, ErrUnknown) {
		return ErrUnknown
	}
	return err
}
