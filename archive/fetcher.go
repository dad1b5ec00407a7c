package archive

import (
	"context"
	"sync"
)

// fetcher answers queries through a connection of its own. It is safe for concurrent use.
type fetcher struct {
	mu sync.Mutex
	sqlite
}

func (t *tables) newFetcher(path string, a access) (*fetcher, error) {
	conn, err := t.connect(path, a)
	if err != nil {
		return nil, err
	}
	return &fetcher{sqlite: sqlite{conn: conn}}, nil
}

// readTx calls do to read a consistent snapshot.
func (f *fetcher) readTx(ctx context.Context, do func(connection) error) (err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return ErrClosed
	}
	defer interruptible(ctx, f.conn, &err)()
	transaction := f.conn.Begin()
	defer transaction.End(&err)
	return do(f)
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
