package atlas

import (
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// fetcher reads documents one by one through a connection of its own. It is safe
// for concurrent use.
type fetcher struct {
	mu       sync.Mutex
	conn     *sqlite3.Conn // nil after close
	document *sqlite3.Stmt
}

func newFetcher(path string) (*fetcher, error) {
	conn, err := connect(path)
	if err != nil {
		return nil, err
	}
	f := &fetcher{conn: conn}
	if f.document, err = prepare(conn, selectDocument); err != nil {
		_ = f.close() // the first error is the one that says more
		return nil, err
	}
	return f, nil
}

// body returns the compressed JSON of a document, nil when there is none.
func (f *fetcher) body(id string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return nil, errClosed
	}
	if err := f.document.BindText(1, id); err != nil {
		return nil, err
	}
	var body []byte
	if f.document.Step() {
		body = f.document.ColumnBlob(0, nil)
	}
	return body, f.document.Reset()
}

func (f *fetcher) close() error {
	if f == nil {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	err := disconnect(f.conn)
	f.conn = nil
	return err
}
