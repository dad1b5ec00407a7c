package archive

import (
	"context"
	"errors"
	"sync"

	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// writer stores documents through a connection of its own.
type writer struct {
	*tables
	mu       sync.Mutex
	conn     *sqlite3.Conn // nil after close
	identity identity
	packer   *packer
	article  *rowWriter
	document *rowWriter
	part     [rows.Parts]*rowWriter
	place    *rowWriter
	contents *rowWriter
	known    map[string]rows.PlaceNames // what the gazetteer said of places
	adopted  int                        // the last change up to which no edit of the file is left to be adopted
	refused  []error                    // edits that no correction can say, for Adopt
}

func (t *tables) newWriter(path string) (w *writer, err error) {
	conn, err := t.connect(path, readWrite)
	if err != nil {
		return nil, err
	}
	w = &writer{tables: t, conn: conn, known: map[string]rows.PlaceNames{}}
	if w.packer, err = newPacker(); err != nil {
		return nil, err
	}
	if err := errors.Join(w.prepare(), w.fillCopies()); err != nil {
		_ = w.close(false) // the first error says more
		return nil, err
	}
	return w, nil
}

func (w *writer) prepare() error {
	err := w.conn.Exec(setUpWriter)
	if err != nil {
		return err
	}
	type prepared struct {
		to  **rowWriter
		sql string
	}
	all := []prepared{{&w.article, w.tables.articles.insert()}, {&w.document, insertDocument}, {&w.place, w.tables.places.upsert()}, {&w.contents, updateContents}}
	for i, part := range w.tables.parts {
		all = append(all, prepared{&w.part[i], part.insert()})
	}
	for _, s := range all {
		statement, err := prepare(w.conn, s.sql)
		if err != nil {
			return err
		}
		*s.to = newRowWriter(statement)
	}
	return w.identity.prepare(w.conn)
}

// change has do change the documents of an archive in one transaction.
func (w *writer) change(ctx context.Context, do func(*batch) error) (s Stored, err error) {
	err = w.transact(ctx, func() error {
		s, err = w.inBatch(do)
		return err
	})
	return s, err
}

// transact calls do in a transaction, which counts when do returns nil.
func (w *writer) transact(ctx context.Context, do func() error) (err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	defer interruptible(ctx, w.conn, &err)()
	transaction, err := w.conn.BeginImmediate()
	if err != nil {
		return err
	}
	defer transaction.End(&err)
	return do()
}

// inBatch has do change documents within a transaction.
func (w *writer) inBatch(do func(*batch) error) (s Stored, err error) {
	b := newBatch(w)
	if err := w.conn.Exec(beginWriting); err != nil {
		return s, err
	}
	if b.before, err = w.newest(); err != nil {
		return s, err
	}
	b.after = b.before
	if err := b.adopt(); err != nil {
		return s, err
	}
	if err := do(b); err != nil {
		return s, err
	}
	if err := errors.Join(b.finish(), w.conn.Exec(endWriting)); err != nil {
		return s, err
	}
	b.after, err = w.newest()
	b.PutResult.Places = max(0, b.after.places-b.before.places)
	return b.Stored, err
}

// newest returns what is in the file.
func (w *writer) newest() (newest, error) {
	n, err := selectIntegers(w.conn, selectNewest, 3+rows.Parts)
	if err != nil {
		return newest{}, err
	}
	return newest{articles: n[0], changes: n[1], places: n[2], parts: [rows.Parts]int(n[3:])}, nil
}

func (w *writer) close(keepJournal bool) error {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	if !keepJournal {
		_ = w.conn.Exec(bringHome)       // a plain copy is whole from now on, even where
		_ = w.conn.Exec(tearDownArchive) // this fails: others use the file, who then do it
	}
	err := disconnect(w.conn, keepJournal)
	w.conn = nil
	return err
}
