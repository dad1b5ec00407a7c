package archive

import (
	"errors"
	"os"
)

// Reopen turns to the file that has taken the place of the one in use, if any has
// and it is an archive, and reports whether it did: Read then begins anew. The error
// is an *Error while there is no file.
func (a *Archive) Reopen() (reopened bool, err error) {
	a.using.Lock()
	defer a.using.Unlock()
	if a.closed {
		return false, ErrClosed
	}
	s, is := a.engine.(*session)
	if a.engine != nil && (!is || !s.isReplaced()) {
		return false, nil
	}
	if _, err := os.Stat(a.path); errors.Is(err, os.ErrNotExist) {
		return false, errMissing(a.path)
	}
	// The journal by its side may be that of the file before, which goes away when
	// that is closed.
	if err := a.inspectAlone(); err != nil {
		return false, explain(a.path, err)
	}
	_ = s.close() // the file is not there any more
	a.engine = nil
	if s, err = a.tables.begin(a.path, a.access, false); err != nil {
		return false, explain(a.path, err)
	}
	a.engine = s
	return true, nil
}

// inspectAlone looks at a file without its journal.
func (a *Archive) inspectAlone() error {
	c, err := a.tables.connect(a.path, immutable)
	if errors.Is(err, errOlder) {
		return nil
	}
	return errors.Join(err, disconnect(c, false))
}

func errMissing(path string) error {
	return &Error{Path: path, Reason: "was removed", WayOut: "put it back, or ingest again"}
}

func errReplaced(path string) error {
	return &Error{Path: path, Reason: "was removed or replaced while it was open", WayOut: "run again"}
}

func errNoFile(path string) error {
	return &Error{Path: path, Reason: "is a database and no file", WayOut: "pg_dump and pg_restore save and restore it, VACUUM FULL compacts it; dateline copy makes a file of it"}
}
