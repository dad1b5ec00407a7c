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

// FileName is the name of an archive's file in its folder.
const FileName = "dateline.gpkg"

// Archive is one file of Documents. All its methods may be called at the same time
// from many goroutines, but for Read and Poll, which take turns; several Archives, in
// as many processes, may use one folder.
type Archive struct {
	path   string
	access access
	packer *packer
	tables *tables
	copier *copier

	using  sync.RWMutex // held to write while the session is replaced, to read while it is used
	engine engine       // nil after Close, and while there is no file to be used
	closed bool
}

// Open opens the archive in a folder, and makes both when there are none. One that
// may not be written to is opened to be read; one of an older Model is given the
// columns that it lacks, null in all rows. Errors are of type *Error, or that of ctx.
func Open(m rows.Model, dir string) (*Archive, error) {
	if postgres.IsURL(dir) {
		return openDatabase(context.Background(), m, dir, false)
	}
	t := newTables(m)
	path := filepath.Join(dir, FileName)
	if err := t.create(path); err != nil {
		return nil, explain(path, err)
	}
	return t.open(path, readWrite, false)
}

// OpenReader opens an archive that is there as Open does, only to be read.
func OpenReader(m rows.Model, dir string) (*Archive, error) {
	if postgres.IsURL(dir) {
		return openDatabase(context.Background(), m, dir, true)
	}
	return newTables(m).open(filepath.Join(dir, FileName), readOnly, false)
}

// OpenDamaged opens an archive of which something can't be read, to save the rest of what
// it keeps beside its documents; Verify saves those.
func OpenDamaged(m rows.Model, dir string) (*Archive, error) {
	return newTables(m).open(filepath.Join(dir, FileName), salvage, false)
}

// OpenWriter opens an archive as Open does, which must be one that can be written to.
// The structure of the file is looked at first, as nothing must be added to one that
// is damaged.
func OpenWriter(ctx context.Context, m rows.Model, dir string) (*Archive, error) {
	if postgres.IsURL(dir) {
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

// Model returns what the archive was opened with.
func (a *Archive) Model() rows.Model { return a.tables.Model }

// CanWrite reports whether the archive may be written to.
func (a *Archive) CanWrite() bool {
	return a.write(func(engine) error { return nil }) == nil
}

// use calls do with the engine, which stays until do returns.
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

// write calls do with an engine that may write.
func (a *Archive) write(do func(engine) error) error {
	return a.use(func(e engine) error {
		if err := e.canWrite(); err != nil {
			return err
		}
		return do(e)
	})
}

// useFile is use for what only a file has.
func (a *Archive) useFile(do func(*session) error) error {
	return a.use(func(e engine) error {
		s, is := e.(*session)
		if !is {
			return errNoFile(a.path)
		}
		return do(s)
	})
}

// writeFile is write for what only a file has.
func (a *Archive) writeFile(do func(*session) error) error {
	return a.useFile(func(s *session) error {
		if err := s.canWrite(); err != nil {
			return err
		}
		return do(s)
	})
}

// InFile reports whether the archive is a file, which a snapshot may lie beside.
func (a *Archive) InFile() bool { return a.useFile(func(*session) error { return nil }) == nil }

// Document reads an article with all that was found in it; nil when there is
// none with the id. It is as it was stored, by its checksum, or there is an error.
func (a *Archive) Document(id string) (*document.Document, error) {
	d, _, err := a.DocumentHash(id)
	return d, err
}

// DocumentHash is Document, with the hash of what is stored.
func (a *Archive) DocumentHash(id string) (d *document.Document, hash []byte, err error) {
	err = a.look(context.Background(), func(c connection) (err error) {
		var body []byte
		var found bool
		if hash, body, found, err = bodyOf(c, id); err != nil || !found {
			return err
		}
		if d, err = a.packer.unpack(hash, body); err == nil && d.ID != id {
			d, err = nil, fmt.Errorf("the index leads to %q", d.ID)
		}
		return a.damaged(id, err)
	})
	return d, hash, err
}

// bodyOf returns the hash and the compressed JSON of a document, and whether there is one.
func bodyOf(c connection, id string) (hash, body []byte, found bool, err error) {
	for r, err := range c.rows(selectDocument, id) {
		if err != nil {
			return nil, nil, false, err
		}
		hash, body, found = r.Bytes(0), r.Bytes(1), true
	}
	return hash, body, found, nil
}

// IDs returns the ids of all articles, in the order of their arrival.
func (a *Archive) IDs() (all []string, err error) {
	err = a.look(context.Background(), func(c connection) (err error) {
		all, err = texts(c, `SELECT id FROM articles ORDER BY fid`)
		return err
	})
	return all, err
}

// JSON is Document as JSON, which may be too large to be held.
func (a *Archive) JSON(id string) (j *document.JSON, err error) {
	err = a.look(context.Background(), func(c connection) error {
		hash, body, found, err := bodyOf(c, id)
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

// Close waits for what is being written and closes the archive. When no other
// process has it open, one file is left.
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
