package atlas

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"

	"dateline/document"
)

// FileName is the name of an archive's file in its folder.
const FileName = "dateline.gpkg"

// Archive is what has been read, on disk and, as a View, in memory. All its
// methods may be called at the same time from many goroutines; several Archives,
// in as many processes, may use one folder.
type Archive struct {
	path   string
	access access
	packer *packer
	tables *tables
	names  Names

	using   sync.RWMutex // held to write while the session is replaced, to read while it is used
	session *session     // nil after Close, and while there is no file to be used
	closed  bool

	growing sync.Mutex   // held while the next View is made
	builder *viewBuilder // nil while no View is kept
	view    atomic.Pointer[View]
}

// Names returns what a gazetteer knows of a place, by its id. It is called by one
// goroutine at a time.
type Names func(place string) PlaceNames

// Open opens the archive in a folder, makes both when there are none, and reads
// the View of all that is in it, with the names that a gazetteer knows of places;
// nil for none. An archive that may not be written to is opened to be read. Errors
// are of type *Error, or that of ctx.
func Open(ctx context.Context, dir string, names Names) (*Archive, error) {
	return DefaultModel().Open(ctx, dir, names)
}

// Open opens an archive of the Model's collections. One of an older Model is given
// the columns that it lacks, null in all rows.
func (m Model) Open(ctx context.Context, dir string, names Names) (*Archive, error) {
	t := newTables(m)
	path := filepath.Join(dir, FileName)
	if err := t.create(path); err != nil {
		return nil, explain(path, err)
	}
	return t.open(ctx, path, readWrite, names)
}

// OpenReader opens an archive that is there as Open does, only to be read.
func OpenReader(ctx context.Context, dir string, names Names) (*Archive, error) {
	return newTables(DefaultModel()).open(ctx, filepath.Join(dir, FileName), readOnly, names)
}

// OpenWriter opens the archive in a folder, and makes both when there are none,
// for a process that only puts documents in: its View stays empty. The structure
// of the file is looked at first, as nothing must be added to one that is damaged.
func OpenWriter(ctx context.Context, dir string) (*Archive, error) {
	t := newTables(DefaultModel())
	path := filepath.Join(dir, FileName)
	if err := t.create(path); err != nil {
		return nil, explain(path, err)
	}
	if err := quickCheck(ctx, path); err != nil && !isForbidden(err) {
		return nil, explain(path, err)
	}
	return t.begun(path, readWrite, true)
}

func (t *tables) open(ctx context.Context, path string, as access, names Names) (*Archive, error) {
	a, err := t.begun(path, as, false)
	if err != nil {
		return nil, err
	}
	a.names = names
	a.builder = a.newViewBuilder()
	if err := a.refresh(ctx); err != nil {
		_ = a.Close() // what it returns comes of the first error
		return nil, err
	}
	return a, nil
}

func (t *tables) begun(path string, as access, required bool) (*Archive, error) {
	a := &Archive{path: path, access: as, tables: t}
	a.view.Store(t.model.NewView(nil))
	var err error
	if a.packer, err = newPacker(); err != nil {
		return nil, err
	}
	if a.session, err = t.begin(path, as, required); err != nil {
		return nil, explain(path, err)
	}
	return a, nil
}

func (a *Archive) newViewBuilder() *viewBuilder { return newViewBuilder(a.tables, a.names) }

// View returns what has been read, as of now. It never waits. The View does not
// change; there will be a new one.
func (a *Archive) View() *View { return a.view.Load() }

// use calls do with the session, which stays until do returns.
func (a *Archive) use(do func(*session) error) error {
	a.using.RLock()
	defer a.using.RUnlock()
	switch {
	case a.closed:
		return errClosed
	case a.session == nil:
		return errMissing(a.path)
	}
	return explain(a.path, do(a.session))
}

// Document reads an article with all that was found in it; nil when there is
// none with the id. It is as it was stored, by its checksum, or there is an error.
func (a *Archive) Document(id string) (d *document.Document, err error) {
	err = a.use(func(s *session) error {
		hash, body, found, err := s.fetcher.document(id)
		if err != nil || !found {
			return err
		}
		if d, err = a.packer.unpack(hash, body); err == nil && d.ID != id {
			d, err = nil, fmt.Errorf("the index leads to %q", d.ID)
		}
		return a.damaged(id, err)
	})
	return d, err
}

// JSON is Document as JSON, which may be too large to be held.
func (a *Archive) JSON(id string) (j *StoredJSON, err error) {
	err = a.use(func(s *session) error {
		hash, body, found, err := s.fetcher.document(id)
		if err != nil || !found {
			return err
		}
		j, err = a.packer.json(id, hash, body)
		return a.damaged(id, err)
	})
	return j, err
}

// damaged says of which article an error is; nil of none.
func (a *Archive) damaged(id string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Path: a.path, Reason: fmt.Sprintf("the article %q is damaged", id), WayOut: wayOutOfDamage, Err: err}
}

// refresh makes the View show what is in the file, where one is kept.
func (a *Archive) refresh(ctx context.Context) error {
	a.growing.Lock()
	defer a.growing.Unlock()
	return a.use(func(s *session) error { return a.grow(func() error { return s.loader.read(ctx, a.builder) }) })
}

// grow adds to the View, where one is kept.
func (a *Archive) grow(add func() error) error {
	if a.builder == nil {
		return nil
	}
	err := add()
	if err == nil {
		err = a.builder.err()
	}
	if err != nil {
		return err
	}
	if old := a.view.Load(); old.Version != a.builder.version.String() {
		a.view.Store(a.builder.view(a))
		close(old.changed)
	}
	return nil
}

// Close waits for what is being written and closes the archive. When no other
// process has it open, one file is left. The last View stays valid, but for its
// Documents.
func (a *Archive) Close() error {
	a.growing.Lock()
	defer a.growing.Unlock()
	a.using.Lock()
	defer a.using.Unlock()
	err := a.session.close()
	a.session, a.closed = nil, true
	return explain(a.path, err)
}
