package atlas

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// FileName is the name of an archive's file in its folder.
const FileName = "dateline.gpkg"

// Archive is what has been read, on disk and, as a View, in memory. All its
// methods may be called at the same time from many goroutines; several Archives,
// in as many processes, may use one folder.
type Archive struct {
	path    string
	packer  *packer
	writer  *writer
	fetcher *fetcher

	growing sync.Mutex // held while the next View is made
	loader  *loader    // nil after Close
	growth  *growth    // nil while no View is kept
	view    atomic.Pointer[View]
}

// ArabicName returns the name of a place in Arabic script, by its id; empty when
// it has none. It is called by one goroutine at a time.
type ArabicName func(place string) string

// Open opens the archive in a folder, makes both when there are none, and reads
// the View of all that is in it, with the Arabic names of places; nil for none.
// Errors are of type *Error.
func Open(dir string, arabic ArabicName) (*Archive, error) {
	a, err := OpenWriter(dir)
	if err != nil {
		return nil, err
	}
	a.growth = newGrowth()
	a.growth.sums.arabic = arabic
	if err := a.refresh(context.Background()); err != nil {
		_ = a.Close() // the first error is the one that says more
		return nil, err
	}
	return a, nil
}

// OpenWriter opens an archive as Open does, for a process that only puts
// documents in: it reads nothing, and its View stays empty.
func OpenWriter(dir string) (*Archive, error) {
	a := &Archive{path: filepath.Join(dir, FileName)}
	a.view.Store(NewView(nil))
	if err := a.open(dir); err != nil {
		_ = a.Close() // the first error is the one that says more
		return nil, explain(a.path, err)
	}
	return a, nil
}

func (a *Archive) open(dir string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if a.packer, err = newPacker(); err != nil {
		return err
	}
	if a.writer, err = newWriter(a.path); err != nil {
		return err
	}
	if a.fetcher, err = newFetcher(a.path); err != nil {
		return err
	}
	a.loader, err = newLoader(a.path)
	return err
}

// View returns what has been read, as of now. It never waits. The View does not
// change; there will be a new one.
func (a *Archive) View() *View { return a.view.Load() }

// Document reads an article with all that was found in it; nil when there is
// none with the id. It is as it was stored, by its checksum, or there is an error.
func (a *Archive) Document(id string) (*Document, error) {
	hash, body, found, err := a.fetcher.document(id)
	if err != nil || !found {
		return nil, explain(a.path, err)
	}
	d, err := a.packer.unpack(hash, body)
	if err != nil {
		return nil, &Error{Path: a.path, Reason: fmt.Sprintf("the article %q is damaged", id), WayOut: wayOutOfDamage, Err: err}
	}
	return d, nil
}

// refresh makes the View show what is in the file, where one is kept.
func (a *Archive) refresh(ctx context.Context) error {
	return a.grow(func() error { return a.loader.read(ctx, a.growth) })
}

// grow adds to the View, where one is kept.
func (a *Archive) grow(add func() error) error {
	a.growing.Lock()
	defer a.growing.Unlock()
	switch {
	case a.loader == nil:
		return errClosed
	case a.growth == nil:
		return nil
	}
	if err := add(); err != nil {
		return explain(a.path, err)
	}
	if old := a.view.Load(); old.Version != a.growth.version.String() {
		a.view.Store(a.growth.view(a.Document))
		close(old.changed)
	}
	return nil
}

// Close waits for what is being written and closes the archive. When no other
// process has it open, one file is left. The last View stays valid, but for its
// Documents.
func (a *Archive) Close() error {
	return explain(a.path, errors.Join(a.closeLoader(), a.fetcher.close(), a.writer.close()))
}

func (a *Archive) closeLoader() error {
	a.growing.Lock()
	defer a.growing.Unlock()
	err := a.loader.close()
	a.loader = nil
	return err
}
