package archive

import (
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// fetcher reads documents one by one through a connection of its own. It is safe
// for concurrent use.
type fetcher struct {
	mu   sync.Mutex
	conn *sqlite3.Conn // nil after close
	body *sqlite3.Stmt
}

func (t *tables) newFetcher(path string, a access) (*fetcher, error) {
	conn, err := t.connect(path, a)
	if err != nil {
		return nil, err
	}
	f := &fetcher{conn: conn}
	if f.body, err = prepare(conn, selectDocument); err != nil {
		_ = f.close(false) // the first error says more
		return nil, err
	}
	return f, nil
}

// document returns the hash and the compressed JSON of a document, and whether
// there is one.
func (f *fetcher) document(id string) (hash, body []byte, found bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return nil, nil, false, ErrClosed
	}
	if err := f.body.BindText(1, id); err != nil {
		return nil, nil, false, err
	}
	if found = f.body.Step(); found {
		hash, body = f.body.ColumnBlob(0, nil), f.body.ColumnBlob(1, nil)
	}
	return hash, body, found, f.body.Reset()
}

// texts returns the first column of all rows that a query gives.
func (f *fetcher) texts(sql string, values ...string) (all []string, err error) {
	err = f.each(sql, func(r *rowReader) { all = append(all, r.text()) }, values...)
	return all, err
}

// each calls do for each row that a query gives, which has texts as its values.
func (f *fetcher) each(sql string, do func(*rowReader), values ...string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return ErrClosed
	}
	statement, _, err := f.conn.Prepare(sql)
	if err != nil {
		return err
	}
	defer statement.Close()
	for i, v := range values {
		if err := statement.BindText(i+1, v); err != nil {
			return err
		}
	}
	r := newRowReader(statement)
	for r.step() {
		do(r)
	}
	return r.end()
}

func (f *fetcher) close(keepJournal bool) error {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	err := disconnect(f.conn, keepJournal)
	f.conn = nil
	return err
}
