package subscriptions

import (
	"context"
	"slices"
	"strings"

	"dateline/archive"
)

// Delivery is the content of a call, if it selects anything.
type Delivery struct {
	Articles []string            // ids of new articles, in order
	Removed  []string            // ids of articles once sent and since removed, in order of removal
	Selected map[string][]string // ids of the features of Articles that match, by article; filled in by the caller

	sent          map[string][]string // ids of the features of both that may have been sent, by article
	last, removal int64               // fid of the last article, number of the last change
}

// NextDelivery returns the first articles after those sent, and those of the latter removed since. If
// a call is pending, or failed, it returns the articles of that call.
func NextDelivery(ctx context.Context, a *archive.Archive, s *Subscription, most int) (*Delivery, error) {
	n := &Delivery{Selected: map[string][]string{}, sent: map[string][]string{}, last: max(s.Sent, s.Sending), removal: max(s.Removal, s.Removing)}
	return n, a.ReadTx(ctx, func(tx *archive.Tx) error {
		for r, err := range tx.Rows(`SELECT a.fid, a.id, t.features FROM articles a LEFT JOIN dateline_told t ON t.article = a.id AND t.subscription = ?4
			WHERE a.fid > ?1 AND (a.fid <= ?2 OR ?2 = 0) ORDER BY a.fid LIMIT ?3`, s.Sent, s.Sending, most, s.ID) {
			if err != nil {
				return err
			}
			n.Articles = append(n.Articles, r.Text(1))
			n.last = max(n.last, r.Int(0))
			n.sent[r.Text(1)] = strings.Fields(r.Text(2))
		}
		return n.findRemoved(tx, s, most)
	})
}

func (n *Delivery) findRemoved(tx *archive.Tx, s *Subscription, most int) error {
	newest := s.Removing
	for r, err := range tx.Rows(`SELECT coalesce(max(seq), 0) FROM dateline_changes`) {
		if err != nil {
			return err
		}
		if newest == 0 {
			newest = r.Int(0)
		}
	}
	for r, err := range tx.Rows(`SELECT c.seq, c.article, t.features`+removed("?1", "?2")+` AND c.seq <= ?3 ORDER BY c.seq LIMIT ?4`, s.ID, s.Removal, newest, most) {
		if err != nil {
			return err
		}
		n.Removed = append(n.Removed, r.Text(1))
		n.sent[r.Text(1)] = strings.Fields(r.Text(2))
		n.removal = r.Int(0)
	}
	if len(n.Removed) < most {
		n.removal = newest
	}
	return nil
}

// Withdrawn returns the ids of features that the subscriber may know and that no longer match.
func (n *Delivery) Withdrawn() []string {
	var all []string
	for _, articles := range [][]string{n.Articles, n.Removed} {
		for _, article := range articles {
			for _, id := range n.sent[article] {
				if !slices.Contains(n.Selected[article], id) {
					all = append(all, id)
				}
			}
		}
	}
	return all
}

// Begin records the content of a call before it is made: a repeated call sends the same, and
// whatever it may have sent is withdrawn when it is removed, even if the call fails.
func Begin(ctx context.Context, a *archive.Archive, s *Subscription, n *Delivery) error {
	s.Sending, s.Removing = n.last, n.removal
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.Exec(`UPDATE dateline_subscriptions SET telling = ? WHERE id = ?`, s.Sending, s.ID); err != nil {
			return err
		}
		if err := noteRemovals(tx, s); err != nil {
			return err
		}
		for _, article := range n.Articles {
			known := n.sent[article]
			for _, id := range n.Selected[article] {
				if !slices.Contains(known, id) {
					known = append(known, id)
				}
			}
			if err := n.recordSent(tx, s, article, known); err != nil {
				return err
			}
		}
		return nil
	})
}

// knownBy records that an article was sent to a subscriber.
func (n *Delivery) knownBy(tx *archive.Tx, s *Subscription) error {
	if err := noteRemovals(tx, s); err != nil {
		return err
	}
	for _, articles := range [][]string{n.Articles, n.Removed} {
		for _, article := range articles {
			if err := n.recordSent(tx, s, article, n.Selected[article]); err != nil {
				return err
			}
		}
	}
	return nil
}

func noteRemovals(tx *archive.Tx, s *Subscription) error {
	return tx.Exec(`INSERT INTO dateline_told_removals (subscription, told, telling) VALUES (?, ?, ?)
		ON CONFLICT (subscription) DO UPDATE SET told = excluded.told, telling = excluded.telling`, s.ID, s.Removal, s.Removing)
}

// recordSent records which features of an article were sent to a subscriber, unless recorded already.
func (n *Delivery) recordSent(tx *archive.Tx, s *Subscription, article string, features []string) (err error) {
	switch {
	case slices.Equal(features, n.sent[article]):
		return nil
	case len(features) == 0:
		err = tx.Exec(`DELETE FROM dateline_told WHERE subscription = ? AND article = ?`, s.ID, article)
	default:
		err = tx.Exec(`INSERT INTO dateline_told (subscription, article, features) VALUES (?, ?, ?)
			ON CONFLICT (subscription, article) DO UPDATE SET features = excluded.features`, s.ID, article, strings.Join(features, " "))
	}
	n.sent[article] = features
	return err
}
