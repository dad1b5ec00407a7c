package subscriptions

import (
	"context"
	"time"

	"dateline/archive"
)

// Claim claims the subscription that has been due longest and may have news, until a time after
// which the work on it counts as abandoned; nil if there is none. also runs in the same
// transaction.
func Claim(ctx context.Context, a *archive.Archive, now, until time.Time, also ...func(*archive.Tx, int64) error) (claimed *Subscription, err error) {
	if due, err := anyDue(ctx, a, now); err != nil || !due {
		return nil, err
	}
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		claimed, err = claim(tx, `id = (SELECT id`+isDue(tx, true)+`)`, archive.FormatTime(now), archive.FormatTime(until))
		if err != nil || claimed == nil {
			return err
		}
		for _, do := range also {
			if err := do(tx, claimed.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return claimed, err
}

// ClaimOne claims a subscription, due or not, as Claim does; nil if it no longer exists.
func ClaimOne(ctx context.Context, a *archive.Archive, id int64, until time.Time) (claimed *Subscription, err error) {
	err = a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		claimed, err = claim(tx, `id = ?1`, id, archive.FormatTime(until))
		return err
	})
	return claimed, err
}

// claim claims until ?2 the subscription that the condition on ?1 selects; nil if none.
func claim(tx *archive.Tx, condition string, args ...any) (claimed *Subscription, err error) {
	for r, err := range tx.Rows(`UPDATE dateline_subscriptions SET due = ?2 WHERE `+condition+` RETURNING `+columns, args...) {
		if err != nil {
			return nil, err
		}
		s := read(r)
		claimed = &s
	}
	if claimed == nil {
		return nil, nil
	}
	for r, err := range tx.Rows(`SELECT told, telling FROM dateline_told_removals WHERE subscription = ?1`, claimed.ID) {
		if err != nil {
			return nil, err
		}
		claimed.Removal, claimed.Removing = r.Int(0), r.Int(1)
	}
	return claimed, nil
}

// anyDue reports whether Claim would take one, without writing.
func anyDue(ctx context.Context, a *archive.Archive, now time.Time) (due bool, err error) {
	err = look(ctx, a, func(tx *archive.Tx) error {
		has, err := tx.Has("dateline_told_removals")
		for _, err := range tx.Rows(`SELECT 1`+isDue(tx, has), archive.FormatTime(now)) {
			if err != nil {
				return err
			}
			due = true
		}
		return err
	})
	return due, err
}

// Retry makes failed calls due at once.
func Retry(ctx context.Context, a *archive.Archive, reason string, now time.Time) error {
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		if has, err := tx.Has("dateline_subscriptions"); err != nil || !has {
			return err
		}
		return tx.Exec(`UPDATE dateline_subscriptions SET due = ?1 WHERE failures > 0 AND error LIKE '%' || ?2 || '%' AND due > ?1`, archive.FormatTime(now), reason)
	})
}

// isDue selects the next due subscription, ?1 being now. If the clock was set back, one is also
// due when its due time is more than twice the longest interval ahead. Removals are considered
// if the tables of what was sent exist.
func isDue(tx *archive.Tx, removals bool) string {
	news := `told < (SELECT max(fid) FROM articles)`
	if removals {
		news += ` OR EXISTS (SELECT 1` + removed("dateline_subscriptions.id", "coalesce((SELECT r.told FROM dateline_told_removals r WHERE r.subscription = dateline_subscriptions.id), 0)") + `)`
	}
	return ` FROM dateline_subscriptions WHERE (due <= ?1 OR due > ` + tx.Later("?1", "2 * CASE WHEN every > 86400 THEN every ELSE 86400 END") + `)
		AND (` + news + `) ORDER BY due, id LIMIT 1`
}

// removed selects the articles sent to a subscriber and removed after a change. The cross join
// makes SQLite start from the changes.
func removed(subscription, after string) string {
	return ` FROM dateline_changes c CROSS JOIN dateline_told t WHERE t.article = c.article AND t.subscription = ` + subscription + ` AND c.seq > ` + after + `
		AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = c.article)`
}

// Done records the result of a call made for a claim that lasts until a time: when the
// subscription is due next, and what was sent, nil if the call failed. If another process has
// claimed it, or it was removed, Done does nothing.
func Done(ctx context.Context, a *archive.Archive, s *Subscription, claimed time.Time, sent *Delivery) error {
	if sent != nil {
		s.Sent, s.Sending, s.Removal, s.Removing = sent.last, 0, sent.removal, 0
	}
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		still := false
		for _, err := range tx.Rows(`UPDATE dateline_subscriptions SET due = ?, told = ?, telling = ?, called = ?, failures = ?, error = ? WHERE id = ? AND due = ? RETURNING 1`,
			archive.FormatTime(s.Due), s.Sent, s.Sending, archive.FormatTime(s.Called), s.Failures, s.Error, s.ID, archive.FormatTime(claimed)) {
			if err != nil {
				return err
			}
			still = true
		}
		if !still || sent == nil {
			return nil
		}
		return sent.knownBy(tx, s)
	})
}
