package archive

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"

	"dateline/archive/postgres"
	"dateline/document"
	"dateline/document/rows"
)

// FileName is the name of the archive file in its folder.
const FileName = "dateline.gpkg"

// Archive is one file of Documents. Its methods are safe for concurrent use, except that calls
// of Read and Poll must not overlap; several Archives, in any number of processes, may use one
// folder.
type Archive struct {
	path   string
	access access
	packer *packer
	tables *tables
	copier *copier

	using  sync.RWMutex // locked for writing while the session is replaced, for reading while it is used
	engine engine       // nil after Close, and while there is no usable file
	closed bool
}

// Open opens the archive in a folder and creates both if missing. An archive that may not be
// written is opened read-only; one of an older Model gets its missing columns, null in all rows.
// Errors are of type *Error, or that of ctx.
func Open(m rows.Model, dir string) (*Archive, error) {
	if postgres.IsAddress(dir) {
		return openDatabase(context.Background(), m, dir, false)
	}
	t := newTables(m)
	path := filepath.Join(dir, FileName)
	if err := t.create(path); err != nil {
		return nil, explain(path, err)
	}
	return t.open(path, readWrite, false)
}

// OpenReader opens an existing archive as Open does, read-only.
func OpenReader(m rows.Model, dir string) (*Archive, error) {
	if postgres.IsAddress(dir) {
		return openDatabase(context.Background(), m, dir, true)
	}
	return newTables(m).open(filepath.Join(dir, FileName), readOnly, false)
}

// OpenDamaged opens a partly unreadable archive, to save what it keeps besides its documents;
// Verify saves those.
func OpenDamaged(m rows.Model, dir string) (*Archive, error) {
	return newTables(m).open(filepath.Join(dir, FileName), salvage, false)
}

// OpenWriter opens an archive as Open does, and fails if it can't be written. It checks the
// structure of the file first, as nothing may be added to a damaged one.
func OpenWriter(ctx context.Context, m rows.Model, dir string) (*Archive, error) {
	if postgres.IsAddress(dir) {
		return openDatabase(ctx, m, dir, false)
	}
	t := newTables(m)
	path := filepath.Join(dir, FileName)
	if err := t.create(path); err != nil {
		return nil, explain(path, err)
	}
	if err := quickCheck(ctx, path); err != nil && !isForbidden(err) {
		return nil, explain(path, err)
	}
	return t.open(path, readWrite, true)
}

func (t *tables) open(path string, as access, required bool) (*Archive, error) {
	a := &Archive{path: path, access: as, tables: t, copier: newCopier(t)}
	var err error
	if a.packer, err = newPacker(); err != nil {
		return nil, err
	}
	s, err := t.begin(path, as, required)
	if err != nil {
		return nil, explain(path, err)
	}
	a.engine = s
	return a, nil
}

// Path returns the path of the file.
func (a *Archive) Path() string { return a.path }

// Model returns the model that the archive was opened with.
func (a *Archive) Model() rows.Model { return a.tables.Model }

// CanWrite reports whether the archive may be written to.
func (a *Archive) CanWrite() bool {
	return a.write(func(engine) error { return nil }) == nil
}

// use calls do with the engine, which stays open until do returns.
func (a *Archive) use(do func(engine) error) error {
	a.using.RLock()
	defer a.using.RUnlock()
	switch {
	case a.closed:
		return ErrClosed
	case a.engine == nil:
		return errMissing(a.path)
	}
	return explain(a.path, do(a.engine))
}

// write calls do with an engine that may be written.
func (a *Archive) write(do func(engine) error) error {
	return a.use(func(e engine) error {
		if err := e.canWrite(); err != nil {
			return err
		}
		return do(e)
	})
}

// useFile is use for what only a file offers.
func (a *Archive) useFile(do func(*session) error) error {
	return a.use(func(e engine) error {
		s, is := e.(*session)
		if !is {
			return errNoFile(a.path)
		}
		return do(s)
	})
}

// writeFile is write for what only a file offers.
func (a *Archive) writeFile(do func(*session) error) error {
	return a.useFile(func(s *session) error {
		if err := s.canWrite(); err != nil {
			return err
		}
		return do(s)
	})
}

// IsFile reports whether the archive is a file, beside which a snapshot may be kept.
func (a *Archive) IsFile() bool { return a.useFile(func(*session) error { return nil }) == nil }

// Document returns the document of an article, or nil if the id is unknown. It verifies the
// checksum and returns an error if the document is not as it was stored.
func (a *Archive) Document(id string) (*document.Document, error) {
	d, _, err := a.DocumentHash(id)
	return d, err
}

// DocumentHash is Document, and also returns the hash of what is stored.
func (a *Archive) DocumentHash(id string) (d *document.Document, hash []byte, err error) {
	err = a.readTx(context.Background(), func(c connection) (err error) {
		var body []byte
		var found bool
		if hash, body, found, err = bodyOf(c, id); err != nil || !found {
			return err
		}
		if d, err = a.packer.unpack(hash, body); err == nil && d.ID != id {
			d, err = nil, fmt.Errorf("the index points to %q", d.ID)
		}
		return a.damaged(id, err)
	})
	return d, hash, err
}

// bodyOf returns the hash and the compressed JSON of a document, and whether it exists.
func bodyOf(c connection, id string) (hash, body []byte, found bool, err error) {
	for r, err := range c.rows(selectDocument, id) {
		if err != nil {
			return nil, nil, false, err
		}
		hash, body, found = r.Bytes(0), r.Bytes(1), true
	}
	return hash, body, found, nil
}

// IDs returns the ids of all articles in order of arrival.
func (a *Archive) IDs() (all []string, err error) {
	err = a.readTx(context.Background(), func(c connection) (err error) {
		all, err = texts(c, `SELECT id FROM articles ORDER BY fid`)
		return err
	})
	return all, err
}

// JSON returns a document as JSON, which may be too large for memory.
func (a *Archive) JSON(id string) (j *document.JSON, err error) {
	err = a.readTx(context.Background(), func(c connection) error {
		hash, body, found, err := bodyOf(c, id)
		if err != nil || !found {
			return err
		}
		j, err = a.packer.json(id, hash, body)
		return a.damaged(id, err)
	})
	return j, err
}

// damaged adds the id of the article, if any, to an error.
func (a *Archive) damaged(id string, err error) error {
	if err == nil {
		return nil
	}
	return &Error{Path: a.path, Reason: fmt.Sprintf("the article %q is damaged", id), Hint: hintOfDamage, Err: err}
}

// Close waits for running writes and closes the archive. If no other process has it open, a
// single file is left.
func (a *Archive) Close() error {
	a.using.Lock()
	defer a.using.Unlock()
	var err error
	if a.engine != nil {
		err = a.engine.close()
	}
	a.engine, a.closed = nil, true
	return explain(a.path, err)
}
