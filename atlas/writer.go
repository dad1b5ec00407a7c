package atlas

import (
	"context"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// writer stores documents through a connection of its own.
type writer struct {
	*tables
	mu       sync.Mutex
	conn     *sqlite3.Conn // nil after close
	known    *sqlite3.Stmt
	article  *rowWriter
	document *rowWriter
	mention  *rowWriter
	front    *rowWriter
	place    *rowWriter
	contents *rowWriter
}

func (t *tables) newWriter(path string) (*writer, error) {
	conn, err := t.connect(path, readWrite)
	if err != nil {
		return nil, err
	}
	w := &writer{tables: t, conn: conn}
	if err := w.prepare(); err != nil {
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
	for _, s := range []struct {
		to  **rowWriter
		sql string
	}{
		{&w.article, w.tables.articles.insert()}, {&w.document, insertDocument}, {&w.mention, w.tables.mentions.insert()},
		{&w.front, w.tables.fronts.insert()}, {&w.place, w.tables.places.upsert()}, {&w.contents, updateContents},
	} {
		statement, err := prepare(w.conn, s.sql)
		if err != nil {
			return err
		}
		*s.to = newRowWriter(statement)
	}
	w.known, err = prepare(w.conn, selectKnown)
	return err
}

// put stores documents in one transaction.
func (w *writer) put(ctx context.Context, docs []*Packed) (s stored, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return s, errClosed
	}
	if err := ctx.Err(); err != nil || len(docs) == 0 {
		return s, err
	}
	w.conn.SetInterrupt(ctx)
	defer w.conn.SetInterrupt(context.Background())
	defer func() {
		if err != nil && ctx.Err() != nil {
			err = ctx.Err()
		}
	}()
	transaction, err := w.conn.BeginImmediate()
	if err != nil {
		return s, err
	}
	defer transaction.End(&err)
	return w.putAll(docs)
}

func (w *writer) putAll(docs []*Packed) (stored, error) {
	b := newBatch(w)
	var err error
	if b.before, err = w.newest(); err != nil {
		return stored{}, err
	}
	for i := range docs {
		if err := b.putDocument(docs[i]); err != nil {
			return stored{}, err
		}
	}
	if err := b.finish(); err != nil {
		return stored{}, err
	}
	b.after, err = w.newest()
	b.result.Places = b.after.places - b.before.places
	return b.stored, err
}

// newest returns what is in the file.
func (w *writer) newest() (newest, error) {
	n, err := selectIntegers(w.conn, selectNewest, 4)
	if err != nil {
		return newest{}, err
	}
	return newest{n[0], n[1], n[2], n[3]}, nil
}

// isKnown reports whether an article with the id is in.
func (w *writer) isKnown(id string) (bool, error) {
	if err := w.known.BindText(1, id); err != nil {
		return false, err
	}
	known := w.known.Step()
	return known, w.known.Reset()
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
		_ = w.conn.Exec(tearDownArchive) // fails where others use the file, who then do it
	}
	err := disconnect(w.conn, keepJournal)
	w.conn = nil
	return err
}
