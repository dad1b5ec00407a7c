package archive

import (
	"context"
	"fmt"
	"time"

	"dateline/document"
)

// Removal says which articles to remove, and records who did it.
type Removal struct {
	Articles []string // ids
	By, Why  string   // may be empty
	Forever  bool     // the texts are not kept for Undo
}

// Removed is the result of Remove or Undo.
type Removed struct {
	Articles int
	Unknown  []string // ids of no article, or of one that can't be restored
	*Stored           // for Read
}

// UndoTime is how long a removal can be undone.
const UndoTime = 30 * 24 * time.Hour

const (
	selectRemoval  = `SELECT count(*) FROM dateline_removed WHERE article = ?1`
	updateRemoved  = `UPDATE dateline_removed SET at = ?2, by = ?3, why = ?4 WHERE article = ?1`
	forgetText     = `UPDATE dateline_removed SET hash = NULL, body = NULL WHERE article = ?1`
	forgetHistory  = `DELETE FROM dateline_revisions WHERE article = ?1`
	selectExpired  = `SELECT article FROM dateline_removed WHERE body IS NOT NULL AND at < ?1`
	selectKept     = `SELECT hash, body FROM dateline_removed WHERE article = ?1 AND body IS NOT NULL`
	overwrite      = `PRAGMA secure_delete = ON`
	emptyJournal   = `PRAGMA wal_checkpoint(TRUNCATE)`
	selectRemovals = `SELECT article, at, by, why, body IS NOT NULL FROM dateline_removed ORDER BY at DESC, article`
)

// Remove deletes articles with everything found in them, in one transaction. A tombstone keeps
// each from being added again; for UndoTime it also holds the text, unless Forever: then the
// file's copy is overwritten.
func (a *Archive) Remove(ctx context.Context, r Removal) (done Removed, err error) {
	done.Stored, err = a.edit(ctx, func(b *batch) error {
		done.Articles, done.Unknown = 0, nil
		if sql := b.dialect().overwrite; sql != "" {
			if err := run(b, sql); err != nil {
				return err
			}
		}
		for _, id := range r.Articles {
			if err := b.remove(id, &r, &done); err != nil {
				return err
			}
		}
		return b.expire()
	})
	if err == nil {
		err = a.forgetRemoved(r.Forever)
	}
	return done, err
}

func (b *batch) remove(id string, r *Removal, done *Removed) error {
	_, isThere, err := first(b, selectHash, id)
	if err != nil {
		return err
	}
	_, isRemoved, err := first(b, selectIsRemoved, id)
	switch {
	case err != nil:
		return err
	case isThere:
		if err := b.deleteRows(id); err != nil {
			return err
		}
		b.steps = append(b.steps, step{removed: id})
	case !isRemoved || !r.Forever:
		done.Unknown = append(done.Unknown, id)
		return nil
	}
	done.Articles++
	if err := run(b, updateRemoved, id, now(), r.By, r.Why); err != nil {
		return err
	}
	if !r.Forever {
		return nil
	}
	return b.forget(id)
}

// forget deletes what was kept of an article to undo its removal.
func (b *batch) forget(id string) error {
	if err := run(b, forgetText, id); err != nil {
		return err
	}
	return run(b, forgetHistory, id)
}

// expire forgets the removals that are too old to be undone.
func (b *batch) expire() error {
	ids, err := texts(b, selectExpired, time.Now().Add(-UndoTime).UTC().Format(timeLayout))
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := b.forget(id); err != nil {
			return err
		}
	}
	return nil
}

// Undo restores removed articles.
func (a *Archive) Undo(ctx context.Context, articles []string) (done Removed, err error) {
	done.Stored, err = a.edit(ctx, func(b *batch) error {
		done.Articles, done.Unknown = 0, nil
		for _, id := range articles {
			d, err := b.read(selectKept, id)
			if err != nil {
				return fmt.Errorf("restoring article %q: %w", id, err)
			}
			if d == nil {
				done.Unknown = append(done.Unknown, id)
				continue
			}
			if err := b.bringBack(d); err != nil {
				return err
			}
			done.Articles++
		}
		return nil
	})
	return done, err
}

func (b *batch) bringBack(d *document.Document) error {
	p, err := b.tables.pack(b.packer, d)
	if err != nil {
		return err
	}
	if err := run(b, deleteRemoved, d.ID); err != nil {
		return err
	}
	return b.addRows("", p)
}

// Tombstone is what remains of a removed article.
type Tombstone struct {
	Article string `json:"id"`
	At      string `json:"at"` // RFC 3339
	By      string `json:"by,omitempty"`
	Why     string `json:"why,omitempty"`
	Undo    bool   `json:"undo"` // whether it can be restored
}

// Tombstones returns what was removed, most recent first.
func (a *Archive) Tombstones() (all []Tombstone, err error) {
	err = a.readTx(context.Background(), func(c connection) error {
		for r, err := range c.rows(selectRemovals) {
			if err != nil {
				return err
			}
			all = append(all, Tombstone{r.Text(0), r.Text(1), r.Text(2), r.Text(3), r.Int(4) != 0})
		}
		return nil
	})
	return all, err
}

// Revision is an earlier text of an article.
type Revision struct {
	Number   int                `json:"number"` // 1 is the first text
	Until    string             `json:"until"`  // when the next was stored, RFC 3339
	Document *document.Document `json:"document"`
}

const selectRevisions = `SELECT number, until, hash, body FROM dateline_revisions WHERE article = ?1 ORDER BY number`

// Revisions returns the earlier texts of an article in order.
func (a *Archive) Revisions(article string) (all []Revision, err error) {
	err = a.readTx(context.Background(), func(c connection) error {
		var bad error
		for r, err := range c.rows(selectRevisions, article) {
			if err != nil {
				return err
			}
			v := Revision{Number: int(r.Int(0)), Until: r.Text(1)}
			d, err := a.packer.unpack(r.Bytes(2), r.Bytes(3))
			if v.Document = d; err != nil && bad == nil {
				bad = a.damaged(article, err)
			}
			all = append(all, v)
		}
		return bad
	})
	return all, err
}

// edit changes documents in one transaction.
func (a *Archive) edit(ctx context.Context, do func(*batch) error) (*Stored, error) {
	var stored Stored
	err := a.write(func(e engine) error {
		return e.writeTx(ctx, func(t transaction) (err error) {
			stored, err = a.inBatch(t, do)
			stored.by = e
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return &stored, nil
}

// forgetRemoved removes what was removed from the files beside the archive: the snapshot and,
// where it was forever, the journal.
func (a *Archive) forgetRemoved(forever bool) error {
	if !a.IsFile() {
		return nil
	}
	if forever {
		if err := a.writeFile(func(s *session) error { return s.writer.emptyJournal() }); err != nil {
			return err
		}
	}
	return explain(a.path, a.dropSnapshot())
}

// emptyJournal checkpoints the journal and truncates it, as far as readers allow.
func (w *writer) emptyJournal() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return ErrClosed
	}
	return w.conn.Exec(emptyJournal)
}
