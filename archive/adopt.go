package archive

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dateline/document/correction"
)

// selectEditedRows lists the articles whose rows were edited in the file after a change.
const selectEditedRows = `SELECT a.id FROM dateline_changes c JOIN articles a ON a.id = c.article JOIN dateline_documents d ON d.fid = a.fid
  WHERE c.seq > ?1 AND d.rows < -1 ORDER BY c.seq`

// editor is the author of corrections made from edits of the file.
const editor = "an edit of the file"

// Adopt turns edits and deletions made in the file's layers, by a GIS program, into corrections:
// they then survive a new reading of the article, are shown in it, and can be undone. An edit
// that no correction can express is reverted; refused says why, for all edits adopted since the
// last call. One call adopts the edits of 10 articles, so that other writers get their turn, and
// reports whether more are left. It costs next to nothing where nothing was edited, and does
// nothing while another process writes, as a writer adopts edits first.
func (a *Archive) Adopt(ctx context.Context) (refused []error, more bool, err error) {
	if !a.IsFile() {
		return nil, false, nil
	}
	err = a.useFile(func(s *session) error {
		w := s.writer
		if w == nil || !w.mu.TryLock() {
			return nil
		}
		edited, err := w.edited()
		w.mu.Unlock()
		if err == nil && len(edited) > 0 {
			err = w.writeTx(ctx, func(t transaction) error {
				_, err := a.inBatch(t, func(b *batch) error {
					more = len(b.edited) > 0
					return nil
				})
				return err
			})
		}
		refused = w.takeRefused()
		return err
	})
	return refused, more, err
}

// AdoptAll calls Adopt until nothing is left. Other writers get their turn in between.
func (a *Archive) AdoptAll(ctx context.Context) (refused []error, err error) {
	for {
		some, more, err := a.Adopt(ctx)
		refused = append(refused, some...)
		if err != nil || !more {
			return refused, err
		}
		select {
		case <-ctx.Done():
			return refused, ctx.Err()
		case <-time.After(longestPause):
		}
	}
}

func (w *writer) takeRefused() []error {
	w.mu.Lock()
	defer w.mu.Unlock()
	refused := w.refused
	w.refused = nil
	return refused
}

func (w *writer) refuse(edits []error) { w.refused = append(w.refused, edits...) }

// edited returns the articles whose rows were edited since it last returned none.
func (w *writer) edited() ([]string, error) {
	if w.conn == nil {
		return nil, ErrClosed
	}
	newest, err := selectIntegers(w.conn, selectNewestChange, 1)
	if err != nil || newest[0] == w.adopted {
		return nil, err
	}
	all, err := texts(w, selectEditedRows, w.adopted)
	if err == nil && len(all) == 0 {
		w.adopted = newest[0]
	}
	return all, err
}

// adoptedAtOnce is the number of articles whose edits one transaction adopts. Each takes some 5
// ms; a waiting writer waits for one such transaction and then adopts as many itself: a tenth of
// a second in all, a second when ten others compete for the processor.
const adoptedAtOnce = 10

// adopt saves edits made in the file before a batch changes anything: of the first articles, and
// of any other whose rows are about to be deleted.
func (b *batch) adopt() error {
	all, err := b.transaction.edited()
	if err != nil || len(all) == 0 {
		return err
	}
	b.edited = map[string]bool{}
	for _, id := range all {
		b.edited[id] = true
	}
	err = b.remake(all[:min(len(all), adoptedAtOnce)])
	b.PutResult = PutResult{} // nothing was put
	return err
}

// adoptThese adopts the edits of the articles that a new correction concerns, before the
// correction is stored: edits are told apart by comparing rows with what the earlier corrections
// give.
func (b *batch) adoptThese(articles []string) error {
	edited := slices.DeleteFunc(slices.Clone(articles), func(id string) bool { return !b.edited[id] })
	put := b.PutResult
	err := b.remake(edited)
	b.PutResult = put
	return err
}

// adoptArticle saves the edits in an article's rows before they are deleted.
func (b *batch) adoptArticle(id string) error {
	if !b.edited[id] {
		return nil
	}
	delete(b.edited, id)
	refused, err := b.adoptRows(id)
	b.refuse(refused)
	return err
}

func (b *batch) adoptRows(id string) (refused []error, err error) {
	d, err := b.read(selectDocument, id)
	if d == nil || err != nil {
		return nil, err
	}
	all, err := correctionsOf(b, d)
	if err != nil {
		return nil, err
	}
	shown, _ := correction.Apply(d, all)
	edits, err := b.editsOf(shown)
	if err != nil {
		return nil, err
	}
	for _, r := range edits {
		r.By = editor
		c, err := r.In(shown, nil)
		if err != nil {
			refused = append(refused, fmt.Errorf("the edit of %s %s in the file was not adopted: %w", r.Of, r.Feature, err))
			continue
		}
		if c.At == "" {
			c.At = now()
		}
		if err := b.insertCorrection(&c); err != nil {
			return refused, err
		}
	}
	return refused, nil
}
