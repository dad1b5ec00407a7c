package atlas

import (
	"context"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// writer stores documents through a connection of its own.
type writer struct {
	mu       sync.Mutex
	conn     *sqlite3.Conn // nil after close
	known    *sqlite3.Stmt
	article  *insertion
	document *insertion
	mention  *insertion
	front    *insertion
	place    *insertion
	contents *insertion
}

func newWriter(path string) (*writer, error) {
	conn, err := connect(path)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: conn}
	if err := w.prepare(); err != nil {
		_ = w.close() // the first error is the one that says more
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
		to  **insertion
		sql string
	}{
		{&w.article, insertArticle}, {&w.document, insertDocument}, {&w.mention, insertMention},
		{&w.front, insertFront}, {&w.place, upsertPlace}, {&w.contents, updateContents},
	} {
		statement, err := prepare(w.conn, s.sql)
		if err != nil {
			return err
		}
		*s.to = &insertion{statement: statement}
	}
	w.known, err = prepare(w.conn, selectKnown)
	return err
}

// put stores documents in one transaction.
func (w *writer) put(ctx context.Context, docs []packed) (result PutResult, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return result, errClosed
	}
	if err := ctx.Err(); err != nil || len(docs) == 0 {
		return result, err
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
		return result, err
	}
	defer transaction.End(&err)
	return w.putAll(docs)
}

func (w *writer) putAll(docs []packed) (PutResult, error) {
	places, err := w.lastPlace()
	if err != nil {
		return PutResult{}, err
	}
	b := newBatch(w)
	for i := range docs {
		if err := b.putDocument(&docs[i]); err != nil {
			return PutResult{}, err
		}
	}
	if err := b.finish(); err != nil {
		return PutResult{}, err
	}
	last, err := w.lastPlace()
	b.result.Places = last - places
	return b.result, err
}

// lastPlace returns the fid of the newest place, which is how many there are.
func (w *writer) lastPlace() (int, error) {
	last, err := selectIntegers(w.conn, selectLastPlace, 1)
	if err != nil {
		return 0, err
	}
	return last[0], nil
}

// isKnown reports whether an article with the id is in.
func (w *writer) isKnown(id string) (bool, error) {
	if err := w.known.BindText(1, id); err != nil {
		return false, err
	}
	known := w.known.Step()
	return known, w.known.Reset()
}

func (w *writer) close() error {
	if w == nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	_ = w.conn.Exec(tearDownArchive) // fails where others use the file, who then do it
	err := disconnect(w.conn)
	w.conn = nil
	return err
}
